### The gallery of the design system, shown in demonstration mode.

## Page

gallery-page-title = Éléments de l’interface
gallery-page-lead = Chaque élément des écrans, dans chacun de ses états.
gallery-page-controls = Commandes
gallery-page-lists = Listes
gallery-page-changes = Ce qui change

## Actions

gallery-actions-title = Boutons et statuts
gallery-button-assign = Affecter une licence
gallery-button-export = Exporter en CSV
gallery-button-remove = Retirer
gallery-button-cancel = Annuler l’offre
gallery-button-busy = Enregistrement…
gallery-button-small = Copier
gallery-button-context = pour Björn Åkesson
gallery-tag-good = Actif
gallery-tag-warn = Expire bientôt
gallery-tag-bad = Expiré
gallery-tag-info = Demandé
gallery-tag-calm = De base
gallery-closed-reason = Le remboursement était possible jusqu’au 14 mai 2026.
gallery-closed-full = Toutes les licences sont affectées.
gallery-closed-question = Qui peut le faire ?
gallery-closed-role = administrateur général

## Remarks

gallery-notes-title = Remarques
gallery-note-good = Enregistré
gallery-note-good-text = La licence est affectée. Björn Åkesson reçoit un e-mail.
gallery-note-warn = À utiliser bientôt
gallery-note-warn-text = 6 licences n’ont jamais été affectées. Elles expirent le 11 avril 2027.
gallery-note-bad = Refusé
gallery-note-bad-text = Cette personne a déjà une licence de cet abonnement.
gallery-note-info = En cours
gallery-note-info-text = L’import prend environ une minute.
gallery-note-calm = Délai de réaffectation : 90 jours
gallery-note-calm-text = Une licence retirée moins de 90 jours après son affectation attend le terme de ce délai.

## Fields

gallery-fields-title = Champs
gallery-field-email = Adresse e-mail
gallery-field-email-hint = Celle du compte professionnel.
gallery-field-email-error = Cette adresse est incomplète. Ajoutez ce qui suit le signe @.
gallery-field-phone = Numéro de téléphone
gallery-field-optional = (facultatif)
gallery-field-language = Langue préférée
gallery-field-language-french = Français
gallery-field-language-english = Anglais
gallery-field-details = Détails du problème
gallery-field-stay = Envoyer un rappel 30 jours avant
gallery-field-stay-hint = Un seul e-mail, jamais plus.
gallery-field-person = Personne
gallery-field-person-held = a déjà une licence
# Variables:
#   $count (Number) - how many people match what is typed
gallery-field-person-found =
    { $count ->
        [one] { $count } personne trouvée
       *[other] { $count } personnes trouvées
    }
gallery-summary-title = Le formulaire n’a pas été envoyé

## Lists

gallery-lists-title = Listes
gallery-tabs-label = Familles d’avantages
gallery-tab-software = Logiciel
gallery-tab-cloud = Cloud
gallery-tab-visual-studio = Abonnements Visual Studio
gallery-filter-label = Filtrer les abonnements
gallery-filter-apply = Filtrer
gallery-filter-type = Type
gallery-filter-type-any = Tous les types
# Variables:
#   $count (Number) - how many subscriptions are listed
gallery-table-caption =
    { $count ->
        [one] { $count } abonnement
       *[other] { $count } abonnements
    }
gallery-column-name = Abonnement
gallery-column-status = Statut
gallery-column-seats = Licences
gallery-column-until = Expire
gallery-column-details = Détails
# Variables:
#   $used (Number) - how many seats are assigned
#   $total (Number) - how many seats there are
gallery-table-seats = { $used } / { $total }
# Variables:
#   $date (String) - a day, as in ISO 8601
gallery-table-day = { DATETIME($date, dateStyle: "long") }
gallery-row-open = Développer les détails
gallery-row-close = Réduire les détails
gallery-detail-origin = D’où viennent ces licences
gallery-detail-competency = Compétence
gallery-detail-competency-value = Cloud Platform, niveau Gold : +25
gallery-detail-cap = Plafond
gallery-detail-cap-value = 50 par pays, non atteint
gallery-pages-label = Pages de la liste
gallery-pages-summary = 1 à 50 sur 150
gallery-pages-previous = Page précédente
gallery-pages-next = Page suivante

## Empty lists

gallery-empty-title = Listes vides
gallery-empty-nothing = Aucune licence affectée pour l’instant
gallery-empty-nothing-text = Affectez-en une à une personne de l’annuaire, ou invitez quelqu’un.
gallery-empty-match = Aucun abonnement ne correspond
gallery-empty-match-button = Effacer les filtres
gallery-empty-permission = Vous ne pouvez pas voir les clés
gallery-empty-permission-text = Nadia Benali, administrateur général, peut vous y autoriser.

## Under way

gallery-steps-title = En cours
gallery-steps-requested = Demandé
gallery-steps-approved = Approuvé
gallery-steps-sent = E-mail envoyé
gallery-steps-sent-next = Karim Haddad doit l’ouvrir.
gallery-steps-active = Actif
gallery-steps-stopped = Refusé
gallery-progress-label = Import
gallery-progress-text = 40 lignes sur 100
gallery-progress-unknown = Lecture du fichier
gallery-skeleton-label = Lecture de la liste…
gallery-key-label = Windows 11 Entreprise, français
gallery-key-show = Afficher la clé
gallery-key-hide = Masquer la clé
gallery-key-copy = Copier la clé
gallery-key-countdown = Temps restant avant que la clé soit masquée

## Dialog and messages

gallery-dialog-open = Ouvrir la boîte de dialogue
gallery-dialog-title = Annuler l’offre Action Pack ?
gallery-dialog-text = Vous perdrez 3 licences et le droit au remboursement. Cela est irréversible.
gallery-dialog-keep = Garder l’offre
gallery-toast-open = Afficher un message
gallery-toast-text = Licence affectée à Björn Åkesson.
gallery-toast-undo = Annuler l’affectation
gallery-toast-undone = L’affectation est annulée.
gallery-toast-fail = Afficher un échec
gallery-toast-failed = La licence n’a pas pu être affectée. Réessayez.

## How values are written

gallery-writing-title = Dates, nombres et tailles
gallery-writing-caption = Ce que dit la liste, et ce qui est écrit ici
gallery-writing-listed = Selon la liste
gallery-writing-here = Écrit ici
