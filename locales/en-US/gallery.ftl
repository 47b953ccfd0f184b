### The gallery of the design system, shown in demonstration mode.

## Page

gallery-page-title = Design system
gallery-page-lead = Every part of the screens, in each of its states.
gallery-page-controls = Controls
gallery-page-lists = Lists
gallery-page-changes = What changes

## Actions

gallery-actions-title = Buttons and states
gallery-button-assign = Assign seat
gallery-button-export = Export as CSV
gallery-button-remove = Remove
gallery-button-cancel = Cancel offer
gallery-button-busy = Saving…
gallery-button-small = Copy
gallery-button-context = for Björn Åkesson
gallery-tag-good = Active
gallery-tag-warn = Expires soon
gallery-tag-bad = Expired
gallery-tag-info = Requested
gallery-tag-calm = Core
gallery-closed-reason = The refund was possible until May 14, 2026.
gallery-closed-full = Every seat is assigned.
gallery-closed-question = Who can do this?
gallery-closed-role = Global admin

## Remarks

gallery-notes-title = Remarks
gallery-note-good = Saved
gallery-note-good-text = The seat is assigned. Björn Åkesson receives an email.
gallery-note-warn = Use soon
gallery-note-warn-text = 6 seats have never been assigned. They expire on April 11, 2027.
gallery-note-bad = Refused
gallery-note-bad-text = This person already holds a seat of this subscription.
gallery-note-info = In progress
gallery-note-info-text = The import takes about one minute.
gallery-note-calm = Cooldown: 90 days
gallery-note-calm-text = A seat removed less than 90 days after its assignment waits until then.

## Fields

gallery-fields-title = Fields
gallery-field-email = Email address
gallery-field-email-hint = The address of the work account.
gallery-field-email-error = This address is incomplete. Add what follows the @ sign.
gallery-field-phone = Phone number
gallery-field-optional = (optional)
gallery-field-language = Preferred language
gallery-field-language-french = French
gallery-field-language-english = English
gallery-field-details = Issue details
gallery-field-stay = Send me a reminder 30 days before
gallery-field-stay-hint = One email, never more.
gallery-field-person = Person
gallery-field-person-held = already holds a seat
# Variables:
#   $count (Number) - how many people match what is typed
gallery-field-person-found =
    { $count ->
        [one] { $count } person found
       *[other] { $count } people found
    }
gallery-summary-title = The form was not sent

## Lists

gallery-lists-title = Lists
gallery-tabs-label = Families of benefits
gallery-tab-software = Software
gallery-tab-cloud = Cloud
gallery-tab-visual-studio = Visual Studio subscriptions
gallery-filter-label = Filter subscriptions
gallery-filter-apply = Filter
gallery-filter-type = Type
gallery-filter-type-any = All types
# Variables:
#   $count (Number) - how many subscriptions are listed
gallery-table-caption =
    { $count ->
        [one] { $count } subscription
       *[other] { $count } subscriptions
    }
gallery-column-name = Subscription
gallery-column-status = Status
gallery-column-seats = Seats
gallery-column-until = Expires
gallery-column-details = Details
# Variables:
#   $used (Number) - how many seats are assigned
#   $total (Number) - how many seats there are
gallery-table-seats = { $used } / { $total }
# Variables:
#   $date (String) - a day, as in ISO 8601
gallery-table-day = { DATETIME($date, dateStyle: "long") }
gallery-row-open = Expand the details
gallery-row-close = Collapse the details
gallery-detail-origin = Where these seats come from
gallery-detail-competency = Competency
gallery-detail-competency-value = Cloud Platform, Gold level: +25
gallery-detail-cap = Cap
gallery-detail-cap-value = 50 per country, not reached
gallery-pages-label = Pages of the list
gallery-pages-summary = 1 to 50 of 150
gallery-pages-previous = Previous page
gallery-pages-next = Next page

## Empty lists

gallery-empty-title = Empty lists
gallery-empty-nothing = No seat assigned yet
gallery-empty-nothing-text = Assign one to a person of the directory, or invite somebody.
gallery-empty-match = No subscription matches
gallery-empty-match-button = Clear filters
gallery-empty-permission = You cannot see the keys
gallery-empty-permission-text = Nadia Benali, global admin, can let you.

## Under way

gallery-steps-title = Under way
gallery-steps-requested = Requested
gallery-steps-approved = Approved
gallery-steps-sent = Email sent
gallery-steps-sent-next = Karim Haddad has to open it.
gallery-steps-active = Active
gallery-steps-stopped = Refused
gallery-progress-label = Import
gallery-progress-text = 40 of 100 rows
gallery-progress-unknown = Reading the file
gallery-skeleton-label = Reading the list…
gallery-key-label = Windows 11 Enterprise, French
gallery-key-show = Show key
gallery-key-hide = Hide key
gallery-key-copy = Copy key
gallery-key-countdown = Time left until the key is masked

## Dialog and messages

gallery-dialog-open = Open the dialog
gallery-dialog-title = Cancel the Action Pack offer?
gallery-dialog-text = You lose 3 seats and the right to the refund. This cannot be undone.
gallery-dialog-keep = Keep the offer
gallery-toast-open = Show a message
gallery-toast-text = Seat assigned to Björn Åkesson.
gallery-toast-undo = Undo assignment
gallery-toast-undone = The assignment is undone.
gallery-toast-fail = Show a failure
gallery-toast-failed = The seat could not be assigned. Try again.

## How values are written

gallery-writing-title = Dates, numbers, and sizes
gallery-writing-caption = What the list says, and what is written here
gallery-writing-listed = In the list
gallery-writing-here = Written here
