### What an act has done, said in one breath, and how it can be undone.

## Keys and activations

# Variables:
#   $drawn (Number) - keys that the company got with this act
outcomes-keys-listed =
    { $drawn ->
        [0] Les clés figurent ci-dessous, masquées.
        [one] Votre entreprise a obtenu sa clé. Elle figure ci-dessous, masquée.
       *[other] Votre entreprise a obtenu { $drawn } clés. Elles figurent ci-dessous, masquées.
    }
outcomes-key-shown = La clé est affichée pendant 30 secondes. Votre nom et la date sont enregistrés.
outcomes-key-copied = La clé est copiée. Votre nom et la date sont enregistrés.
# Variables:
#   $machine (String) - the name of the machine
outcomes-activation-counted = L’activation sur { $machine } est enregistrée.
# Variables:
#   $machine (String) - the name of the machine
#   $amount (String) - how much of what is granted it takes, such as: 16 cores
outcomes-activation-several = L’activation sur { $machine } est enregistrée. Elle compte pour { $amount }.
# Variables:
#   $machine (String) - the name of the machine
outcomes-activation-uncounted = L’activation sur { $machine } est enregistrée. Elle ne compte pas une seconde fois : la machine était connue, et son matériel est le même.
outcomes-installation-chosen = Votre choix est mémorisé.

## Seats

# Variables:
#   $name (String) - the person who got the seat
outcomes-seat-assigned = Licence affectée à { $name }.
    .undo = Annuler l’affectation
# Variables:
#   $name (String) - the person who had the seat
outcomes-seat-removed = Licence retirée à { $name }. Elle est de nouveau libre.
    .undo = Annuler le retrait
# Variables:
#   $name (String) - the person who had the seat
#   $date (Date) - the first day on which it can go to someone else
outcomes-seat-removed-locked = Licence retirée à { $name }. Elle pourra aller à une autre personne à partir du { DATETIME($date, dateStyle: "long") }.
# Variables:
#   $from (String) - the person who had the seat
#   $to (String) - the person who got it
outcomes-seat-reassigned = Licence réaffectée. Avant : { $from }. Maintenant : { $to }.
    .undo = Annuler la réaffectation
# Variables:
#   $name (String) - the person who holds the seat
outcomes-seat-activated = Activation confirmée : { $name }.
outcomes-change-undone = Le changement est annulé : la licence a retrouvé son état précédent.

## The activity log

# Variables:
#   $count (Number) - entries in the file
outcomes-activity-exported =
    { $count ->
        [one] { $count } entrée du journal exportée.
       *[other] { $count } entrées du journal exportées.
    }
