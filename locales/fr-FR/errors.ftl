### What went wrong that no rule of the program explains: pages, connection, fields.

## Pages

errors-not-found-title = Page introuvable
errors-not-found-detail = Il n’y a rien à cette adresse, ou rien qui vous soit accessible. L’adresse comporte peut-être une erreur, ou ce qu’elle désignait n’existe plus.
errors-forbidden-title = Vous n’avez pas accès à cette page
errors-refused-title = Cette page ne peut pas s’afficher
errors-unavailable-title = { -brand-name } ne peut pas répondre pour le moment
# Variables:
#   $reference (String) - the code that finds this failure in the server’s log
errors-unavailable-detail = Un incident s’est produit sur le serveur. Réessayez dans un instant. S’il persiste, communiquez cette référence au gestionnaire du programme : { $reference }.
errors-unavailable-brief = Un incident s’est produit sur le serveur. Réessayez dans un instant.
# Variables:
#   $reference (String) - the code that finds this failure in the server’s log
errors-busy-detail = { -brand-name } est très sollicité. Réessayez dans un instant. Référence : { $reference }.
# Variables:
#   $reference (String) - the code that finds this failure in the server’s log
errors-unwritable-detail = Les pages restent consultables, mais rien ne peut être enregistré pour le moment, et rien n’a changé. Prévenez le gestionnaire du programme en lui communiquant cette référence : { $reference }.
errors-busy-unsaved = Rien n’a été enregistré.
errors-resend-detail = Ce que vous avez saisi n’est pas perdu : vous pouvez renvoyer la demande.
errors-resend-once = Votre demande ne sera pas exécutée deux fois.
errors-resend-logged = Chaque tentative réussie figure au journal d’activité.
errors-offline-title = Le serveur est injoignable
errors-offline-detail = Vérifiez votre connexion, puis réessayez.
errors-form-title = Votre demande n’a pas été exécutée
errors-form-detail = { -brand-name } a reçu un envoi qui ne vient pas d’une de ses pages : il provient d’un autre site, ou il est trop volumineux ou d’une autre nature. Rien n’a changé. Revenez à la page, rechargez-la, puis recommencez.
errors-dashboard-link = Aller au tableau de bord
errors-retry-link = Réessayer

## Forms

errors-timeout-notice = Le serveur n’a pas répondu. Vérifiez votre connexion, puis réessayez.
# Variables:
#   $count (Number) - fields to correct
errors-summary-title =
    { $count ->
        [one] { $count } champ est à corriger
       *[other] { $count } champs sont à corriger
    }
errors-field-required = Remplissez ce champ.
# Variables:
#   $maximum (Number) - the most characters accepted
errors-field-long =
    { $maximum ->
        [one] Ce texte est trop long : { $maximum } caractère au plus.
       *[other] Ce texte est trop long : { $maximum } caractères au plus.
    }
errors-field-invalid = Cette valeur ne convient pas ici. Vérifiez-la.
errors-field-nobody = Personne dans votre entreprise n’a ce nom ni cette adresse. Vérifiez l’orthographe.
# Variables:
#   $count (Number) - people who match, 2 or more
errors-field-several =
    { $count ->
        [one] { $count } personne correspond. Choisissez-la dans la liste.
       *[other] { $count } personnes correspondent. Choisissez-en une dans la liste, ou saisissez l’adresse entière.
    }
