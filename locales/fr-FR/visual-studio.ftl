### An open row of Visual Studio subscriptions: assigning seats, where they come from, and the ledger of each.

## Assigning

visual-studio-assign-title = Affecter une licence
# Variables:
#   $count (Number) - seats that anybody can have
#   $granted (Number) - the seats of the pool
visual-studio-assign-left =
    { $count ->
        [one] { $count } licence libre sur { $granted }.
       *[other] { $count } licences libres sur { $granted }.
    }
visual-studio-assign-button = Affecter un utilisateur
# Variables:
#   $offer (String) - the offer that can still be refunded
visual-studio-assign-refund = Vous perdrez le droit au remboursement de l’offre { $offer } : les règles de votre programme y mettent fin dès la première licence affectée.

## Finding a person

visual-studio-picker-label = Personne
    .placeholder = Nom ou adresse e-mail
# Variables:
#   $count (Number) - people who match what was typed, 1 or more
visual-studio-picker-found =
    { $count ->
        [one] { $count } personne trouvée
       *[other] { $count } personnes trouvées
    }
# Variables:
#   $shown (Number) - people who are listed, 1 or more
#   $count (Number) - people who match what was typed, more than are listed
visual-studio-picker-more =
    { $shown ->
        [one] { $shown } personne affichée sur { $count } trouvées. Pour voir les autres, saisissez plus de lettres ou l’adresse.
       *[other] { $shown } personnes affichées sur { $count } trouvées. Pour voir les autres, saisissez plus de lettres ou l’adresse.
    }
# Variables:
#   $text (String) - what was typed
visual-studio-picker-none = Personne dans votre entreprise ne correspond à « { $text } »
visual-studio-picker-searched = La recherche porte sur les personnes de votre entreprise, par le début des mots de leur nom ou de leur adresse e-mail. Vérifiez l’orthographe, ou saisissez moins de lettres.
visual-studio-picker-ask = La personne apparaîtra ici une fois ajoutée. Les personnes suivantes peuvent le faire :
visual-studio-picker-invite = Si la personne n’est pas encore dans votre entreprise, votre rôle permet de l’ajouter : demandez au gestionnaire du programme d’envoyer l’invitation. La personne apparaîtra ici dès qu’elle l’aura acceptée.
# Variables:
#   $pool (String) - the pool of that seat, by the offer that grants it
visual-studio-picker-holds = a déjà une licence de cet abonnement : { $pool }
visual-studio-picker-inactive = pas encore active dans l’entreprise, ou suspendue
visual-studio-picker-guest = utilisateur invité : ces licences vont aux employés
visual-studio-picker-mailbox = boîte partagée : une licence est nominative
# Variables:
#   $country (String) - the name of the country
visual-studio-picker-country = plafond atteint dans ce pays : { $country }

## Where the seats come from

# Variables:
#   $count (Number) - the seats of the pool
visual-studio-origin-title =
    { $count ->
        [one] D’où vient cette licence
       *[other] D’où viennent ces { $count } licences
    }
# Variables:
#   $offer (String) - the offer, with its competency if it has one
#   $quantity (String) - how many it grants
visual-studio-origin-grant = { $offer } : +{ $quantity }
# Variables:
#   $cut (Number) - seats that the cap has taken away
#   $cap (Number) - the most seats that all countries can have
visual-studio-origin-cut =
    { $cut ->
        [one] { $cut } licence de moins que ne donne cette offre : avec elle, votre entreprise dépasserait son plafond de { $cap }. Les réductions portent d’abord sur la compétence la plus récente.
       *[other] { $cut } licences de moins que ne donne cette offre : avec elles, votre entreprise dépasserait son plafond de { $cap }. Les réductions portent d’abord sur la compétence la plus récente.
    }

## Caps

