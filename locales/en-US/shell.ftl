### What stands around every page: title, header, navigation, footer.

## Document

# Variables:
#   $page (String) - the name of the page
shell-title-page = { $page } · { -brand-name }
shell-document-description = See, activate, and assign the benefits of your membership.
shell-skip-content = Skip to content

## Header

shell-brand-name = { -brand-name }
# Variables:
#   $id (String) - the MPN ID of the company
shell-company-id = MPN ID { $id }
shell-company-switch = Switch company
# Variables:
#   $name (String) - the full name of the person
shell-account-signed-in = Signed in as { $name }
shell-sign-in-link = Sign in
shell-sign-out-button = Sign out

## Navigation

shell-nav-region =
    .aria-label = Main
shell-nav-menu-button = Menu
shell-nav-dashboard = Dashboard
shell-nav-benefits = Benefits
shell-nav-activity = Activity log

## Language

shell-language-label = Language
# Each language is named in itself, in both files: what is seen, then what is heard.
shell-language-english = EN
    .name = English
shell-language-french = FR
    .name = Français
shell-language-failed = The language could not be changed. Check your connection and try again.

## Appearance

shell-theme-label = Appearance
shell-theme-light = Light
shell-theme-dark = Dark
shell-theme-system = Same as my device

## Messages of the page

shell-choice-unsaved = Your choice holds on this page, but it could not be saved. Check your connection, then choose again.
shell-loading-status = Loading…
shell-news-region =
    .aria-label = Notifications
shell-notice-close-button = Close message
shell-demonstration-banner = Demonstration: the companies, people, and keys that you see are made up.

## Footer

shell-footer-accessibility = Accessibility
# Variables:
#   $version (String) - the version of the program, such as 0.1.0
shell-footer-version = { -brand-name } { $version }
