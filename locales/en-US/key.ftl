### The page that shows one key to a browser without JavaScript.

## Page

key-page-title = Your product key
key-page-duration = This page hides the key again after 30 seconds. It has been recorded that you saw it.
key-page-back-link = Hide key now
