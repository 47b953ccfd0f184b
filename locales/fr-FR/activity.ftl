### The page of the company’s activity log. What its entries say is in activity-log.ftl.

## Head

activity-page-title = Journal d’activité
activity-page-lead = Qui a fait quoi dans votre entreprise, et ce qui a été refusé. Les entrées les plus récentes viennent en premier.
# Variables:
#   $most (Number) - the most entries that one file holds
activity-export-button = Exporter en CSV
    .detail = Le fichier contient toutes les entrées que montrent les filtres, { $most } au plus, et l’export est consigné.

## Filters

activity-filter-region =
    .aria-label = Filtrer le journal
activity-filter-person = Auteur
    .placeholder = Nom ou adresse e-mail
activity-filter-act = Action
    .but-sign-ins = Tout, sauf les connexions
    .all = Toutes les actions
activity-filter-act-keys = Clés
activity-filter-act-activations = Activations et téléchargements
activity-filter-act-seats = Licences nominatives
activity-filter-act-people = Personnes
activity-filter-act-sign-ins = Connexions
activity-filter-act-company = Entreprise et offres
activity-filter-act-exports = Exports
activity-filter-act-refused = Tentatives refusées
activity-filter-benefit = Avantage
    .all = Tous les avantages
activity-filter-from = Du
activity-filter-to = Au
activity-filter-day-fault = Cette date n’existe pas. Choisissez-en une, ou laissez le champ vide.
activity-filter-apply = Filtrer
activity-filter-clear = Effacer les filtres

## List

# Variables:
#   $count (Number) - entries that match the filters
activity-list-caption =
    { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    }
# Variables:
#   $count (Number) - as many as are counted
activity-list-caption-more =
    { $count ->
        [one] Plus de { $count } entrée
       *[other] Plus de { $count } entrées
    }
activity-list-when = Quand
activity-list-who = Qui
activity-list-what = Quoi
activity-list-benefit = Avantage
# Variables:
#   $before (String) - how it was
#   $after (String) - how it is since
activity-list-change = Avant : { $before }. Après : { $after }.
activity-list-refused = Refusé

## Pages

activity-page-navigation = Pages du journal
# Variables:
#   $from (Date) - the day of the oldest entry of the page
#   $to (Date) - the day of the newest
activity-page-summary = Du { DATETIME($from, dateStyle: "long") } au { DATETIME($to, dateStyle: "long") }
activity-page-newer = Entrées plus récentes
activity-page-older = Entrées plus anciennes

## Nothing to show

activity-empty-title = Il ne s’est encore rien passé
    .detail = Ce que font les personnes de votre entreprise s’inscrit ici.
activity-no-match-title = Aucune entrée ne correspond à ces filtres
    .detail = Modifiez ou effacez les filtres.
