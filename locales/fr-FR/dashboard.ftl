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

dashboard-waiting-title = En attente de vous
dashboard-waiting-none = Rien ne vous attend.
dashboard-waiting-mine = Licence affectée à votre nom. Connectez-vous une fois au portail, puis confirmez ici que tout fonctionne.
dashboard-waiting-confirm = Confirmer l’activation
# Variables:
#   $portal (String) - the name of the portal
dashboard-waiting-portal = Ouvrir « { $portal } »
# Variables:
#   $date (Date) - the day on which it was assigned
dashboard-waiting-since = Licence affectée le { DATETIME($date, dateStyle: "long") }, pas encore de connexion
# Variables:
#   $count (Number) - seats that wait and are not listed here
dashboard-waiting-more =
    { $count ->
        [one] { $count } autre licence en attente de connexion
       *[other] { $count } autres licences en attente de connexion
    }

## Unused

dashboard-unused-title = Disponible et pas encore utilisé
dashboard-unused-none = Tout ce qui est accordé est utilisé.
# Variables:
#   $count (Number) - how many are unused
dashboard-unused-count = { $count } à utiliser
# Variables:
#   $count (Number) - benefits that are unused and not listed here
dashboard-unused-more =
    { $count ->
        [one] { $count } autre avantage inutilisé
       *[other] { $count } autres avantages inutilisés
    }

## My benefits

dashboard-mine-title = Mes avantages
dashboard-mine-none = Rien ne vous est encore affecté. Un administrateur général de votre entreprise affecte les avantages.
# Variables:
#   $day (String) - the last day, with its distance from today
dashboard-mine-until = Utilisable jusqu’au { $day }

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
