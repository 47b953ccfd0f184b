### The Software tab: keys, activations, downloads.

## Open row

software-ended-title = This software can no longer be used
software-instructions-title = Special instructions

## Keys

software-keys-title = License keys
software-keys-multiple = One multiple activation key for the whole company. It can be activated as many times as licenses are granted.
software-keys-single = One key for each installation, drawn from the key stock of the program.
software-keys-none = This product has no key
# Variables:
#   $amount (String) - what is granted, such as: 100 licenses
software-keys-uncounted = Your company may use { $amount }. There is nothing to activate, so nothing is counted here.
# For those who may not get keys, and so see none of them.
# Variables:
#   $count (Number) - keys that the company has got
software-keys-got =
    { $count ->
        [one] Your company has obtained its key.
       *[other] Your company has obtained { $count } keys.
    }
# Variables:
#   $count (Number) - keys that are folded away
software-keys-more =
    { $count ->
        [one] { $count } more key
       *[other] { $count } more keys
    }
software-keys-button = Get keys
# Variables:
#   $number (Number) - the place of the key in the list
#   $count (Number) - how many keys there are
software-key-label =
    { $count ->
        [one] License key
       *[other] Key { $number } of { $count }
    }
software-key-show = Show
software-key-mask = Mask
software-key-copy = Copy
# Completes the name of a button for screen readers: “Show key 3”.
# Variables:
#   $number (Number) - the place of the key in the list
software-key-context = key { $number }
software-key-countdown = Time until the key is masked again
software-key-unseen = Never shown
# Variables:
#   $name (String) - the person who saw the key first
#   $date (Date) - when
software-key-seen = First shown by { $name } on { DATETIME($date, dateStyle: "long") }
software-key-cost = Showing or copying it ends your right to a refund.
software-key-copy-script = Copying a key without showing it needs JavaScript. Here, show the key to read it.
software-key-copy-failed = Your browser did not allow copying. The reveal is recorded; show the key to read it.

## What it costs

software-refund-title = Your right to a refund
# Variables:
#   $offer (String) - the offer, with its competency
#   $date (Date) - the last day on which a refund can be requested
#   $days (Number) - days left after today
software-refund-key =
    { $days ->
        [0] If you show or copy a key, you will lose the right to a refund of { $offer }, which is open until today, { DATETIME($date, dateStyle: "long") }.
        [one] If you show or copy a key, you will lose the right to a refund of { $offer }, which is open until { DATETIME($date, dateStyle: "long") } ({ $days } day).
       *[other] If you show or copy a key, you will lose the right to a refund of { $offer }, which is open until { DATETIME($date, dateStyle: "long") } ({ $days } days).
    }
# Variables:
#   $offer (String) - the offer, with its competency
#   $date (Date) - the last day on which a refund can be requested
#   $days (Number) - days left after today
software-refund-activation =
    { $days ->
        [0] If you record an activation, you will lose the right to a refund of { $offer }, which is open until today, { DATETIME($date, dateStyle: "long") }.
        [one] If you record an activation, you will lose the right to a refund of { $offer }, which is open until { DATETIME($date, dateStyle: "long") } ({ $days } day).
       *[other] If you record an activation, you will lose the right to a refund of { $offer }, which is open until { DATETIME($date, dateStyle: "long") } ({ $days } days).
    }
# In the question before a key is seen.
# Variables:
#   $offer (String) - the offer, with its competency
#   $date (Date) - the last day on which a refund can be requested
#   $days (Number) - days left after today
software-refund-loss =
    { $days ->
        [0] You will lose the right to a refund of { $offer }, which is open until today, { DATETIME($date, dateStyle: "long") }.
        [one] You will lose the right to a refund of { $offer }, which is open until { DATETIME($date, dateStyle: "long") } ({ $days } day).
       *[other] You will lose the right to a refund of { $offer }, which is open until { DATETIME($date, dateStyle: "long") } ({ $days } days).
    }

## Question before the first reveal

software-reveal-show-title = Show this key?
software-reveal-copy-title = Copy this key?
software-reveal-consequence = This cannot be undone, and is recorded with your name.
software-reveal-cancel = Keep the key masked
software-reveal-show-button = Show the key
software-reveal-copy-button = Copy the key

## Download

software-download-title = Download
software-download-language = Language
software-download-language-none = Choose a language
software-download-os = OS type
software-download-os-none = Choose an OS type
software-download-button = Remember this choice
software-download-closed = Download the software
software-download-choose = Choose a language and an OS type to see what there is to download.
software-download-missing = There is no installation package for this language and this OS type. Choose another combination.
software-download-none = This product has nothing to download.
# Variables:
#   $file (String) - the name of the file
software-download-link = Download { $file }

## Activations

software-activations-title = Activations
# Variables:
#   $used (Number) - activations recorded
#   $maximum (Number) - activations granted
software-activations-used =
    { $maximum ->
        [one] { $used } / { $maximum } activation
       *[other] { $used } / { $maximum } activations
    }
# Variables:
#   $used (Number) - cores activated
#   $maximum (Number) - cores granted
software-activations-cores =
    { $maximum ->
        [one] { $used } / { $maximum } core activated
       *[other] { $used } / { $maximum } cores activated
    }
# Variables:
#   $used (Number) - licenses activated
#   $maximum (Number) - licenses granted
software-activations-licences =
    { $maximum ->
        [one] { $used } / { $maximum } license activated
       *[other] { $used } / { $maximum } licenses activated
    }
software-activations-explained = { -brand-name } cannot see an installation: your company records its activations here.
# Where a known machine counts again only with new hardware.
# Variables:
#   $units (Number) - how many of what is granted an activation takes
#   $amount (String) - the same with its unit, such as: 16 cores
software-activations-rule =
    { $units ->
        [one] A new machine counts; a known machine counts again only if its hardware changed significantly.
       *[other] A new machine counts { $amount }; a known machine counts again only if its hardware changed significantly.
    }
# Where every activation counts.
# Variables:
#   $units (Number) - how many of what is granted an activation takes
#   $amount (String) - the same with its unit, such as: 16 cores
software-activations-rule-every =
    { $units ->
        [one] Every activation counts, even on a known machine.
       *[other] Every activation counts { $amount }, even on a known machine.
    }
software-activations-machine = Machine name
    .hint = The name by which your company knows it, such as PAR-LAPTOP-014
software-activations-hardware = The hardware changed significantly
    .hint = Since the last activation that was recorded for this machine
software-activations-button = Record an activation
software-activations-empty = No activation is recorded yet.
# Variables:
#   $count (Number) - activations in the list
software-activations-caption =
    { $count ->
        [one] { $count } recorded activation
       *[other] { $count } recorded activations
    }
software-activations-column-machine = Machine
software-activations-column-day = Date
software-activations-column-person = Recorded by
software-activations-column-counted = Count
software-activations-counted = Counts
software-activations-uncounted = Does not count
