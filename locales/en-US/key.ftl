### The page that shows one key to a browser without JavaScript.

## Page

key-page-title = Your license key
# Variables:
#   $seconds (Number) - how long the key is shown
key-page-duration = The key is masked again after { $seconds } seconds, or as soon as you leave this page. Your name and the date are recorded.
key-page-back-link = Mask the key now
