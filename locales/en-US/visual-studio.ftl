### An open row of Visual Studio subscriptions: assigning seats, where they come from, and the ledger of each.

## Assigning

visual-studio-assign-title = Assign a seat
# Variables:
#   $count (Number) - seats that anybody can have
#   $granted (Number) - the seats of the pool
visual-studio-assign-left =
    { $count ->
        [one] { $count } seat of { $granted } is free.
       *[other] { $count } seats of { $granted } are free.
    }
visual-studio-assign-button = Assign user
# Variables:
#   $offer (String) - the offer that can still be refunded
visual-studio-assign-refund = You will lose the right to a refund of { $offer }: under your program’s rules, it ends with the first seat that is assigned.

## Finding a person

visual-studio-picker-label = Person
    .placeholder = Name or email address
# Variables:
#   $count (Number) - people who match what was typed, 1 or more
visual-studio-picker-found =
    { $count ->
        [one] { $count } person found
       *[other] { $count } people found
    }
# Variables:
#   $shown (Number) - people who are listed, 1 or more
#   $count (Number) - people who match what was typed, more than are listed
visual-studio-picker-more =
    { $shown ->
        [one] { $shown } person of { $count } found is listed. To see the others, type more letters or the address.
       *[other] { $shown } people of { $count } found are listed. To see the others, type more letters or the address.
    }
# Variables:
#   $text (String) - what was typed
visual-studio-picker-none = Nobody in your company matches “{ $text }”
visual-studio-picker-searched = The search covers the people of your company, by the beginnings of the words of their name or email address. Check the spelling, or type fewer letters.
visual-studio-picker-ask = The person appears here once they have been added. These people can do it:
visual-studio-picker-invite = If the person is not in your company yet, your role allows adding them: ask the program operator to send the invitation. The person appears here as soon as they have accepted it.
# Variables:
#   $pool (String) - the pool of that seat, by the offer that grants it
visual-studio-picker-holds = already holds a seat of this subscription: { $pool }
visual-studio-picker-inactive = not active in the company yet, or suspended
visual-studio-picker-guest = guest: these seats are for employees
visual-studio-picker-mailbox = shared mailbox: a seat is for one named person
# Variables:
#   $country (String) - the name of the country
visual-studio-picker-country = cap reached in this country: { $country }

## Where the seats come from

# Variables:
#   $count (Number) - the seats of the pool
visual-studio-origin-title =
    { $count ->
        [one] Where this seat comes from
       *[other] Where these { $count } seats come from
    }
# Variables:
#   $offer (String) - the offer, with its competency if it has one
#   $quantity (String) - how many it grants
visual-studio-origin-grant = { $offer }: +{ $quantity }
# Variables:
#   $cut (Number) - seats that the cap has taken away
#   $cap (Number) - the most seats that all countries can have
visual-studio-origin-cut =
    { $cut ->
        [one] { $cut } seat less than this offer gives: with it, your company would exceed its cap of { $cap }. Cuts fall on the newest competency first.
       *[other] { $cut } seats less than this offer gives: with them, your company would exceed its cap of { $cap }. Cuts fall on the newest competency first.
    }

## Caps

visual-studio-cap-term = Cap
# Variables:
#   $cap (Number) - the most seats of one country
#   $all (Number) - the most seats of all countries together
visual-studio-cap-rule = { $cap } for each country, { $all } for all your countries together. A seat counts for the country of the person who holds it.
# Variables:
#   $cap (Number) - the most seats of one country
visual-studio-cap-country = { $cap } for each country. A seat counts for the country of the person who holds it.
visual-studio-cap-none = None for this subscription.
visual-studio-cap-worldwide = All countries
# Variables:
#   $place (String) - a country, or all of them
visual-studio-cap-meter = Seats of this subscription held: { $place }
# Variables:
#   $held (Number) - seats that are held
#   $cap (Number) - the most seats that can be held
visual-studio-cap-use = { $held } of { $cap }
# Variables:
#   $country (String) - the name of the country
visual-studio-cap-full = { $country } has reached its cap: remove a seat there before assigning another.

## The cooldown

# Variables:
#   $days (Number) - the days of the cooldown
visual-studio-cooldown-title =
    { $days ->
        [one] Cooldown: { $days } day
       *[other] Cooldown: { $days } days
    }
# Variables:
#   $days (Number) - the days of the cooldown
visual-studio-cooldown-always =
    { $days ->
        [one] A seat that is removed less than { $days } day after it was assigned waits until that day is over before it goes to someone else. It can be given back to the same person at any time.
       *[other] A seat that is removed less than { $days } days after it was assigned waits until those days are over before it goes to someone else. It can be given back to the same person at any time.
    }
# Variables:
#   $days (Number) - the days of the cooldown
visual-studio-cooldown-full =
    { $days ->
        [one] Only while no seat is free: a seat that is removed less than { $days } day after it was assigned then waits until that day is over before it goes to someone else. It can be given back to the same person at any time.
       *[other] Only while no seat is free: a seat that is removed less than { $days } days after it was assigned then waits until those days are over before it goes to someone else. It can be given back to the same person at any time.
    }
visual-studio-cooldown-term = Reassignment
visual-studio-cooldown-none = At any time, without a cooldown.

## What its holder does

visual-studio-afterwards-instructions = Instructions
visual-studio-afterwards-portal = External portal