visual-studio-cap-term = Plafond
# Variables:
#   $cap (Number) - the most seats of one country
#   $all (Number) - the most seats of all countries together
visual-studio-cap-rule = { $cap } par pays, { $all } pour l’ensemble de vos pays. Une licence compte pour le pays de la personne qui l’a.
# Variables:
#   $cap (Number) - the most seats of one country
visual-studio-cap-country = { $cap } par pays. Une licence compte pour le pays de la personne qui l’a.
visual-studio-cap-none = Aucun pour cet abonnement.
visual-studio-cap-worldwide = Tous vos pays
# Variables:
#   $place (String) - a country, or all of them
visual-studio-cap-meter = Licences affectées de cet abonnement : { $place }
# Variables:
#   $held (Number) - seats that are held
#   $cap (Number) - the most seats that can be held
visual-studio-cap-use = { $held } sur { $cap }
# Variables:
#   $country (String) - the name of the country
visual-studio-cap-full = Plafond atteint ({ $country }) : retirez une licence dans ce pays avant d’en affecter une autre.

## The cooldown

# Variables:
#   $days (Number) - the days of the cooldown
visual-studio-cooldown-title =
    { $days ->
        [one] Délai de réaffectation : { $days } jour
       *[other] Délai de réaffectation : { $days } jours
    }
# Variables:
#   $days (Number) - the days of the cooldown
visual-studio-cooldown-always =
    { $days ->
        [one] Une licence retirée moins de { $days } jour après son affectation attend le terme de ce délai avant d’aller à une autre personne. La rendre à la même personne reste possible à tout moment.
       *[other] Une licence retirée moins de { $days } jours après son affectation attend le terme de ce délai avant d’aller à une autre personne. La rendre à la même personne reste possible à tout moment.
    }
# Variables:
#   $days (Number) - the days of the cooldown
visual-studio-cooldown-full =
    { $days ->
        [one] Seulement tant qu’aucune licence n’est libre : une licence retirée moins de { $days } jour après son affectation attend alors le terme de ce délai avant d’aller à une autre personne. La rendre à la même personne reste possible à tout moment.
       *[other] Seulement tant qu’aucune licence n’est libre : une licence retirée moins de { $days } jours après son affectation attend alors le terme de ce délai avant d’aller à une autre personne. La rendre à la même personne reste possible à tout moment.
    }
visual-studio-cooldown-term = Réaffectation
visual-studio-cooldown-none = À tout moment, sans délai.

## What its holder does

visual-studio-afterwards-instructions = Instructions
visual-studio-afterwards-portal = Portail externe

## The ledger

visual-studio-ledger-title = Registre des licences
# Variables:
#   $held (Number) - seats that are held
#   $granted (Number) - the seats of the pool
visual-studio-ledger-caption =
    { $held ->
        [one] { $held } licence affectée sur { $granted }
       *[other] { $held } licences affectées sur { $granted }
    }
visual-studio-ledger-number = N°
visual-studio-ledger-person = Personne
visual-studio-ledger-state = Statut
visual-studio-ledger-since = Depuis
visual-studio-ledger-actions = Actions
visual-studio-ledger-empty = Aucune licence n’est encore affectée
    .detail = Affectez la première ci-dessus : la personne la retrouvera dans le portail Visual Studio.
# Variables:
#   $count (Number) - seats that are free
#   $numbers (String) - their numbers, such as 14–25
visual-studio-ledger-free =
    { $count ->
        [one] { $count } licence libre : numéro { $numbers }
       *[other] { $count } licences libres : numéros { $numbers }
    }
# Variables:
#   $count (Number) - seats that nobody holds, of an offer that was not renewed
#   $numbers (String) - their numbers, such as 14–25
visual-studio-ledger-ended =
    { $count ->
        [one] { $count } licence expirée que personne n’a : numéro { $numbers }
       *[other] { $count } licences expirées que personne n’a : numéros { $numbers }
    }
# Variables:
#   $count (Number) - seats that are not shown here
visual-studio-ledger-rest =
    { $count ->
        [one] { $count } autre licence figure dans la page de toutes les licences.
       *[other] { $count } autres licences figurent dans la page de toutes les licences.
    }
visual-studio-ledger-all = Voir toutes les licences de cet abonnement
visual-studio-ledger-closed = Réaffecter ou retirer une licence
visual-studio-ledger-closed-confirm = Confirmer pour quelqu’un d’autre

## A seat

