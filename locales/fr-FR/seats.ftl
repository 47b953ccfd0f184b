### The page of every Visual Studio seat of the company.

## Head

seats-page-title = Toutes les licences
# Variables:
#   $count (Number) - every seat of the company
seats-page-lead =
    { $count ->
        [one] { $count } licence Visual Studio et son titulaire.
       *[other] { $count } licences Visual Studio et leurs titulaires.
    }
seats-page-back = Revenir aux abonnements
seats-page-loading = Chargement des licences…

## Filters

seats-filter-region =
    .aria-label = Filtrer les licences
seats-filter-person = Personne
    .placeholder = Nom ou adresse e-mail
seats-filter-pool = Abonnement
    .all = Tous les abonnements
seats-filter-state = Statut
    .all = Tous les statuts
    .locked = En délai de réaffectation
seats-filter-apply = Filtrer
seats-filter-clear = Effacer les filtres

## List

# Variables:
#   $count (Number) - seats that match the filters
seats-list-caption =
    { $count ->
        [one] { $count } licence
       *[other] { $count } licences
    }
# Variables:
#   $count (Number) - seats that match the filters
#   $all (Number) - seats without filters
seats-list-caption-filtered =
    { $count ->
        [one] { $count } licence sur { $all }
       *[other] { $count } licences sur { $all }
    }
seats-list-person = Personne
seats-list-subscription = Abonnement
seats-list-state = Statut
seats-list-since = Depuis
seats-list-changeable = Réaffectable à partir du
seats-list-open = Détails
# Variables:
#   $number (Number) - the number of the seat
#   $product (String) - the subscription
seats-list-open-context = de la licence { $number }, { $product }
seats-list-nobody = Aucune personne
# Variables:
#   $name (String) - who held the seat last
seats-list-last = { $name } (dernier titulaire)
seats-list-now = Dès maintenant

## Pages

seats-page-navigation = Pages de la liste
# Variables:
#   $page (Number) - the page that is shown
#   $pages (Number) - how many there are
seats-page-summary = Page { $page } sur { $pages }
seats-page-previous = Page précédente
seats-page-next = Page suivante

## Nothing to show

seats-empty-title = Votre entreprise n’a aucune licence Visual Studio
    .detail = Les licences viennent d’un Action Pack ou d’une compétence. Elles apparaîtront ici dès que votre entreprise aura une telle offre.
seats-no-match-title = Aucune licence ne correspond à ces filtres
    .detail = Essayez un autre nom, ou affichez-les toutes.
