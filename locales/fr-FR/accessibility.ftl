### The accessibility statement. It claims what has been checked, and says by whom: by us.

## Statement

accessibility-page-title = Accessibilité
accessibility-page-intro = { -brand-name } doit pouvoir servir à toutes les personnes qui en ont besoin, quels que soient leur appareil, leurs sens ou leurs gestes.
accessibility-status-title = Où nous en sommes
accessibility-status-detail = Notre objectif est le niveau AA des règles internationales WCAG 2.2, ainsi que le RGAA 4.1 pour les tableaux, les formulaires, les couleurs et la langue. Cette déclaration est une autoévaluation. Aucun organisme indépendant n’a audité { -brand-name }, et nous n’affirmons pas une conformité totale.

## What we assessed

accessibility-grid-title = Ce que nous avons évalué
accessibility-grid-caption = Grille d’autoévaluation
accessibility-grid-topic = Sujet
accessibility-grid-result = Résultat
accessibility-grid-method = Comment nous le savons
accessibility-result-met = Respecté
accessibility-result-partial = Respecté en partie
accessibility-result-unknown = Non évalué
accessibility-topic-keyboard = Clavier et focus visible
    .method = L’affectation de licences au clavier seul est vérifiée automatiquement, dans les deux langues. Les autres tâches n’ont pas été essayées ainsi.
accessibility-topic-contrast = Contraste et couleurs
    .method = Le contraste est vérifié automatiquement sur chaque page, dans les deux langues, dans l’apparence claire et dans l’apparence sombre. Un état est toujours écrit, jamais signalé par la seule couleur.
accessibility-topic-structure = Titres, régions et tableaux
    .method = Vérifié automatiquement sur chaque page, dans les deux langues et dans les deux apparences.
accessibility-topic-forms = Formulaires et erreurs
    .method = Chaque champ a une étiquette, ce qui est vérifié automatiquement sur chaque page. Chaque erreur est écrite près de son champ.
accessibility-topic-reflow = Zoom et écrans étroits
    .method = Vérifié automatiquement sur chaque page dans une largeur de 320 pixels, où les tableaux deviennent des blocs étiquetés : rien n’est à faire défiler de côté.
accessibility-topic-language = Langue
    .method = La langue de la page est déclarée, ce qui est vérifié automatiquement sur chaque page, en français et en anglais. Elle suit le changement de langue.
accessibility-topic-motion = Mouvement
    .method = Le réglage qui réduit les animations est respecté ; rien ne clignote.
accessibility-topic-scripts = Sans scripts
    .method = Les tâches essentielles sont de simples formulaires, qui fonctionnent sans JavaScript ni WebAssembly. Vérifié automatiquement sans JavaScript.
accessibility-topic-speech = Lecteurs d’écran
    .method = Les noms, les rôles et les annonces sont vérifiés automatiquement. Ils n’ont pas été essayés avec des personnes qui utilisent un lecteur d’écran au quotidien.
accessibility-topic-voice = Commande vocale et contacteurs
    .method = Pas d’essai.

## Known limits

accessibility-limits-title = Limites connues
accessibility-limits-tools = Les outils automatiques ne trouvent qu’une partie de ce qui gêne. Le reste demande des essais avec des personnes concernées, qui n’ont pas encore eu lieu.
accessibility-limits-copy = Copier une clé sans l’afficher demande JavaScript. Sans lui, une clé peut être affichée, puis copiée à la main.
accessibility-limits-outside = Les portails externes et les téléchargements auxquels mène un avantage ne font pas partie d’{ -brand-name }.

## Help

accessibility-help-title = Si quelque chose vous gêne
accessibility-help-detail = Dites à un administrateur général de votre entreprise ou au gestionnaire du programme ce que vous vouliez faire, sur quelle page, et avec quel navigateur ou quel appareil. Ils peuvent s’en charger pour vous pendant que nous corrigeons la page.
