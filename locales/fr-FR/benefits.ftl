### The Benefits page: five tabs around one list, and what every open row shows.

## Page

benefits-page-title = Avantages
benefits-page-loading = Chargement de vos avantages…
benefits-tabs-label = Avantages par famille

## What the company holds, in one line

benefits-head-none = Aucune offre d’adhésion active
# Variables:
#   $count (Number) - competencies
benefits-head-competencies =
    { $count ->
        [one] { $count } compétence
       *[other] { $count } compétences
    }
# Variables:
#   $date (Date) - the next anniversary
#   $distance (String) - how far it is, such as: in 12 days
benefits-head-renewal = date anniversaire le { DATETIME($date, dateStyle: "long") }, { $distance }
# Variables:
#   $date (Date) - the last day of the renewal window
#   $distance (String) - how far it is
benefits-head-window = à renouveler au plus tard le { DATETIME($date, dateStyle: "long") }, { $distance }
# Variables:
#   $date (Date) - the first day without benefits
#   $distance (String) - how far it is
benefits-head-lapsed = non renouvelée, fermée depuis le { DATETIME($date, dateStyle: "long") }, { $distance }

## Filters

benefits-filter-label = Filtrer les avantages
benefits-filter-search = Rechercher un produit
    .placeholder = Produit
benefits-filter-offer = Offre
benefits-filter-offer-all = Toutes les offres
benefits-filter-type = Type
benefits-filter-type-all = Tous les types
benefits-filter-state = Statut
benefits-filter-state-all = Tous les statuts
benefits-filter-button = Appliquer les filtres
benefits-state-available = Disponible
benefits-state-used-up = Épuisé
benefits-state-never-used = Jamais utilisé
benefits-state-ending = Expire bientôt

## Table

# Variables:
#   $all (Number) - benefits on this tab
benefits-table-caption =
    { $all ->
        [one] { $all } avantage
       *[other] { $all } avantages
    }
# Variables:
#   $matching (Number) - benefits that match the filters
#   $all (Number) - benefits on this tab
benefits-table-caption-matching =
    { $all ->
        [one] { $matching } sur { $all } avantage
       *[other] { $matching } sur { $all } avantages
    }
benefits-column-product = Produit
benefits-column-offer = Offre
benefits-column-type = Type
benefits-column-activations = Activations
benefits-column-seats = Licences
benefits-column-quantity = Quantité
benefits-column-status = Statut
benefits-column-usable = Utilisable jusqu’au
benefits-column-expiry = Expire
benefits-column-activate = À activer avant la fin du
benefits-column-details = Détails
# Variables:
#   $product (String) - the name of the product
benefits-row-open = Développer les détails : { $product }
# Variables:
#   $product (String) - the name of the product
benefits-row-close = Réduire les détails : { $product }
# Variables:
#   $count (Number) - offers that are not named
benefits-row-more-offers =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
benefits-status-available = Disponible
benefits-status-expired = Expiré

## Quantity

# The accessible name of the bar.
# Variables:
#   $product (String) - the name of the product
benefits-quantity-label = Utilisation de { $product }
# Variables:
#   $used (Number) - used
#   $granted (Number) - granted
benefits-quantity-ratio = { $used } / { $granted }
# Variables:
#   $count (Number) - left
benefits-quantity-left =
    { $count ->
        [one] { $count } disponible
       *[other] { $count } disponibles
    }
# Variables:
#   $count (Number) - seats that wait for their cooldown to end
benefits-quantity-locked = { $count } en délai de réaffectation
# Stands under the quantity of software that has no key.
benefits-quantity-uncounted = rien à activer

## Pages of the list

benefits-pages-label = Pages de la liste
# Variables:
#   $page (Number) - the page that is shown
#   $pages (Number) - how many there are
benefits-pages-summary = Page { $page } sur { $pages }
benefits-pages-previous = Page précédente
benefits-pages-next = Page suivante

## Nothing to show

benefits-empty-title = Pas encore d’avantages ici
benefits-empty-detail = Votre entreprise n’a aucune offre active qui accorde des avantages de cette famille. Si vous en attendiez, vérifiez que vous êtes dans la bonne entreprise.
benefits-unmatched-title = Aucun avantage ne correspond à ces filtres
benefits-unmatched-detail = Changez un filtre, ou effacez-les tous.
benefits-unmatched-button = Effacer les filtres
benefits-unopened-unknown = L’avantage que cette adresse ouvre n’est pas dans cet onglet : il n’est plus accordé, ou il appartient à une autre entreprise.

## Open row: where it comes from

# Variables:
#   $amount (String) - everything together, such as: 25 licenses
benefits-sources-title = Origine de l’allocation : { $amount }
benefits-sources-granted = Accordé
benefits-sources-cap = Plafond
# Variables:
#   $count (Number) - how many a cap has cut off
benefits-sources-cut = { $count } de moins, car le plafond du programme est atteint
benefits-sources-refund = Remboursement

## Open row: how it is used

benefits-activation-title = Comment s’en servir
# Variables:
#   $portal (String) - the name of the portal, such as: the Azure portal
benefits-portal-link = Accéder au portail externe : { $portal }
