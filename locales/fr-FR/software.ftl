### The Software tab: keys, activations, downloads.

## Open row

software-ended-title = Ce logiciel n’est plus utilisable
software-instructions-title = Instructions spéciales

## Keys

software-keys-title = Clés de licence
software-keys-multiple = Une clé d’activation multiple pour toute l’entreprise. Elle permet autant d’activations que votre offre en accorde.
software-keys-single = Une clé par installation, tirée du stock de clés du programme.
software-keys-none = Ce produit n’a pas de clé
# Variables:
#   $amount (String) - what is granted, such as: 100 licenses
software-keys-uncounted = Votre entreprise peut utiliser { $amount }. Il n’y a rien à activer : rien n’est donc compté ici.
# For those who may not get keys, and so see none of them.
# Variables:
#   $count (Number) - keys that the company has got
software-keys-got =
    { $count ->
        [one] Votre entreprise a obtenu sa clé.
       *[other] Votre entreprise a obtenu { $count } clés.
    }
# Variables:
#   $count (Number) - keys that are folded away
software-keys-more =
    { $count ->
        [one] { $count } autre clé
       *[other] { $count } autres clés
    }
software-keys-button = Obtenir des clés
# Variables:
#   $number (Number) - the place of the key in the list
#   $count (Number) - how many keys there are
software-key-label =
    { $count ->
        [one] Clé de licence
       *[other] Clé { $number } sur { $count }
    }
software-key-show = Afficher
software-key-mask = Masquer
software-key-copy = Copier
# Completes the name of a button for screen readers: “Show key 3”.
# Variables:
#   $number (Number) - the place of the key in the list
software-key-context = la clé { $number }
software-key-countdown = Temps restant avant que la clé soit masquée
software-key-unseen = Jamais affichée
# Variables:
#   $name (String) - the person who saw the key first
#   $date (Date) - when
software-key-seen = Affichée pour la première fois par { $name } le { DATETIME($date, dateStyle: "long") }
software-key-cost = L’afficher ou la copier met fin à votre droit au remboursement.
software-key-copy-script = La copie d’une clé sans l’afficher demande JavaScript. Ici, affichez la clé pour la lire.
software-key-copy-failed = Votre navigateur n’a pas permis la copie. L’accès à la clé est enregistré ; affichez la clé pour la lire.

## What it costs

software-refund-title = Votre droit au remboursement
# Variables:
#   $offer (String) - the offer, with its competency
#   $date (Date) - the last day on which a refund can be requested
#   $days (Number) - days left after today
software-refund-key =
    { $days ->
        [0] Si vous affichez ou copiez une clé, vous perdrez le droit au remboursement de l’offre { $offer }, ouvert jusqu’à ce soir, { DATETIME($date, dateStyle: "long") }.
        [one] Si vous affichez ou copiez une clé, vous perdrez le droit au remboursement de l’offre { $offer }, ouvert jusqu’au { DATETIME($date, dateStyle: "long") } ({ $days } jour).
       *[other] Si vous affichez ou copiez une clé, vous perdrez le droit au remboursement de l’offre { $offer }, ouvert jusqu’au { DATETIME($date, dateStyle: "long") } ({ $days } jours).
    }
# Variables:
#   $offer (String) - the offer, with its competency
#   $date (Date) - the last day on which a refund can be requested
#   $days (Number) - days left after today
software-refund-activation =
    { $days ->
        [0] Si vous enregistrez une activation, vous perdrez le droit au remboursement de l’offre { $offer }, ouvert jusqu’à ce soir, { DATETIME($date, dateStyle: "long") }.
        [one] Si vous enregistrez une activation, vous perdrez le droit au remboursement de l’offre { $offer }, ouvert jusqu’au { DATETIME($date, dateStyle: "long") } ({ $days } jour).
       *[other] Si vous enregistrez une activation, vous perdrez le droit au remboursement de l’offre { $offer }, ouvert jusqu’au { DATETIME($date, dateStyle: "long") } ({ $days } jours).
    }
