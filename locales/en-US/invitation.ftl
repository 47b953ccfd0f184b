### The page behind the single-use link of an invitation.

## Form

# Variables:
#   $name (String) - the full name of the person
invitation-page-greeting = Welcome, { $name }
invitation-page-title = Accept your invitation
# Variables:
#   $company (String) - the name of the company
#   $address (String) - the email address of the new account
invitation-page-intro = { $company } is opening an account for you at the address { $address }. Choose a password to use it.
# Variables:
#   $address (String) - the email address of the new account
invitation-operator-intro = This invitation lets you run the program, with the address { $address }. Choose a password to begin.
invitation-password-label = Password
# Variables:
#   $minimum (Number) - the fewest characters accepted
invitation-password-hint =
    { $minimum ->
        [one] At least { $minimum } character. Several words in a row make a good password; digits and symbols are not required.
       *[other] At least { $minimum } characters. Several words in a row make a good password; digits and symbols are not required.
    }
invitation-submit-button = Accept invitation

## Passwords that are refused

# Variables:
#   $minimum (Number) - the fewest characters accepted
invitation-password-short =
    { $minimum ->
        [one] This password is too short. Use at least { $minimum } character.
       *[other] This password is too short. Use at least { $minimum } characters.
    }
# Variables:
#   $maximum (Number) - the most characters accepted
invitation-password-long =
    { $maximum ->
        [one] This password is too long. Use at most { $maximum } character.
       *[other] This password is too long. Use at most { $maximum } characters.
    }
invitation-password-address = This password is your email address. Choose another one.
invitation-password-common = This password is among those that are tried first: it is made of common words, repetitions, or keys in a row. Choose another one.

## Links that no longer work

invitation-spent-title = This link is no longer valid
invitation-spent-detail = The invitation was accepted already, or it has expired, or the link is not complete. If you have accepted it, sign in with the password that you chose. If not, ask the person who invited you for a new link.
invitation-sign-in-link = Go to the sign-in page
