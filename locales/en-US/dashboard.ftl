### The first page: what needs the person who looks.

## Head

dashboard-page-title = Dashboard
# Variables:
#   $name (String) - the first name of the person
dashboard-page-greeting = Hello, { $name }
dashboard-operator-lead = You run the program.

## Ending soon

dashboard-ending-title = Ending soon
# Variables:
#   $days (Number) - how far ahead the card looks
dashboard-ending-none =
    { $days ->
        [one] No offer ends within { $days } day.
       *[other] No offer ends within { $days } days.
    }
# Variables:
#   $date (Date) - the anniversary that comes first
dashboard-ending-next = The next anniversary is on { DATETIME($date, dateStyle: "long") }.
dashboard-ending-anniversary = Anniversary
dashboard-ending-window = Renew by
dashboard-ending-closed = Closed since

## Waiting for the person

dashboard-waiting-title = Waiting for you
dashboard-waiting-none = Nothing waits for you.
dashboard-waiting-mine = This seat is yours. Sign in once at the portal, then confirm here that it works.
dashboard-waiting-confirm = Confirm activation
# Variables:
#   $date (Date) - the last day of the renewal window
#   $distance (String) - how far it is, such as: in 12 days
dashboard-waiting-renewal = Renew it by { DATETIME($date, dateStyle: "long") }, { $distance }. Its benefits can be used until then. Ask the program operator: { -brand-name } does not renew offers yet.

## Unused

dashboard-unused-title = Seats and keys that nobody has
dashboard-unused-none = Nothing is left for you to put to use.
# Variables:
#   $count (Number) - the seats without a holder
dashboard-unused-seats =
    { $count ->
        [one] { $count } free seat
       *[other] { $count } free seats
    }
# Variables:
#   $amount (String) - what the keys are for, such as: 25 licenses
dashboard-unused-keys = { $amount }, keys not obtained yet
# Variables:
#   $family (String) - the name of a tab
#   $count (Number) - benefits of that tab that are not listed here
dashboard-unused-more = { $family }: { $count } more
# Variables:
#   $count (Number) - seats that wait for their holders to sign in
dashboard-unused-unclaimed =
    { $count ->
        [one] { $count } assigned seat, waiting for sign-in
       *[other] { $count } assigned seats, waiting for sign-in
    }
# Variables:
#   $family (String) - the name of a tab
#   $count (Number) - benefits of that tab that only others can put to use
dashboard-unused-elsewhere =
    { $count ->
        [one] { $family }: { $count } benefit left to use.
       *[other] { $family }: { $count } benefits left to use.
    }

## My benefits

dashboard-mine-title = My benefits
dashboard-mine-none = Nothing is assigned to you yet.
# Variables:
#   $day (String) - the last day, with its distance from today
dashboard-mine-until = Usable until { $day }

## Whom to ask

# Variables:
#   $why (String) - which role the action takes, a whole sentence
#   $names (String) - the people who can do it, such as: Ada Lovelace or Grace Hopper
dashboard-who-can = { $why } Ask { $names }.

## No benefits yet

dashboard-empty-title = Your company has no benefits yet
dashboard-empty-detail = It holds no active membership offer. If that surprises you, you may be signed in with the wrong account: the menu at the top right shows which one, and switches company.
dashboard-empty-lapsed = Its offers were not renewed, so their benefits are closed. If that surprises you, you may be signed in with the wrong account: the menu at the top right shows which one, and switches company.

## The operator’s first page

dashboard-companies-title = Member companies
# Variables:
#   $count (Number) - people of the company
dashboard-companies-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
dashboard-companies-none = No company is registered yet.
dashboard-commands-title = Go on from the server’s shell
dashboard-commands-intro = Until the program console exists, the program is run by commands. Each one lists its options with --help.
dashboard-commands-company = Register a member company:
    .command = atout company create
dashboard-commands-user = Invite a person to a company:
    .command = atout user invite
dashboard-commands-membership = Record an offer that a company holds:
    .command = atout membership record
dashboard-commands-catalogue = Check a program catalog:
    .command = atout catalogue check
