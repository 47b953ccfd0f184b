### The page of every Visual Studio seat of the company.

## Head

seats-page-title = All seats
# Variables:
#   $count (Number) - every seat of the company
seats-page-lead =
    { $count ->
        [one] { $count } Visual Studio seat, and who holds it.
       *[other] { $count } Visual Studio seats, and who holds each of them.
    }
seats-page-back = Back to subscriptions
seats-page-loading = Loading the seats…

## Filters

seats-filter-region =
    .aria-label = Filter the seats
seats-filter-person = Person
    .placeholder = Name or email address
seats-filter-pool = Subscription
    .all = All subscriptions
seats-filter-state = Status
    .all = All statuses
    .locked = Locked by the cooldown
seats-filter-apply = Filter
seats-filter-clear = Clear filters

## List

# Variables:
#   $count (Number) - seats that match the filters
seats-list-caption =
    { $count ->
        [one] { $count } seat
       *[other] { $count } seats
    }
# Variables:
#   $count (Number) - seats that match the filters
#   $all (Number) - seats without filters
seats-list-caption-filtered =
    { $count ->
        [one] { $count } seat of { $all }
       *[other] { $count } seats of { $all }
    }
seats-list-person = Person
seats-list-subscription = Subscription
seats-list-state = Status
seats-list-since = Since
seats-list-changeable = Can change hands from
seats-list-open = Details
# Variables:
#   $number (Number) - the number of the seat
#   $product (String) - the subscription
seats-list-open-context = of seat { $number }, { $product }
seats-list-nobody = Nobody
# Variables:
#   $name (String) - who held the seat last
seats-list-last = { $name } (last holder)
seats-list-now = At once

## Pages

seats-page-navigation = Pages of the list
# Variables:
#   $page (Number) - the page that is shown
#   $pages (Number) - how many there are
seats-page-summary = Page { $page } of { $pages }
seats-page-previous = Previous page
seats-page-next = Next page

## Nothing to show

seats-empty-title = Your company has no Visual Studio seat
    .detail = Seats come with an Action Pack or with a competency. They appear here once your company holds such an offer.
seats-no-match-title = No seat matches these filters
    .detail = Try another name, or look at all of them.
