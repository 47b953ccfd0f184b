### A person’s own account: the browsers in which they are signed in, and the password.

## Sessions

account-page-title = My account
account-sessions-title = Where you are signed in
account-sessions-intro = If you do not recognize one of these sessions, end it, then change your password.
# Variables:
#   $count (Number) - open sessions, 1 or more
account-sessions-caption =
    { $count ->
        [one] { $count } open session
       *[other] { $count } open sessions
    }
account-session-browser = Browser
account-session-begun = Signed in
account-session-seen = Last activity
account-session-this = This browser
account-session-end = End session
account-session-ended = Session ended: that browser is signed out.
account-others-button = End all other sessions
# Variables:
#   $count (Number) - sessions that were ended
account-others-ended =
    { $count ->
        [0] There was no other session: only this browser is signed in.
        [one] { $count } other session was ended. Only this browser is signed in.
       *[other] { $count } other sessions were ended. Only this browser is signed in.
    }
account-everywhere-button = Sign out everywhere

## Browsers

# Variables:
#   $browser (String) - the name of the browser
#   $system (String) - the name of the system that it runs on
account-browser-name = { $browser } on { $system }
# Variables:
#   $maker (String) - the code of the browser, such as: firefox
account-browser-maker =
    { $maker ->
        [firefox] Firefox
        [chrome] Chrome
        [edge] Edge
        [safari] Safari
        [opera] Opera
       *[other] Unknown browser
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
       *[other] an unknown system
    }

## Password

account-password-current = Current password
account-password-new = New password
account-password-others = End all other sessions
account-password-button = Change password
account-password-wrong = This is not your current password. Nothing has changed.
# Variables:
#   $count (Number) - sessions in other browsers that were ended with it
account-password-changed =
    { $count ->
        [0] Password changed.
        [one] Password changed, and { $count } other session was ended.
       *[other] Password changed, and { $count } other sessions were ended.
    }