## The ledger

visual-studio-ledger-title = Seat ledger
# Variables:
#   $held (Number) - seats that are held
#   $granted (Number) - the seats of the pool
visual-studio-ledger-caption =
    { $held ->
        [one] { $held } seat of { $granted } assigned
       *[other] { $held } seats of { $granted } assigned
    }
visual-studio-ledger-number = No.
visual-studio-ledger-person = Person
visual-studio-ledger-state = Status
visual-studio-ledger-since = Since
visual-studio-ledger-actions = Actions
visual-studio-ledger-empty = No seat is assigned yet
    .detail = Assign the first one above: the person finds it in the Visual Studio portal.
# Variables:
#   $count (Number) - seats that are free
#   $numbers (String) - their numbers, such as 14–25
visual-studio-ledger-free =
    { $count ->
        [one] { $count } free seat: no. { $numbers }
       *[other] { $count } free seats: nos. { $numbers }
    }
# Variables:
#   $count (Number) - seats that nobody holds, of an offer that was not renewed
#   $numbers (String) - their numbers, such as 14–25
visual-studio-ledger-ended =
    { $count ->
        [one] { $count } expired seat that nobody holds: no. { $numbers }
       *[other] { $count } expired seats that nobody holds: nos. { $numbers }
    }
# Variables:
#   $count (Number) - seats that are not shown here
visual-studio-ledger-rest =
    { $count ->
        [one] { $count } more seat is on the page of all seats.
       *[other] { $count } more seats are on the page of all seats.
    }
visual-studio-ledger-all = See every seat of this subscription
visual-studio-ledger-closed = Reassign or remove a seat
visual-studio-ledger-closed-confirm = Confirm for someone else

## A seat

# Variables:
#   $distance (String) - how long ago
#   $name (String) - who assigned the seat, or took it back
visual-studio-seat-by = { $distance }, by { $name }
# Variables:
#   $name (String) - who held the seat last
visual-studio-seat-before = Held before by { $name }
# Variables:
#   $name (String) - the person whose seat it is
visual-studio-seat-context = ({ $name })
# Variables:
#   $action (String) - the act that is closed
#   $reason (String) - why
visual-studio-seat-closed = { $action }: { $reason }
visual-studio-seat-confirm = Confirm activation
visual-studio-seat-reassign = Reassign
visual-studio-seat-remove = Remove
# Variables:
#   $date (Date) - the first day on which the seat can go to someone else
visual-studio-seat-remove-lock = If you remove it, it can go to someone else only from { DATETIME($date, dateStyle: "long") } (cooldown)
# Variables:
#   $name (String) - who held the seat last
visual-studio-seat-give-back = Give back to { $name }
visual-studio-seat-why = Why?
# Variables:
#   $name (String) - who held the seat last
#   $from (Date) - when it was assigned
#   $until (Date) - when it was taken back
#   $by (String) - who took it back
#   $days (Number) - the days of the cooldown
#   $date (Date) - the first day on which it can go to someone else
visual-studio-seat-why-text =
    { $days ->
        [one] { $by } removed this seat from { $name } on { DATETIME($until, dateStyle: "long") }. It had been assigned on { DATETIME($from, dateStyle: "long") }, and the cooldown of { $days } day was not over. From { DATETIME($date, dateStyle: "long") } it is free; until then it can only go back to the same person.
       *[other] { $by } removed this seat from { $name } on { DATETIME($until, dateStyle: "long") }. It had been assigned on { DATETIME($from, dateStyle: "long") }, and the cooldown of { $days } days was not over. From { DATETIME($date, dateStyle: "long") } it is free; until then it can only go back to the same person.
    }
# Variables:
#   $date (Date) - the first day on which it can go to someone else
visual-studio-seat-why-short = This seat was removed before its cooldown was over. From { DATETIME($date, dateStyle: "long") } it is free; until then it can only go back to the same person.

## Reassigning

# Variables:
#   $name (String) - who holds the seat
visual-studio-reassign-title = Reassign the seat of { $name }
visual-studio-reassign-label = New holder
    .placeholder = Name or email address
visual-studio-reassign-button = Reassign seat
visual-studio-reassign-close = Keep as it is

## History

# Variables:
#   $count (Number) - holdings of this seat, the present one included
visual-studio-history-question =
    { $count ->
        [one] History: { $count } assignment
       *[other] History: { $count } assignments
    }
# Variables:
#   $name (String) - who holds the seat
#   $from (Date) - since when
#   $by (String) - who assigned it
visual-studio-history-present = { $name }: since { DATETIME($from, dateStyle: "long") }. Assigned by { $by }.
# Variables:
#   $name (String) - who held the seat
#   $from (Date) - since when
#   $until (Date) - until when
#   $by (String) - who assigned it
#   $taker (String) - who took it back
visual-studio-history-past = { $name }: from { DATETIME($from, dateStyle: "long") } to { DATETIME($until, dateStyle: "long") }. Assigned by { $by }, removed by { $taker }.
# Variables:
#   $date (Date) - the first day on which the seat could go to someone else
visual-studio-history-locked = It could then go to someone else only from { DATETIME($date, dateStyle: "long") }: it was removed before its cooldown was over.
# Variables:
#   $number (Number) - the number of the seat
visual-studio-history-seat = Seat { $number }
visual-studio-history-former = Who held them before?
