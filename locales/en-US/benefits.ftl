### The Benefits page: five tabs around one list, and what every open row shows.

## Page

benefits-page-title = Benefits
benefits-page-loading = Loading your benefits…
benefits-tabs-label = Benefits by family

## What the company holds, in one line

benefits-head-none = No active offer
# Variables:
#   $count (Number) - competencies
benefits-head-competencies =
    { $count ->
        [one] { $count } competency
       *[other] { $count } competencies
    }
# Variables:
#   $date (Date) - the next anniversary
#   $distance (String) - how far it is, such as: in 12 days
benefits-head-renewal = anniversary on { DATETIME($date, dateStyle: "long") }, { $distance }
# Variables:
#   $date (Date) - the last day of the renewal window
#   $distance (String) - how far it is
benefits-head-window = to be renewed by { DATETIME($date, dateStyle: "long") }, { $distance }
# Variables:
#   $date (Date) - the first day without benefits
#   $distance (String) - how far it is
benefits-head-lapsed = not renewed, closed since { DATETIME($date, dateStyle: "long") }, { $distance }

## Filters

benefits-filter-label = Filter the benefits
benefits-filter-search = Search for a product
    .placeholder = Product
benefits-filter-offer = Offer
benefits-filter-offer-all = All offers
benefits-filter-type = Type
benefits-filter-type-all = All types
benefits-filter-state = State
benefits-filter-state-all = All states
benefits-filter-button = Apply filters
benefits-state-available = Available
benefits-state-used-up = Used up
benefits-state-never-used = Never used
benefits-state-ending = Ending soon

## Table

# Variables:
#   $all (Number) - benefits on this tab
benefits-table-caption =
    { $all ->
        [one] { $all } benefit
       *[other] { $all } benefits
    }
# Variables:
#   $matching (Number) - benefits that match the filters
#   $all (Number) - benefits on this tab
benefits-table-caption-matching =
    { $all ->
        [one] { $matching } of { $all } benefit
       *[other] { $matching } of { $all } benefits
    }
benefits-column-product = Product
benefits-column-offer = Offer
benefits-column-type = Type
benefits-column-activations = Activations
benefits-column-seats = Seats
benefits-column-quantity = Quantity
benefits-column-status = Status
benefits-column-usable = Usable until
benefits-column-expiry = Expires
benefits-column-activate = Activate by
benefits-column-details = Details
# Variables:
#   $product (String) - the name of the product
benefits-row-open = Expand the details of { $product }
# Variables:
#   $product (String) - the name of the product
benefits-row-close = Collapse the details of { $product }
# Variables:
#   $count (Number) - offers that are not named
benefits-row-more-offers = and { $count } more
benefits-status-available = Available
benefits-status-expired = Expired

## Quantity

# The accessible name of the bar.
# Variables:
#   $product (String) - the name of the product
benefits-quantity-label = Used of { $product }
# Variables:
#   $used (Number) - used
#   $granted (Number) - granted
benefits-quantity-ratio = { $used } / { $granted }
# Variables:
#   $count (Number) - left
benefits-quantity-left = { $count } left
# Variables:
#   $count (Number) - seats that wait for their cooldown to end
benefits-quantity-locked = { $count } cooling down
# Stands under the quantity of software that has no key.
benefits-quantity-uncounted = nothing to activate

## Pages of the list

benefits-pages-label = Pages of the list
# Variables:
#   $page (Number) - the page that is shown
#   $pages (Number) - how many there are
benefits-pages-summary = Page { $page } of { $pages }
benefits-pages-previous = Previous page
benefits-pages-next = Next page

## Nothing to show

benefits-empty-title = No benefits here yet
benefits-empty-detail = Your company has no active offer that grants benefits of this family. If you expected some, check that you are signed in to the right company.
benefits-unmatched-title = No benefit matches these filters
benefits-unmatched-detail = Change a filter, or clear them all.
benefits-unmatched-button = Clear filters
benefits-unopened-unknown = The benefit that this address opens is not on this tab: it is no longer granted, or it belongs to another company.

## Open row: where it comes from

# Variables:
#   $amount (String) - everything together, such as: 25 licenses
benefits-sources-title = Where this comes from: { $amount }
benefits-sources-granted = Granted
benefits-sources-cap = Cap
# Variables:
#   $count (Number) - how many a cap has cut off
benefits-sources-cut = { $count } less, because the cap of the program is reached
benefits-sources-refund = Refund

## Open row: how it is used

benefits-activation-title = How to use it
# Variables:
#   $portal (String) - the name of the portal, such as: the Azure portal
benefits-portal-link = Go to the external portal: { $portal }
