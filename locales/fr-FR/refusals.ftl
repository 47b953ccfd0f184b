### Why something cannot be done: which rule, until when, and the way forward. The same sentence stands beside a closed
### action and after an attempt.

## Access

refusals-who-title = Qui peut le faire ?
# Variables:
#   $roles (String) - the roles that open it, such as: global admin or MPN partner admin
refusals-access-view = Seuls certains rôles voient les avantages de votre entreprise : { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-assign = Pour affecter des avantages, il faut être { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-keys = Pour obtenir ou afficher des clés, enregistrer une activation ou télécharger un logiciel, il faut être { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-confirm = Pour confirmer à la place d’une autre personne, il faut être { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-renew = Pour renouveler une offre, il faut être { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-users = Pour ajouter des personnes à l’entreprise, il faut être { $roles }.
# Variables:
#   $roles (String) - the roles that open it
refusals-access-activity = Pour lire le journal d’activité, il faut être { $roles }.
refusals-access-inactive = Votre accès à cette entreprise n’est pas actif. Un administrateur général de l’entreprise peut le rétablir.
refusals-access-operator = Seul le gestionnaire du programme peut le faire.

## Seats

# Variables:
#   $date (Date) - the last day on which the pool was usable
refusals-seat-pool-closed = L’offre qui accorde ces licences n’a pas été renouvelée : elles étaient utilisables jusqu’au { DATETIME($date, dateStyle: "long") }. Un renouvellement les rouvre.
refusals-seat-none-granted = Aucune licence n’est accordée ici.
# Variables:
#   $granted (Number) - the seats of the pool
refusals-seat-none-left =
    { $granted ->
        [one] La seule licence est affectée. Réaffectez-la, ou retirez-la d’abord.
       *[other] Les { $granted } licences sont toutes affectées. Réaffectez-en une, ou retirez-en une d’abord.
    }
# Variables:
#   $date (Date) - the first day on which a seat can go to someone else
refusals-seat-locked = Aucune licence n’est libre : la prochaine pourra changer de personne à partir du { DATETIME($date, dateStyle: "long") }, au terme de son délai de réaffectation. D’ici là, elle reste réservée à la dernière personne qui l’a eue.
# Variables:
#   $date (Date) - the first day on which the seat can go to someone else
refusals-seat-too-soon = Cette licence a été affectée récemment, et son délai de réaffectation court encore : elle pourra changer de personne à partir du { DATETIME($date, dateStyle: "long") }. D’ici là, seule la personne qui l’a peut l’avoir.
# Variables:
#   $pool (String) - the pool of that seat, by the offer that grants it
refusals-seat-already-holds = Cette personne a déjà une licence de cet abonnement ({ $pool }), et personne ne peut en avoir deux. Choisissez quelqu’un d’autre, ou retirez-lui d’abord cette licence.
refusals-seat-holder-inactive = Cette personne n’est pas active dans votre entreprise. Elle pourra recevoir une licence quand elle aura accepté son invitation, ou quand son accès sera rétabli.
refusals-seat-guest = Cette personne est un utilisateur invité, et le programme réserve ces licences aux employés. Choisissez un employé.
refusals-seat-mailbox = Cette adresse est une boîte partagée, et une licence nominative appartient à une seule personne. Choisissez la personne qui s’en servira.
# Variables:
#   $country (String) - the name of the country
#   $cap (Number) - the most seats that it can have
refusals-seat-country-full =
    { $cap ->
        [one] Plafond atteint pour ce pays ({ $country }) : { $cap } licence de cet abonnement. Retirez-la d’abord, ou choisissez quelqu’un dans un autre pays.
       *[other] Plafond atteint pour ce pays ({ $country }) : { $cap } licences de cet abonnement. Retirez-en une d’abord, ou choisissez quelqu’un dans un autre pays.
    }
refusals-seat-not-held = Personne n’a plus cette licence. Elle est libre.
refusals-seat-same-holder = Cette personne a déjà cette licence. Choisissez quelqu’un d’autre.
refusals-seat-activated = Cette activation est déjà confirmée. Il ne reste rien à faire.
refusals-seat-not-yours = Seule la personne qui a la licence, ou un administrateur général, peut confirmer qu’elle est activée.
refusals-seat-undo-late = Un changement peut être annulé pendant une minute, et cette minute est passée. Faites plutôt le changement inverse.
refusals-seat-undo-foreign = Seule la personne qui a fait ce changement peut l’annuler. Faites plutôt le changement inverse.
refusals-seat-undo-overtaken = Il s’est passé autre chose depuis pour cette licence : ce changement ne peut plus être annulé.

## Software

# Variables:
#   $date (Date) - the last day on which the benefit was usable
refusals-software-closed = L’offre qui accorde cet avantage n’a pas été renouvelée : le logiciel était utilisable jusqu’au { DATETIME($date, dateStyle: "long") }. Désinstallez-le, ou renouvelez l’offre.
refusals-software-no-keys = Ce produit n’a pas de clé : il fonctionne sans.
refusals-software-stock-empty = Le stock de clés ne suffit pas pour la part de votre entreprise. Le gestionnaire du programme le réapprovisionne ; réessayez ensuite.
refusals-software-ring-missing = Les clés sont illisibles pour le moment, car le trousseau du serveur manque. Seul le gestionnaire du programme peut le remettre en place.
refusals-software-not-issued = Votre entreprise n’a pas encore obtenu les clés de ce produit. Commencez par les obtenir.
# Variables:
#   $maximum (String) - what is granted, such as: 32 cores
refusals-software-maximum = Le maximum de { $maximum } est atteint, et une clé n’est jamais rechargée.
# Variables:
#   $maximum (String) - what is granted, such as: 32 cores
refusals-software-maximum-known = Le maximum de { $maximum } est atteint, et une clé n’est jamais rechargée. Seule une machine déjà enregistrée peut l’être à nouveau, si son matériel est le même.
refusals-software-no-package = Il n’existe pas de package d’installation pour cette langue et ce système d’exploitation. Choisissez une autre combinaison.

## Offers

refusals-offer-unknown = Le programme n’a pas cette offre.
refusals-offer-competency-unknown = Le programme n’a pas cette compétence.
refusals-offer-competency-mismatch = Une offre Silver ou Gold porte sur une compétence ; un Action Pack n’en a pas.
refusals-offer-second-pack = Cette entreprise a déjà un Action Pack, et un seul est permis.
refusals-offer-pack-beside = Ce programme n’admet pas d’Action Pack à côté d’une compétence.
refusals-offer-second-competency = Cette entreprise a déjà cette compétence.
refusals-offer-dates = L’activation ne peut pas précéder l’achat.

## The activity log

# Variables:
#   $most (Number) - the most entries that one file holds
refusals-activity-too-many =
    { $most ->
        [one] Plus de { $most } entrée correspond aux filtres, et un fichier n’en contient pas davantage. Choisissez une période plus courte, puis exportez à nouveau.
       *[other] Plus de { $most } entrées correspondent aux filtres, et un fichier n’en contient pas davantage. Choisissez une période plus courte, puis exportez à nouveau.
    }

## Forms

# Variables:
#   $what (String) - what it was sent for, such as: assign a seat
refusals-form-already-sent = Ce formulaire a déjà été envoyé, pour { $what }. Ce qu’il demande à présent n’est pas fait : renvoyez-le si vous le souhaitez aussi.
# Variables:
#   $command (String) - the name of a command
refusals-form-sent-for =
    { $command ->
        [get-keys] obtenir des clés
        [reveal-key] afficher une clé
        [record-activation] enregistrer une activation
        [choose-installation] choisir un téléchargement
        [assign-seat] affecter une licence
        [remove-seat] retirer une licence
        [reassign-seat] réaffecter une licence
        [confirm-activation] confirmer une activation
        [undo-seat-change] annuler un changement
       *[other] exporter le journal
    }
refusals-form-stale = Quelque chose a changé depuis l’ouverture de cette page. Regardez l’état actuel, puis décidez à nouveau.
refusals-form-foreign = Dans un autre onglet de ce navigateur, une autre personne s’est connectée ou une autre entreprise a été choisie. Rien n’a été fait. Rechargez la page pour voir à qui elle est à présent.
refusals-form-not-found = Ce que vous vouliez modifier n’existe plus, ou ne vous est pas accessible. Rechargez la page.
refusals-form-signed-out = Votre session est terminée. Connectez-vous à nouveau pour revenir à cette page.