# Variables:
#   $distance (String) - how long ago
#   $name (String) - who assigned the seat, or took it back
visual-studio-seat-by = { $distance }, par { $name }
# Variables:
#   $name (String) - who held the seat last
visual-studio-seat-before = Précédemment affectée à { $name }
# Variables:
#   $name (String) - the person whose seat it is
visual-studio-seat-context = ({ $name })
# Variables:
#   $action (String) - the act that is closed
#   $reason (String) - why
visual-studio-seat-closed = { $action } : { $reason }
visual-studio-seat-confirm = Confirmer l’activation
visual-studio-seat-reassign = Réaffecter
visual-studio-seat-remove = Retirer
# Variables:
#   $date (Date) - the first day on which the seat can go to someone else
visual-studio-seat-remove-lock = Si vous la retirez, elle ne pourra changer de personne qu’à partir du { DATETIME($date, dateStyle: "long") } (délai de réaffectation)
# Variables:
#   $name (String) - who held the seat last
visual-studio-seat-give-back = Rendre à { $name }
visual-studio-seat-why = Pourquoi ?
# Variables:
#   $name (String) - who held the seat last
#   $from (Date) - when it was assigned
#   $until (Date) - when it was taken back
#   $by (String) - who took it back
#   $days (Number) - the days of the cooldown
#   $date (Date) - the first day on which it can go to someone else
visual-studio-seat-why-text =
    { $days ->
        [one] { $by } a retiré cette licence à { $name } le { DATETIME($until, dateStyle: "long") }. Elle avait été affectée le { DATETIME($from, dateStyle: "long") }, et le délai de { $days } jour n’était pas écoulé. Elle sera libre à partir du { DATETIME($date, dateStyle: "long") } ; d’ici là, elle ne peut revenir qu’à la même personne.
       *[other] { $by } a retiré cette licence à { $name } le { DATETIME($until, dateStyle: "long") }. Elle avait été affectée le { DATETIME($from, dateStyle: "long") }, et le délai de { $days } jours n’était pas écoulé. Elle sera libre à partir du { DATETIME($date, dateStyle: "long") } ; d’ici là, elle ne peut revenir qu’à la même personne.
    }
# Variables:
#   $date (Date) - the first day on which it can go to someone else
visual-studio-seat-why-short = Cette licence a été retirée avant la fin du délai de réaffectation. Elle sera libre à partir du { DATETIME($date, dateStyle: "long") } ; d’ici là, elle ne peut revenir qu’à la même personne.

## Reassigning

# Variables:
#   $name (String) - who holds the seat
visual-studio-reassign-title = Réaffecter cette licence : { $name }
visual-studio-reassign-label = Nouvelle personne
    .placeholder = Nom ou adresse e-mail
visual-studio-reassign-button = Réaffecter la licence
visual-studio-reassign-close = Ne rien changer

## History

# Variables:
#   $count (Number) - holdings of this seat, the present one included
visual-studio-history-question =
    { $count ->
        [one] Historique : { $count } affectation
       *[other] Historique : { $count } affectations
    }
# Variables:
#   $name (String) - who holds the seat
#   $from (Date) - since when
#   $by (String) - who assigned it
visual-studio-history-present = { $name } : depuis le { DATETIME($from, dateStyle: "long") }. Affectée par { $by }.
# Variables:
#   $name (String) - who held the seat
#   $from (Date) - since when
#   $until (Date) - until when
#   $by (String) - who assigned it
#   $taker (String) - who took it back
visual-studio-history-past = { $name } : du { DATETIME($from, dateStyle: "long") } au { DATETIME($until, dateStyle: "long") }. Affectée par { $by }, retirée par { $taker }.
# Variables:
#   $date (Date) - the first day on which the seat could go to someone else
visual-studio-history-locked = Elle ne pouvait ensuite changer de personne qu’à partir du { DATETIME($date, dateStyle: "long") } : elle avait été retirée avant la fin du délai de réaffectation.
# Variables:
#   $number (Number) - the number of the seat
visual-studio-history-seat = Licence { $number }
visual-studio-history-former = Qui les a eues auparavant ?
