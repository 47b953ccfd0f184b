### The page that shows one key to a browser without JavaScript.

## Page

key-page-title = Votre clé de licence
# Variables:
#   $seconds (Number) - how long the key is shown
key-page-duration = La clé sera de nouveau masquée après { $seconds } secondes, ou dès que vous quitterez cette page. Votre nom et la date sont enregistrés.
key-page-back-link = Masquer la clé maintenant
