### What stands around every page: title, header, navigation, footer.

## Document

# Variables:
#   $page (String) - the name of the page
shell-title-page = { $page } · { -brand-name }
shell-document-description = Consulter, activer et affecter les avantages de votre adhésion.
shell-skip-content = Aller au contenu

## Header

shell-brand-name = { -brand-name }
# Variables:
#   $id (String) - the MPN ID of the company
shell-company-id = ID MPN { $id }
shell-company-switch = Changer d’entreprise
# Variables:
#   $name (String) - the full name of the person
shell-account-signed-in = Session ouverte au nom de { $name }
shell-sign-in-link = Se connecter
shell-sign-out-button = Se déconnecter

## Navigation

shell-nav-region =
    .aria-label = Navigation principale
shell-nav-menu-button = Menu
shell-nav-dashboard = Tableau de bord
shell-nav-benefits = Avantages
shell-nav-activity = Journal d’activité

## Language

shell-language-label = Langue
# Each language is named in itself, in both files: what is seen, then what is heard.
shell-language-english = EN
    .name = English
shell-language-french = FR
    .name = Français
shell-language-failed = La langue n’a pas pu être changée. Vérifiez votre connexion, puis réessayez.

## Appearance

shell-theme-label = Apparence
shell-theme-light = Claire
shell-theme-dark = Sombre
shell-theme-system = Comme mon appareil

## Messages of the page

shell-choice-unsaved = Votre choix vaut pour cette page, mais n’a pas pu être enregistré. Vérifiez votre connexion, puis choisissez à nouveau.
shell-loading-status = Chargement…
shell-news-region =
    .aria-label = Notifications
shell-notice-close-button = Fermer le message
shell-demonstration-banner = Démonstration : les entreprises, les personnes et les clés affichées sont fictives.

## Footer

shell-footer-accessibility = Accessibilité
# Variables:
#   $version (String) - the version of the program, such as 0.1.0
shell-footer-version = { -brand-name } { $version }
