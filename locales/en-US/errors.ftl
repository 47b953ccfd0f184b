### What went wrong that no rule of the program explains: pages, connection, fields.

## Pages

errors-not-found-title = Page not found
errors-not-found-detail = Nothing is at this address, or nothing that is open to you. It may have been mistyped, or what it led to may be gone.
errors-forbidden-title = You do not have access to this page
errors-refused-title = This page cannot be shown
errors-unavailable-title = { -brand-name } cannot answer right now
# Variables:
#   $reference (String) - the code that finds this failure in the server’s log
errors-unavailable-detail = Something failed on the server. Try again in a moment. If it keeps failing, give this reference to the program operator: { $reference }.
errors-unavailable-brief = Something failed on the server. Try again in a moment.
# Variables:
#   $reference (String) - the code that finds this failure in the server’s log
errors-busy-detail = { -brand-name } is very busy. Try again in a moment. Reference: { $reference }.
# Variables:
#   $reference (String) - the code that finds this failure in the server’s log
errors-unwritable-detail = Pages can be read, but nothing can be saved for now, and nothing has changed. Tell the program operator, with this reference: { $reference }.
errors-busy-unsaved = Nothing was saved.
errors-resend-detail = What you entered is not lost: you can send it again.
errors-resend-once = Your request will not be carried out twice.
errors-resend-logged = Each attempt that succeeds is in the activity log.
errors-offline-title = The server cannot be reached
errors-offline-detail = Check your connection, then try again.
errors-form-title = Your request was not carried out
errors-form-detail = What reached { -brand-name } is not what one of its pages sends: it came from another site, or it is too large or of another kind. Nothing has changed. Go back to the page, reload it, then try again.
errors-dashboard-link = Go to dashboard
errors-retry-link = Try again

## Forms

errors-timeout-notice = The server has not answered. Check your connection, then try again.
# Variables:
#   $count (Number) - fields to correct
errors-summary-title =
    { $count ->
        [one] { $count } field needs your attention
       *[other] { $count } fields need your attention
    }
errors-field-required = Fill in this field.
# Variables:
#   $maximum (Number) - the most characters accepted
errors-field-long =
    { $maximum ->
        [one] This text is too long: { $maximum } character at most.
       *[other] This text is too long: { $maximum } characters at most.
    }
errors-field-invalid = This value cannot be used here. Check it.
errors-field-nobody = Nobody in your company has this name or this address. Check the spelling.
# Variables:
#   $count (Number) - people who match, 2 or more
errors-field-several =
    { $count ->
        [one] { $count } person matches. Choose them in the list.
       *[other] { $count } people match. Choose one in the list, or type the full address.
    }
