### The words of the program: roles, levels, quantities, states, countries. Each names one value.

## Roles, as a label, and in the middle of a sentence

terms-role-default = Default user
terms-role-operator = Program operator
terms-role-global-admin = Global admin
    .in-text = global admin
terms-role-mpn-partner-admin = MPN partner admin
    .in-text = MPN partner admin
terms-role-account-admin = Account admin
    .in-text = account admin
terms-role-user-admin = User admin
    .in-text = user admin
terms-role-admin-agent = Admin agent
    .in-text = admin agent
terms-role-sales-agent = Sales agent
    .in-text = sales agent
terms-role-helpdesk-agent = Helpdesk agent
    .in-text = helpdesk agent
terms-role-billing-admin = Billing admin
    .in-text = billing admin
terms-role-report-viewer = Report viewer
    .in-text = report viewer

## Lists

# Variables:
#   $before (String) - what is listed so far
#   $next (String) - one more
terms-list-comma = { $before }, { $next }
# Variables:
#   $before (String) - what is listed so far
#   $last (String) - the last choice
terms-list-or = { $before } or { $last }

## What an offer gives

terms-level-action-pack = Action Pack
terms-level-silver = Silver
terms-level-gold = Gold
terms-type-core = Core
terms-type-incremental = Incremental

## The five families, as the tabs name them

terms-family-software = Software
terms-family-cloud = Cloud
terms-family-visual-studio = Visual Studio subscriptions
terms-family-technical = Technical benefits
terms-family-go-to-market = Go-To-Market

## Quantities

terms-quantity-unlimited = Unlimited
# Variables:
#   $count (Number) - how many
terms-unit-licences =
    { $count ->
        [one] { $count } license
       *[other] { $count } licenses
    }
# Variables:
#   $count (Number) - how many
terms-unit-cores =
    { $count ->
        [one] { $count } core
       *[other] { $count } cores
    }
# Variables:
#   $count (Number) - how many
terms-unit-seats =
    { $count ->
        [one] { $count } seat
       *[other] { $count } seats
    }
# Variables:
#   $count (Number) - how many
terms-unit-incidents =
    { $count ->
        [one] { $count } incident
       *[other] { $count } incidents
    }
# Variables:
#   $count (Number) - how many
terms-unit-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
# Variables:
#   $count (Number) - how many
terms-unit-accounts =
    { $count ->
        [one] { $count } account
       *[other] { $count } accounts
    }
# Variables:
#   $count (Number) - the amount, in the currency of the product
terms-unit-monthly-credit = { $count } of credit a month
# Variables:
#   $count (Number) - the amount, in the currency of the product
terms-unit-yearly-credit = { $count } of credit a year
# Variables:
#   $count (Number) - how many
terms-unit-offers =
    { $count ->
        [one] { $count } offer
       *[other] { $count } offers
    }

## The size of a file

# Variables:
#   $size (Number) - megabytes, fewer than 1,000
terms-size-megabytes = { $size } MB
# Variables:
#   $size (Number) - gigabytes
terms-size-gigabytes = { NUMBER($size, maximumFractionDigits: 2) } GB

## Seats

terms-seat-free = Free
terms-seat-assigned = Assigned, waiting for sign-in
terms-seat-activated = Activated
terms-seat-ended = Expired
# Variables:
#   $date (Date) - the first day on which the seat can go to someone else
terms-seat-locked = Can be reassigned from { DATETIME($date, dateStyle: "long") }

## Where an offer stands

terms-stage-active = Active
terms-stage-renewal = To be renewed
terms-stage-lapsed = Not renewed

## What “expires” means, before the date

terms-expiry-software = Usable until
    .meaning = The software can be used until the membership ends. After that, uninstall it.
terms-expiry-redeemable = Redeem by
    .meaning = The last day to redeem the key. A subscription that is redeemed in time runs for its 12 months.
terms-expiry-monthly-credit = Credit until
    .meaning = What is left of the credit lapses at the end of each month. The credit itself ends with the membership.
terms-expiry-yearly-credit = Credit until
    .meaning = What is left of the credit lapses at the end of its year.
terms-expiry-seats = Usable until
    .meaning = Seats can be assigned and used until 30 days after the anniversary.
terms-expiry-technical = Usable until
    .meaning = The benefit ends on that day, or as soon as its balance is used up.
terms-expiry-go-to-market = Activate by
    .meaning = The last day to activate the offer. Once active, it has an end date of its own.

## The right to a refund

# Variables:
#   $date (Date) - the last day on which a refund can be requested
#   $days (Number) - days left after today
terms-refund-open =
    { $days ->
        [0] Refundable until today, { DATETIME($date, dateStyle: "long") }.
        [one] Refundable until tomorrow, { DATETIME($date, dateStyle: "long") }.
       *[other] Refundable until { DATETIME($date, dateStyle: "long") }: { $days } days left.
    }
# Variables:
#   $date (Date) - the last day on which a refund could be requested
terms-refund-over = No longer refundable: the refund window closed on { DATETIME($date, dateStyle: "long") }.
terms-refund-used = No longer refundable: the benefits have been used.

## Countries, by their ISO 3166 code

# Variables:
#   $code (String) - the two letters of the country
terms-country-name =
    { $code ->
        [AE] United Arab Emirates
        [AR] Argentina
        [AT] Austria
        [AU] Australia
        [BE] Belgium
        [BG] Bulgaria
        [BR] Brazil
        [CA] Canada
        [CH] Switzerland
        [CI] Côte d’Ivoire
        [CL] Chile
        [CM] Cameroon
        [CN] China
        [CO] Colombia
        [CZ] Czechia
        [DE] Germany
        [DK] Denmark
        [DZ] Algeria
        [EG] Egypt
        [ES] Spain
        [FI] Finland
        [FR] France
        [GB] United Kingdom
        [GR] Greece
        [HR] Croatia
        [HU] Hungary
        [IE] Ireland
        [IL] Israel
        [IN] India
        [IT] Italy
        [JP] Japan
        [KR] South Korea
        [LU] Luxembourg
        [MA] Morocco
        [MX] Mexico
        [NL] Netherlands
        [NO] Norway
        [NZ] New Zealand
        [PL] Poland
        [PT] Portugal
        [RO] Romania
        [SE] Sweden
        [SG] Singapore
        [SK] Slovakia
        [SN] Senegal
        [TN] Tunisia
        [TR] Türkiye
        [UA] Ukraine
        [US] United States
        [ZA] South Africa
       *[other] { $code }
    }
