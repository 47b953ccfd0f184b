### Why something cannot be done: which rule, until when, and the way forward. The same sentence stands beside a closed
### action and after an attempt.

## Access

refusals-who-title = Who can do this?
# Variables:
#   $roles (String) - the roles that open it, such as: global admin or MPN partner admin
refusals-access-view = Only some roles see the benefits of your company: { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-assign = Assigning benefits takes the role of { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-keys = Getting or showing keys, recording an activation, or downloading software takes the role of { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-confirm = Confirming for someone else takes the role of { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-renew = Renewing an offer takes the role of { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-users = Adding people to the company takes the role of { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-activity = Reading the activity log takes the role of { $roles }.
refusals-access-inactive = Your access to this company is not active. A global admin of the company can restore it.
refusals-access-operator = Only the program operator can do this.

## Seats

# Variables:
#   $date (Date) - the last day on which the pool was usable
refusals-seat-pool-closed = The offer behind these seats was not renewed: they could be used until { DATETIME($date, dateStyle: "long") }. Renewing it opens them again.
refusals-seat-none-granted = No seat is granted here.
# Variables:
#   $granted (Number) - the seats of the pool
refusals-seat-none-left =
    { $granted ->
        [one] The only seat is assigned. Reassign it, or remove it first.
       *[other] All { $granted } seats are assigned. Reassign one, or remove one first.
    }
# Variables:
#   $date (Date) - the first day on which a seat can go to someone else
refusals-seat-locked = No seat is free: the next one can go to someone else from { DATETIME($date, dateStyle: "long") }, when its cooldown is over. Until then it is kept for the last person who had it.
# Variables:
#   $date (Date) - the first day on which the seat can go to someone else
refusals-seat-too-soon = This seat was assigned recently, and its cooldown is still running: it can go to someone else from { DATETIME($date, dateStyle: "long") }. Until then only the person who holds it can have it.
# Variables:
#   $pool (String) - the pool of that seat, by the offer that grants it
refusals-seat-already-holds = This person already holds a seat of this subscription ({ $pool }), and nobody can hold two. Choose someone else, or remove that seat first.
refusals-seat-holder-inactive = This person is not active in your company. They can hold a seat once they have accepted their invitation, or once their access is restored.
refusals-seat-guest = This person is a guest, and the program keeps these seats for employees. Choose an employee.
refusals-seat-mailbox = This address is a shared mailbox, and a seat belongs to one named person. Choose the person who will use it.
# Variables:
#   $country (String) - the name of the country
#   $cap (Number) - the most seats that it can have
refusals-seat-country-full =
    { $cap ->
        [one] { $country } has reached its cap: { $cap } seat of this subscription. Remove it first, or choose someone in another country.
       *[other] { $country } has reached its cap: { $cap } seats of this subscription. Remove one there first, or choose someone in another country.
    }
refusals-seat-not-held = Nobody holds this seat any more. It is free to assign.
refusals-seat-same-holder = This person already holds this very seat. Choose someone else.
refusals-seat-activated = This activation is already confirmed. Nothing is left to do.
refusals-seat-not-yours = Only the person who holds the seat, or a global admin, can confirm that it is activated.
refusals-seat-undo-late = A change can be undone for one minute, and that minute is over. Make the opposite change instead.
refusals-seat-undo-foreign = Only the person who made this change can undo it. Make the opposite change instead.
refusals-seat-undo-overtaken = Something else has happened to this seat since, so this change can no longer be undone.

## Software

# Variables:
#   $date (Date) - the last day on which the benefit was usable
refusals-software-closed = The offer behind this benefit was not renewed: the software could be used until { DATETIME($date, dateStyle: "long") }. Uninstall it, or renew the offer.
refusals-software-no-keys = This product has no key: it works without one.
refusals-software-stock-empty = The key stock is too low for your company’s share. The program operator refills it; try again after that.
refusals-software-ring-missing = Keys cannot be read right now, because the server’s key ring is missing. Only the program operator can put it back.
refusals-software-not-issued = Your company has not obtained the keys of this product yet. Get them first.
# Variables:
#   $maximum (String) - what is granted, such as: 32 cores
refusals-software-maximum = The maximum of { $maximum } is reached, and a key is never topped up.
# Variables:
#   $maximum (String) - what is granted, such as: 32 cores
refusals-software-maximum-known = The maximum of { $maximum } is reached, and a key is never topped up. Only a machine that is already recorded can be recorded again, if its hardware is the same.
refusals-software-no-package = There is no package for this language and this operating system. Choose another combination.

## Offers

refusals-offer-unknown = The program has no such offer.
refusals-offer-competency-unknown = The program has no such competency.
refusals-offer-competency-mismatch = A Silver or Gold offer needs a competency; an Action Pack has none.
refusals-offer-second-pack = This company already has an Action Pack, and one is the most.
refusals-offer-pack-beside = This program does not allow an Action Pack beside a competency.
refusals-offer-second-competency = This company already has this competency.
refusals-offer-dates = The activation cannot come before the purchase.

## The activity log

# Variables:
#   $most (Number) - the most entries that one file holds
refusals-activity-too-many =
    { $most ->
        [one] More than { $most } entry matches, and one file holds no more. Choose a shorter time, then export again.
       *[other] More than { $most } entries match, and one file holds no more. Choose a shorter time, then export again.
    }

## Forms

# Variables:
#   $what (String) - what it was sent for, such as: assign a seat
refusals-form-already-sent = This form was already sent, to { $what }. What it says now is not done: send it again if you want that too.
# Variables:
#   $command (String) - the name of a command
refusals-form-sent-for =
    { $command ->
        [get-keys] get keys
        [reveal-key] reveal a key
        [record-activation] record an activation
        [choose-installation] choose a download
        [assign-seat] assign a seat
        [remove-seat] remove a seat
        [reassign-seat] reassign a seat
        [confirm-activation] confirm an activation
        [undo-seat-change] undo a change
       *[other] export the log
    }
refusals-form-stale = Something changed after this page was opened. Look at its current state, then decide again.
refusals-form-foreign = In another tab of this browser, someone else signed in or another company was chosen. Nothing was done. Reload the page to see whose it is now.
refusals-form-not-found = What you wanted to change no longer exists, or is not open to you. Reload the page.
refusals-form-signed-out = Your session has ended. Sign in again, and come back to this page.
