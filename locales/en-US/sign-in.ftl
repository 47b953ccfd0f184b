### The way in: signing in, and what a new installation says.

## Form

sign-in-page-title = Sign in
sign-in-page-intro = Use the email address and the password of your work account.
sign-in-address-label = Email address
sign-in-password-label = Password
sign-in-submit-button = Sign in
sign-in-account-hint = Accounts are opened by invitation. To get one, ask a global admin or a user admin of your company.

## What can come back

sign-in-credentials-wrong = This email address and this password do not match. Check both, then try again.
# Variables:
#   $minutes (Number) - minutes until the next attempt is accepted
sign-in-attempts-exceeded =
    { $minutes ->
        [one] Too many attempts failed. You can try again in { $minutes } minute.
       *[other] Too many attempts failed. You can try again in { $minutes } minutes.
    }
sign-in-attempts-closed = Too many attempts in a row failed. Sign in from a place where you have signed in before, or ask the program operator for a new link.
sign-in-required-notice = Sign in to see this page. It opens right after.
sign-in-ended-notice = You are signed out. See you soon.
sign-in-expired-notice = Your session has ended, and nothing was done. Sign in again to return to the page where you were.

## Demonstration accounts

sign-in-demonstration-title = Try a demonstration account
sign-in-demonstration-intro = One click signs you in. Each account has its own role, so each one sees and does different things.
# Heard before the name and the roles of the made-up person, which are seen.
sign-in-demonstration-verb = Sign in as

## Empty installation

sign-in-empty-title = { -brand-name } is running, but its database is empty
sign-in-empty-intro = Nobody can sign in yet. Run these commands on the server, then reload this page.
sign-in-empty-init = Create the tables, load the program, and print the link that opens the first program operator’s account:
    .command = atout init
sign-in-empty-company = Register a member company:
    .command = atout company create
sign-in-empty-invitation = Invite the first user of that company:
    .command = atout user invite
