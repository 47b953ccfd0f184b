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
dashboard-waiting-mine = Assigned to you. Sign in once at the portal, then confirm here that it works.
dashboard-waiting-confirm = Confirm activation
# Variables:
#   $portal (String) - the name of the portal
dashboard-waiting-portal = Open { $portal }
# Variables:
#   $date (Date) - the day on which it was assigned
dashboard-waiting-since = Assigned on { DATETIME($date, dateStyle: "long") }, not signed in yet
# Variables:
#   $count (Number) - seats that wait and are not listed here
dashboard-waiting-more =
    { $count ->
        [one] { $count } more seat waits for sign-in
       *[other] { $count } more seats wait for sign-in
    }

## Unused

dashboard-unused-title = Available and not used yet
dashboard-unused-none = Everything that was granted is in use.
# Variables:
#   $count (Number) - how many are unused
dashboard-unused-count = { $count } left to use
# Variables:
#   $count (Number) - benefits that are unused and not listed here
dashboard-unused-more =
    { $count ->
        [one] { $count } more benefit is unused
       *[other] { $count } more benefits are unused
    }

## My benefits

dashboard-mine-title = My benefits
dashboard-mine-none = Nothing is assigned to you yet. A global admin of your company assigns benefits.
# Variables:
#   $day (String) - the last day, with its distance from today
dashboard-mine-until = Usable until { $day }

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
