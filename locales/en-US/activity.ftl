### The page of the company’s activity log. What its entries say is in activity-log.ftl.

## Head

activity-page-title = Activity log
activity-page-lead = Who did what in your company, and what was refused. Newest first.
# Variables:
#   $most (Number) - the most entries that one file holds
activity-export-button = Export as CSV
    .detail = The file holds every entry that the filters show, { $most } at most, and the export is logged.

## Filters

activity-filter-region =
    .aria-label = Filter the log
activity-filter-person = Who did it
    .placeholder = Name or email address
activity-filter-act = Action
    .but-sign-ins = Everything but sign-ins
    .all = All actions
activity-filter-act-keys = Keys
activity-filter-act-activations = Activations and downloads
activity-filter-act-seats = Seats
activity-filter-act-people = People
activity-filter-act-sign-ins = Sign-ins
activity-filter-act-company = Company and offers
activity-filter-act-exports = Exports
activity-filter-act-refused = Refused attempts
activity-filter-benefit = Benefit
    .all = All benefits
activity-filter-from = From
activity-filter-to = To
activity-filter-day-fault = This date does not exist. Choose one, or leave the field empty.
activity-filter-apply = Filter
activity-filter-clear = Clear filters

## List

# Variables:
#   $count (Number) - entries that match the filters
activity-list-caption =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
# Variables:
#   $count (Number) - as many as are counted
activity-list-caption-more =
    { $count ->
        [one] More than { $count } entry
       *[other] More than { $count } entries
    }
activity-list-when = When
activity-list-who = Who
activity-list-what = What
activity-list-benefit = Benefit
# Variables:
#   $before (String) - how it was
#   $after (String) - how it is since
activity-list-change = Before: { $before }. After: { $after }.
activity-list-refused = Refused

## Pages

activity-page-navigation = Pages of the log
# Variables:
#   $from (Date) - the day of the oldest entry of the page
#   $to (Date) - the day of the newest
activity-page-summary = From { DATETIME($from, dateStyle: "long") } to { DATETIME($to, dateStyle: "long") }
activity-page-newer = Newer entries
activity-page-older = Older entries

## Nothing to show

activity-empty-title = Nothing has happened yet
    .detail = What people of your company do is listed here.
activity-no-match-title = No entry matches these filters
    .detail = Change or clear the filters.
