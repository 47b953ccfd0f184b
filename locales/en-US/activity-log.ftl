### What the entries of the activity log say. The server puts them into words in both languages, for pages and files: no
### browser reads this file.

## Who

activity-log-who-shell = Command line
activity-log-person-unknown = an unknown person

## Software

# Variables:
#   $drawn (Number) - keys that the company got with this act
activity-log-keys-listed =
    { $drawn ->
        [0] Listed the keys, masked
        [one] Got { $drawn } key, masked
       *[other] Got { $drawn } keys, masked
    }
# Variables:
#   $key (String) - the number of the key among those of its product
activity-log-key-shown = Showed key { $key }
    .first = Showed key { $key } for the first time
# Variables:
#   $key (String) - the number of the key among those of its product
activity-log-key-copied = Copied key { $key }
    .first = Copied key { $key }: nobody had seen it before
# Variables:
#   $machine (String) - the name of the machine
activity-log-activation-recorded = Recorded an activation on { $machine }
    .changed = Recorded an activation on { $machine }, whose hardware has changed
    .uncounted = Recorded an activation on { $machine }: it does not count again
# Variables:
#   $language (String) - the language of the product
#   $os (String) - the operating system
activity-log-installation-chosen = Chose what to download: { $language }, { $os }

## Seats

# Variables:
#   $seat (String) - the number of the seat in its pool
#   $name (String) - the person who got it
activity-log-seat-assigned = Assigned seat { $seat } to { $name }
# Variables:
#   $seat (String) - the number of the seat in its pool
#   $name (String) - the person who had it
activity-log-seat-removed = Removed seat { $seat } from { $name }
# Variables:
#   $seat (String) - the number of the seat in its pool
#   $from (String) - the person who had it
#   $to (String) - the person who got it
activity-log-seat-reassigned = Reassigned seat { $seat } from { $from } to { $to }
# Variables:
#   $seat (String) - the number of the seat in its pool
#   $name (String) - the person who holds it
activity-log-seat-activated = Confirmed that { $name } has activated seat { $seat }
# Variables:
#   $change (String) - the change, as one of the sentences above
activity-log-change-undone = Undid a change: “{ $change }”
# Variables:
#   $seat (String) - the number of the seat in its pool
activity-log-change-unknown = Undid a change of seat { $seat }

## People

# Variables:
#   $name (String) - the person
#   $roles (String) - the roles of the person
activity-log-user-invited = Invited { $name } ({ $roles })
    .guest = Invited { $name } as a guest ({ $roles })
# Variables:
#   $name (String) - the person
activity-log-user-disabled = Disabled the account of { $name }, who can no longer sign in
# Variables:
#   $name (String) - the person
activity-log-user-enabled = Enabled the account of { $name } again
activity-log-invitation-accepted = Accepted the invitation
activity-log-session-began = Signed in
activity-log-session-closed = Signed out
activity-log-session-ended = Ended a session of their own in another browser
# Variables:
#   $count (Number) - sessions that were ended, 1 or more
activity-log-sessions-ended =
    { $count ->
        [one] Signed out { $count } other browser
       *[other] Signed out { $count } other browsers
    }
activity-log-password-changed = Changed the password

## Company

# Variables:
#   $name (String) - the name of the company
#   $id (String) - its MPN ID
activity-log-company-created = Created the company { $name }, MPN ID { $id }
# Variables:
#   $name (String) - the name of the location
#   $country (String) - its country
activity-log-location-added = Added the location { $name }, { $country }
# Variables:
#   $offer (String) - the offer
#   $date (Date) - the day on which it was activated
activity-log-membership-recorded = Recorded the offer { $offer }, active since { DATETIME($date, dateStyle: "long") }
activity-log-operator-act = Did something for the whole program

## The rules of the program, set for the company

activity-log-rule-cooldown-none = Set for the company: a seat can be reassigned at once
# Variables:
#   $days (Number) - the days that a seat waits
activity-log-rule-cooldown-days =
    { $days ->
        [one] Set for the company: a seat can be reassigned { $days } day after it was assigned
       *[other] Set for the company: a seat can be reassigned { $days } days after it was assigned
    }
# Variables:
#   $days (Number) - the days that a seat waits
activity-log-rule-cooldown-full =
    { $days ->
        [one] Set for the company: a seat can be reassigned { $days } day after it was assigned, if the subscription was full
       *[other] Set for the company: a seat can be reassigned { $days } days after it was assigned, if the subscription was full
    }
# Variables:
#   $what (String) - what they may hold
activity-log-rule-guests = Set for the company: guests can hold { $what }
    .none = Set for the company: guests cannot hold any benefit
    .seats = Visual Studio seats
    .azure = Azure subscriptions
# Variables:
#   $roles (String) - the roles of which one is needed
activity-log-rule-assigning = Set for the company: assigning benefits takes the role of { $roles }
activity-log-rule-refund-software = Set for the company: the right to a refund ends with the first software activation
activity-log-rule-refund-anything = Set for the company: the right to a refund ends with the first use of any benefit
activity-log-rule-counting-changes = Set for the company: an activation counts on a new machine or on changed hardware
activity-log-rule-counting-all = Set for the company: every activation counts

## The log itself

# Variables:
#   $count (Number) - entries in the file
activity-log-entries-exported =
    { $count ->
        [one] Exported { $count } entry of this log as CSV
       *[other] Exported { $count } entries of this log as CSV
    }

## What was refused: what was asked for

activity-log-refused-get-keys = Get the keys
# Variables:
#   $key (String) - the number of the key
activity-log-refused-show-key = Show key { $key }
# Variables:
#   $key (String) - the number of the key
activity-log-refused-copy-key = Copy key { $key }
# Variables:
#   $machine (String) - the name of the machine
activity-log-refused-record-activation = Record an activation on { $machine }
# Variables:
#   $language (String) - the language of the product
#   $os (String) - the operating system
activity-log-refused-choose-installation = Choose what to download: { $language }, { $os }
# Variables:
#   $name (String) - the person
activity-log-refused-assign-seat = Assign a seat to { $name }
# Variables:
#   $seat (String) - the number of the seat
activity-log-refused-remove-seat = Remove seat { $seat }
# Variables:
#   $seat (String) - the number of the seat
#   $name (String) - the person who was to get it
activity-log-refused-reassign-seat = Reassign seat { $seat } to { $name }
# Variables:
#   $seat (String) - the number of the seat
activity-log-refused-confirm-activation = Confirm the activation of seat { $seat }
activity-log-refused-undo-change = Undo a change of a seat
activity-log-refused-export = Export this log as CSV

## The file, beside the columns of the page

# Variables:
#   $zone (String) - the time zone of the company, such as Europe/Paris
activity-log-file-time = Time ({ $zone })
activity-log-file-before = Before
activity-log-file-after = After
activity-log-file-refusal = Why it was refused
