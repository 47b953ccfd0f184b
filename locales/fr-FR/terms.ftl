### The words of the program: roles, levels, quantities, states, countries. Each names one value.

## Roles, as a label, and in the middle of a sentence

terms-role-default = Utilisateur par défaut
terms-role-operator = Gestionnaire du programme
terms-role-global-admin = Administrateur général
    .in-text = administrateur général
terms-role-mpn-partner-admin = Administrateur partenaire MPN
    .in-text = administrateur partenaire MPN
terms-role-account-admin = Administrateur de compte
    .in-text = administrateur de compte
terms-role-user-admin = Administrateur des utilisateurs
    .in-text = administrateur des utilisateurs
terms-role-admin-agent = Agent d’administration
    .in-text = agent d’administration
terms-role-sales-agent = Agent commercial
    .in-text = agent commercial
terms-role-helpdesk-agent = Agent du support technique
    .in-text = agent du support technique
terms-role-billing-admin = Administrateur de facturation
    .in-text = administrateur de facturation
terms-role-report-viewer = Lecteur de rapports
    .in-text = lecteur de rapports

## Lists

# Variables:
#   $before (String) - what is listed so far
#   $next (String) - one more
terms-list-comma = { $before }, { $next }
# Variables:
#   $before (String) - what is listed so far
#   $last (String) - the last choice
terms-list-or = { $before } ou { $last }

## What an offer gives

terms-level-action-pack = Action Pack
terms-level-silver = Silver
terms-level-gold = Gold
terms-type-core = De base
terms-type-incremental = Supplémentaire

## The five families, as the tabs name them

terms-family-software = Logiciel
terms-family-cloud = Cloud
terms-family-visual-studio = Abonnements Visual Studio
terms-family-technical = Avantages techniques
terms-family-go-to-market = Commercialiser

## Quantities

terms-quantity-unlimited = Illimité
# Variables:
#   $count (Number) - how many
terms-unit-licences =
    { $count ->
        [one] { $count } licence
       *[other] { $count } licences
    }
# Variables:
#   $count (Number) - how many
terms-unit-cores =
    { $count ->
        [one] { $count } cœur
       *[other] { $count } cœurs
    }
# Variables:
#   $count (Number) - how many
terms-unit-seats =
    { $count ->
        [one] { $count } licence nominative
       *[other] { $count } licences nominatives
    }
# Variables:
#   $count (Number) - how many
terms-unit-incidents =
    { $count ->
        [one] { $count } incident
       *[other] { $count } incidents
    }
# Variables:
#   $count (Number) - how many
terms-unit-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
# Variables:
#   $count (Number) - how many
terms-unit-accounts =
    { $count ->
        [one] { $count } compte
       *[other] { $count } comptes
    }
# Variables:
#   $count (Number) - the amount, in the currency of the product
terms-unit-monthly-credit = { $count } de crédit par mois
# Variables:
#   $count (Number) - the amount, in the currency of the product
terms-unit-yearly-credit = { $count } de crédit par an
# Variables:
#   $count (Number) - how many
terms-unit-offers =
    { $count ->
        [one] { $count } offre
       *[other] { $count } offres
    }

## The size of a file

# Variables:
#   $size (Number) - megabytes, fewer than 1,000
terms-size-megabytes = { $size } Mo
# Variables:
#   $size (Number) - gigabytes
terms-size-gigabytes = { NUMBER($size, maximumFractionDigits: 2) } Go

## Seats

terms-seat-free = Libre
terms-seat-assigned = Affectée, en attente de connexion
terms-seat-activated = Activée
terms-seat-ended = Expirée
# Variables:
#   $date (Date) - the first day on which the seat can go to someone else
terms-seat-locked = Réaffectable à partir du { DATETIME($date, dateStyle: "long") }

## Where an offer stands

terms-stage-active = Active
terms-stage-renewal = À renouveler
terms-stage-lapsed = Non renouvelée

## What “expires” means, before the date

terms-expiry-software = Utilisable jusqu’au
    .meaning = Le logiciel s’utilise jusqu’à la fin de l’adhésion. Il faut ensuite le désinstaller.
terms-expiry-redeemable = Clé à utiliser avant la fin du
    .meaning = Dernier jour pour utiliser la clé. Un abonnement activé à temps court pendant ses 12 mois.
terms-expiry-monthly-credit = Crédit jusqu’au
    .meaning = Le reste du crédit est perdu à la fin de chaque mois. Le crédit lui-même prend fin avec l’adhésion.
terms-expiry-yearly-credit = Crédit jusqu’au
    .meaning = Le reste du crédit est perdu à la fin de son année.
terms-expiry-seats = Utilisable jusqu’au
    .meaning = Les licences s’affectent et s’utilisent jusqu’à 30 jours après la date anniversaire.
terms-expiry-technical = Utilisable jusqu’au
    .meaning = L’avantage prend fin ce jour-là, ou dès que son solde est épuisé.
terms-expiry-go-to-market = À activer avant la fin du
    .meaning = Dernier jour pour activer l’offre. Une fois active, elle a sa propre date de fin.

## The right to a refund

# Variables:
#   $date (Date) - the last day on which a refund can be requested
#   $days (Number) - days left after today
terms-refund-open =
    { $days ->
        [0] Remboursable jusqu’à ce soir, { DATETIME($date, dateStyle: "long") }.
        [one] Remboursable jusqu’à demain, { DATETIME($date, dateStyle: "long") }.
       *[other] Remboursable jusqu’au { DATETIME($date, dateStyle: "long") } : il reste { $days } jours.
    }
# Variables:
#   $date (Date) - the last day on which a refund could be requested
terms-refund-over = Plus remboursable : le délai de remboursement a pris fin le { DATETIME($date, dateStyle: "long") }.
terms-refund-used = Plus remboursable : les avantages ont été utilisés.

## Countries, by their ISO 3166 code

# Variables:
#   $code (String) - the two letters of the country
terms-country-name =
    { $code ->
        [AE] Émirats arabes unis
        [AR] Argentine
        [AT] Autriche
        [AU] Australie
        [BE] Belgique
        [BG] Bulgarie
        [BR] Brésil
        [CA] Canada
        [CH] Suisse
        [CI] Côte d’Ivoire
        [CL] Chili
        [CM] Cameroun
        [CN] Chine
        [CO] Colombie
        [CZ] Tchéquie
        [DE] Allemagne
        [DK] Danemark
        [DZ] Algérie
        [EG] Égypte
        [ES] Espagne
        [FI] Finlande
        [FR] France
        [GB] Royaume-Uni
        [GR] Grèce
        [HR] Croatie
        [HU] Hongrie
        [IE] Irlande
        [IL] Israël
        [IN] Inde
        [IT] Italie
        [JP] Japon
        [KR] Corée du Sud
        [LU] Luxembourg
        [MA] Maroc
        [MX] Mexique
        [NL] Pays-Bas
        [NO] Norvège
        [NZ] Nouvelle-Zélande
        [PL] Pologne
        [PT] Portugal
        [RO] Roumanie
        [SE] Suède
        [SG] Singapour
        [SK] Slovaquie
        [SN] Sénégal
        [TN] Tunisie
        [TR] Turquie
        [UA] Ukraine
        [US] États-Unis
        [ZA] Afrique du Sud
       *[other] { $code }
    }
