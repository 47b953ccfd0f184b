### A person’s own account: the browsers in which they are signed in, and the password.

## Sessions

account-page-title = Mon compte
account-sessions-title = Vos sessions ouvertes
account-sessions-intro = Si vous ne reconnaissez pas une de ces sessions, mettez-y fin, puis modifiez votre mot de passe.
# Variables:
#   $count (Number) - open sessions, 1 or more
account-sessions-caption =
    { $count ->
        [one] { $count } session ouverte
       *[other] { $count } sessions ouvertes
    }
account-session-browser = Navigateur
account-session-begun = Connexion
account-session-seen = Dernière activité
account-session-this = Ce navigateur
account-session-end = Mettre fin à la session
account-session-ended = La session est terminée : son navigateur est déconnecté.
account-others-button = Mettre fin à toutes les autres sessions
# Variables:
#   $count (Number) - sessions that were ended
account-others-ended =
    { $count ->
        [0] Il n’y avait pas d’autre session : seul ce navigateur est connecté.
        [one] { $count } autre session est terminée. Seul ce navigateur est connecté.
       *[other] { $count } autres sessions sont terminées. Seul ce navigateur est connecté.
    }
account-everywhere-button = Se déconnecter partout

## Browsers

# Variables:
#   $browser (String) - the name of the browser
#   $system (String) - the name of the system that it runs on
account-browser-name = { $browser } sur { $system }
# Variables:
#   $maker (String) - the code of the browser, such as: firefox
account-browser-maker =
    { $maker ->
        [firefox] Firefox
        [chrome] Chrome
        [edge] Edge
        [safari] Safari
        [opera] Opera
       *[other] Navigateur inconnu
    }
# Variables:
#   $system (String) - the code of the system, such as: linux
account-browser-system =
    { $system ->
        [windows] Windows
        [macos] macOS
        [linux] Linux
        [android] Android
        [ios] iOS
       *[other] un système inconnu
    }

## Password

account-password-current = Mot de passe actuel
account-password-new = Nouveau mot de passe
account-password-others = Mettre fin à toutes les autres sessions
account-password-button = Modifier le mot de passe
account-password-wrong = Ce n’est pas votre mot de passe actuel. Rien n’a changé.
# Variables:
#   $count (Number) - sessions in other browsers that were ended with it
account-password-changed =
    { $count ->
        [0] Mot de passe modifié.
        [one] Mot de passe modifié, et { $count } autre session est terminée.
       *[other] Mot de passe modifié, et { $count } autres sessions sont terminées.
    }
