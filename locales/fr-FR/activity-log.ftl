### What the entries of the activity log say. The server puts them into words in both languages, for pages and files: no
### browser reads this file.

## Who

activity-log-who-shell = Ligne de commande
activity-log-person-unknown = une personne inconnue

## Software

# Variables:
#   $drawn (Number) - keys that the company got with this act
activity-log-keys-listed =
    { $drawn ->
        [0] Clés consultées, masquées
        [one] { $drawn } clé obtenue, masquée
       *[other] { $drawn } clés obtenues, masquées
    }
# Variables:
#   $key (String) - the number of the key among those of its product
activity-log-key-shown = Clé { $key } affichée
    .first = Clé { $key } affichée pour la première fois
# Variables:
#   $key (String) - the number of the key among those of its product
activity-log-key-copied = Clé { $key } copiée
    .first = Clé { $key } copiée : personne ne l’avait encore vue
# Variables:
#   $machine (String) - the name of the machine
activity-log-activation-recorded = Activation enregistrée sur { $machine }
    .changed = Activation enregistrée sur { $machine }, dont le matériel a changé
    .uncounted = Activation enregistrée sur { $machine } : elle ne compte pas une deuxième fois
# Variables:
#   $language (String) - the language of the product
#   $os (String) - the operating system
activity-log-installation-chosen = Téléchargement choisi : { $language }, { $os }

## Seats

# Variables:
#   $seat (String) - the number of the seat in its pool
#   $name (String) - the person who got it
activity-log-seat-assigned = Licence { $seat } affectée à { $name }
# Variables:
#   $seat (String) - the number of the seat in its pool
#   $name (String) - the person who had it
activity-log-seat-removed = Licence { $seat } retirée à { $name }
# Variables:
#   $seat (String) - the number of the seat in its pool
#   $from (String) - the person who had it
#   $to (String) - the person who got it
activity-log-seat-reassigned = Licence { $seat } réaffectée : { $from }, puis { $to }
# Variables:
#   $seat (String) - the number of the seat in its pool
#   $name (String) - the person who holds it
activity-log-seat-activated = Activation de la licence { $seat } confirmée pour { $name }
# Variables:
#   $change (String) - the change, as one of the sentences above
activity-log-change-undone = Changement annulé : « { $change } »
# Variables:
#   $seat (String) - the number of the seat in its pool
activity-log-change-unknown = Changement de la licence { $seat } annulé

## People

# Variables:
#   $name (String) - the person
#   $roles (String) - the roles of the person
activity-log-user-invited = Invitation envoyée à { $name } ({ $roles })
    .guest = Invitation envoyée à { $name } comme utilisateur invité ({ $roles })
# Variables:
#   $name (String) - the person
activity-log-user-disabled = Compte désactivé, plus aucune connexion possible : { $name }
# Variables:
#   $name (String) - the person
activity-log-user-enabled = Compte réactivé : { $name }
activity-log-invitation-accepted = Invitation acceptée
activity-log-session-began = Connexion
activity-log-session-closed = Déconnexion
activity-log-session-ended = Session fermée dans un autre navigateur
# Variables:
#   $count (Number) - sessions that were ended, 1 or more
activity-log-sessions-ended =
    { $count ->
        [one] Déconnexion de { $count } autre navigateur
       *[other] Déconnexion de { $count } autres navigateurs
    }
activity-log-password-changed = Mot de passe modifié

## Company

# Variables:
#   $name (String) - the name of the company
#   $id (String) - its MPN ID
activity-log-company-created = Entreprise { $name } créée, ID MPN { $id }
# Variables:
#   $name (String) - the name of the location
#   $country (String) - its country
activity-log-location-added = Site { $name } ajouté ({ $country })
# Variables:
#   $offer (String) - the offer
#   $date (Date) - the day on which it was activated
activity-log-membership-recorded = Offre { $offer } enregistrée, active depuis le { DATETIME($date, dateStyle: "long") }
activity-log-operator-act = Action qui concerne tout le programme

## The rules of the program, set for the company

activity-log-rule-cooldown-none = Fixé pour l’entreprise : une licence peut être réaffectée à tout moment
# Variables:
#   $days (Number) - the days that a seat waits
activity-log-rule-cooldown-days =
    { $days ->
        [one] Fixé pour l’entreprise : une licence peut être réaffectée { $days } jour après son affectation
       *[other] Fixé pour l’entreprise : une licence peut être réaffectée { $days } jours après son affectation
    }
# Variables:
#   $days (Number) - the days that a seat waits
activity-log-rule-cooldown-full =
    { $days ->
        [one] Fixé pour l’entreprise : une licence peut être réaffectée { $days } jour après son affectation, si l’abonnement était complet
       *[other] Fixé pour l’entreprise : une licence peut être réaffectée { $days } jours après son affectation, si l’abonnement était complet
    }
# Variables:
#   $what (String) - what they may hold
activity-log-rule-guests = Fixé pour l’entreprise : les utilisateurs invités peuvent avoir { $what }
    .none = Fixé pour l’entreprise : les utilisateurs invités ne peuvent avoir aucun avantage
    .seats = des licences Visual Studio
    .azure = des abonnements Azure
# Variables:
#   $roles (String) - the roles of which one is needed
activity-log-rule-assigning = Fixé pour l’entreprise : pour affecter des avantages, il faut être { $roles }
activity-log-rule-refund-software = Fixé pour l’entreprise : le droit au remboursement prend fin à la première activation d’un logiciel
activity-log-rule-refund-anything = Fixé pour l’entreprise : le droit au remboursement prend fin à la première utilisation d’un avantage
activity-log-rule-counting-changes = Fixé pour l’entreprise : une activation compte sur une nouvelle machine ou un matériel modifié
activity-log-rule-counting-all = Fixé pour l’entreprise : chaque activation compte

## The log itself

# Variables:
#   $count (Number) - entries in the file
activity-log-entries-exported =
    { $count ->
        [one] { $count } entrée de ce journal exportée en CSV
       *[other] { $count } entrées de ce journal exportées en CSV
    }

## What was refused: what was asked for

activity-log-refused-get-keys = Obtenir les clés
# Variables:
#   $key (String) - the number of the key
activity-log-refused-show-key = Afficher la clé { $key }
# Variables:
#   $key (String) - the number of the key
activity-log-refused-copy-key = Copier la clé { $key }
# Variables:
#   $machine (String) - the name of the machine
activity-log-refused-record-activation = Enregistrer une activation sur { $machine }
# Variables:
#   $language (String) - the language of the product
#   $os (String) - the operating system
activity-log-refused-choose-installation = Choisir le téléchargement : { $language }, { $os }
# Variables:
#   $name (String) - the person
activity-log-refused-assign-seat = Affecter une licence à { $name }
# Variables:
#   $seat (String) - the number of the seat
activity-log-refused-remove-seat = Retirer la licence { $seat }
# Variables:
#   $seat (String) - the number of the seat
#   $name (String) - the person who was to get it
activity-log-refused-reassign-seat = Réaffecter la licence { $seat } à { $name }
# Variables:
#   $seat (String) - the number of the seat
activity-log-refused-confirm-activation = Confirmer l’activation de la licence { $seat }
activity-log-refused-undo-change = Annuler un changement de licence
activity-log-refused-export = Exporter ce journal en CSV

## The file, beside the columns of the page

# Variables:
#   $zone (String) - the time zone of the company, such as Europe/Paris
activity-log-file-time = Heure ({ $zone })
activity-log-file-before = Avant
activity-log-file-after = Après
activity-log-file-refusal = Motif du refus
