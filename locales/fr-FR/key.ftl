### La page qui montre une clé à un navigateur sans JavaScript.

## Page

key-page-title = Votre clé de licence
key-page-duration = Cette page masque de nouveau la clé après 30 secondes. Il est enregistré que vous l’avez vue.
key-page-back-link = Masquer la clé maintenant
