### The first page: what needs the person who looks.

## Head

dashboard-page-title = Tableau de bord
# Variables:
#   $name (String) - the first name of the person
dashboard-page-greeting = Bonjour { $name }
dashboard-operator-lead = Vous gérez le programme.

## Ending soon

dashboard-ending-title = Bientôt à échéance
# Variables:
#   $days (Number) - how far ahead the card looks
dashboard-ending-none =
    { $days ->
        [one] Aucune offre n’arrive à échéance dans { $days } jour.
       *[other] Aucune offre n’arrive à échéance dans les { $days } jours.
    }
# Variables:
#   $date (Date) - the anniversary that comes first
dashboard-ending-next = La prochaine date anniversaire est le { DATETIME($date, dateStyle: "long") }.
dashboard-ending-anniversary = Date anniversaire
dashboard-ending-window = À renouveler avant la fin du
dashboard-ending-closed = Fermée depuis le

## Waiting for the person

dashboard-waiting-title = À faire
dashboard-waiting-none = Rien à faire pour le moment.
dashboard-waiting-mine = Cette licence est la vôtre. Connectez-vous une fois au portail, puis confirmez ici que tout fonctionne.
dashboard-waiting-confirm = Confirmer l’activation
# Variables:
#   $date (Date) - the last day of the renewal window
#   $distance (String) - how far it is, such as: in 12 days
dashboard-waiting-renewal = À renouveler au plus tard le { DATETIME($date, dateStyle: "long") }, { $distance }. D’ici là, ses avantages restent utilisables. Adressez-vous au gestionnaire du programme : { -brand-name } ne renouvelle pas encore les offres.

## Unused

dashboard-unused-title = Licences et clés que personne n’a
dashboard-unused-none = Il ne vous reste rien à affecter ni à obtenir.
# Variables:
#   $count (Number) - the seats without a holder
dashboard-unused-seats =
    { $count ->
        [one] { $count } licence libre
       *[other] { $count } licences libres
    }
# Variables:
#   $amount (String) - what the keys are for, such as: 25 licenses
dashboard-unused-keys = { $amount }, clés pas encore obtenues
# Variables:
#   $family (String) - the name of a tab
#   $count (Number) - benefits of that tab that are not listed here
dashboard-unused-more = { $family } : { $count } de plus
# Variables:
#   $count (Number) - seats that wait for their holders to sign in
dashboard-unused-unclaimed =
    { $count ->
        [one] { $count } licence affectée, en attente de connexion
       *[other] { $count } licences affectées, en attente de connexion
    }
# Variables:
#   $family (String) - the name of a tab
#   $count (Number) - benefits of that tab that only others can put to use
dashboard-unused-elsewhere =
    { $count ->
        [one] { $family } : { $count } avantage reste à utiliser.
       *[other] { $family } : { $count } avantages restent à utiliser.
    }

## My benefits

dashboard-mine-title = Mes avantages
dashboard-mine-none = Rien ne vous est encore affecté.
# Variables:
#   $day (String) - the last day, with its distance from today
dashboard-mine-until = Utilisable jusqu’au { $day }

## Whom to ask

# Variables:
#   $why (String) - which role the action takes, a whole sentence
#   $names (String) - the people who can do it, such as: Ada Lovelace or Grace Hopper
dashboard-who-can = { $why } Adressez-vous à { $names }.

## No benefits yet

dashboard-empty-title = Votre entreprise n’a pas encore d’avantages
dashboard-empty-detail = Elle n’a aucune offre d’adhésion active. Si cela vous étonne, vous utilisez peut-être un autre compte que celui de votre entreprise : le menu en haut à droite montre lequel, et permet de changer d’entreprise.
dashboard-empty-lapsed = Ses offres n’ont pas été renouvelées : leurs avantages sont fermés. Si cela vous étonne, vous utilisez peut-être un autre compte que celui de votre entreprise : le menu en haut à droite montre lequel, et permet de changer d’entreprise.

## The operator’s first page

dashboard-companies-title = Entreprises membres
# Variables:
#   $count (Number) - people of the company
dashboard-companies-people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
dashboard-companies-none = Aucune entreprise n’est encore enregistrée.
dashboard-commands-title = Poursuivre dans le terminal du serveur
dashboard-commands-intro = En attendant la console du programme, le programme se gère par des commandes. Chacune présente ses options avec --help.
dashboard-commands-company = Enregistrer une entreprise membre :
    .command = atout company create
dashboard-commands-user = Inviter une personne dans une entreprise :
    .command = atout user invite
dashboard-commands-membership = Enregistrer une offre qu’une entreprise a achetée :
    .command = atout membership record
dashboard-commands-catalogue = Vérifier un catalogue de programme :
    .command = atout catalogue check
