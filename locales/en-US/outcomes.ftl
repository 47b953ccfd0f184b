### What an act has done, said in one breath, and how it can be undone.

## Keys and activations

# Variables:
#   $drawn (Number) - keys that the company got with this act
outcomes-keys-listed =
    { $drawn ->
        [0] The keys are listed below, masked.
        [one] Your company has obtained its key. It is listed below, masked.
       *[other] Your company has obtained { $drawn } keys. They are listed below, masked.
    }
outcomes-key-shown = The key is shown for 30 seconds. Your name and the date are recorded.
outcomes-key-copied = The key is copied. Your name and the date are recorded.
# Variables:
#   $machine (String) - the name of the machine
outcomes-activation-counted = The activation on { $machine } is recorded.
# Variables:
#   $machine (String) - the name of the machine
#   $amount (String) - how much of what is granted it takes, such as: 16 cores
outcomes-activation-several = The activation on { $machine } is recorded. It counts for { $amount }.
# Variables:
#   $machine (String) - the name of the machine
outcomes-activation-uncounted = The activation on { $machine } is recorded. It does not count again: the machine was known, and its hardware is the same.
outcomes-installation-chosen = Your choice is remembered.

## Seats

# Variables:
#   $name (String) - the person who got the seat
outcomes-seat-assigned = Seat assigned to { $name }.
    .undo = Undo assignment
# Variables:
#   $name (String) - the person who had the seat
outcomes-seat-removed = Seat removed from { $name }. It is free again.
    .undo = Undo removal
# Variables:
#   $name (String) - the person who had the seat
#   $date (Date) - the first day on which it can go to someone else
outcomes-seat-removed-locked = Seat removed from { $name }. It can go to someone else from { DATETIME($date, dateStyle: "long") }.
# Variables:
#   $from (String) - the person who had the seat
#   $to (String) - the person who got it
outcomes-seat-reassigned = Seat reassigned from { $from } to { $to }.
    .undo = Undo reassignment
# Variables:
#   $name (String) - the person who holds the seat
outcomes-seat-activated = Activation of { $name }’s seat confirmed.
outcomes-change-undone = The change is undone: the seat is as it was before.

## The activity log

# Variables:
#   $count (Number) - entries in the file
outcomes-activity-exported =
    { $count ->
        [one] { $count } entry of the log exported.
       *[other] { $count } entries of the log exported.
    }