# In the question before a key is seen.
# Variables:
#   $offer (String) - the offer, with its competency
#   $date (Date) - the last day on which a refund can be requested
#   $days (Number) - days left after today
software-refund-loss =
    { $days ->
        [0] Vous perdrez le droit au remboursement de l’offre { $offer }, ouvert jusqu’à ce soir, { DATETIME($date, dateStyle: "long") }.
        [one] Vous perdrez le droit au remboursement de l’offre { $offer }, ouvert jusqu’au { DATETIME($date, dateStyle: "long") } ({ $days } jour).
       *[other] Vous perdrez le droit au remboursement de l’offre { $offer }, ouvert jusqu’au { DATETIME($date, dateStyle: "long") } ({ $days } jours).
    }

## Question before the first reveal

software-reveal-show-title = Afficher cette clé ?
software-reveal-copy-title = Copier cette clé ?
software-reveal-consequence = Cette action ne peut pas être annulée. Elle est enregistrée à votre nom.
software-reveal-cancel = Garder la clé masquée
software-reveal-show-button = Afficher la clé
software-reveal-copy-button = Copier la clé

## Download

software-download-title = Téléchargement
software-download-language = Langue
software-download-language-none = Choisir une langue
software-download-os = Type de système d’exploitation
software-download-os-none = Choisir un système
software-download-button = Mémoriser ce choix
software-download-closed = Télécharger le logiciel
software-download-choose = Choisissez une langue et un type de système d’exploitation pour voir ce qu’il y a à télécharger.
software-download-missing = Il n’existe pas de package d’installation pour cette langue et ce type de système d’exploitation. Choisissez une autre combinaison.
software-download-none = Ce produit n’a rien à télécharger.
# Variables:
#   $file (String) - the name of the file
software-download-link = Télécharger { $file }

## Activations

software-activations-title = Activations
# Variables:
#   $used (Number) - activations recorded
#   $maximum (Number) - activations granted
software-activations-used =
    { $maximum ->
        [one] { $used } / { $maximum } activation
       *[other] { $used } / { $maximum } activations
    }
# Variables:
#   $used (Number) - cores activated
#   $maximum (Number) - cores granted
software-activations-cores =
    { $maximum ->
        [one] { $used } / { $maximum } cœur activé
       *[other] { $used } / { $maximum } cœurs activés
    }
# Variables:
#   $used (Number) - licenses activated
#   $maximum (Number) - licenses granted
software-activations-licences =
    { $maximum ->
        [one] { $used } / { $maximum } licence activée
       *[other] { $used } / { $maximum } licences activées
    }
software-activations-explained = { -brand-name } ne voit pas les installations : votre entreprise enregistre ici ses activations.
# Where a known machine counts again only with new hardware.
# Variables:
#   $units (Number) - how many of what is granted an activation takes
#   $amount (String) - the same with its unit, such as: 16 cores
software-activations-rule =
    { $units ->
        [one] Une nouvelle machine compte ; une machine connue ne compte à nouveau que si son matériel a changé de façon importante.
       *[other] Une nouvelle machine compte pour { $amount } ; une machine connue ne compte à nouveau que si son matériel a changé de façon importante.
    }
# Where every activation counts.
# Variables:
#   $units (Number) - how many of what is granted an activation takes
#   $amount (String) - the same with its unit, such as: 16 cores
software-activations-rule-every =
    { $units ->
        [one] Chaque activation compte, même sur une machine connue.
       *[other] Chaque activation compte pour { $amount }, même sur une machine connue.
    }
software-activations-machine = Nom de la machine
    .hint = Le nom que lui donne votre entreprise, comme PAR-PORTABLE-014
software-activations-hardware = Le matériel a changé de façon importante
    .hint = Depuis la dernière activation enregistrée pour cette machine
software-activations-button = Enregistrer une activation
software-activations-empty = Aucune activation n’est encore enregistrée.
# Variables:
#   $count (Number) - activations in the list
software-activations-caption =
    { $count ->
        [one] { $count } activation enregistrée
       *[other] { $count } activations enregistrées
    }
software-activations-column-machine = Machine
software-activations-column-day = Date
software-activations-column-person = Enregistrée par
software-activations-column-counted = Décompte
software-activations-counted = Comptée
software-activations-uncounted = Non comptée
