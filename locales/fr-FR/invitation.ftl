### The page behind the single-use link of an invitation.

## Form

# Variables:
#   $name (String) - the full name of the person
invitation-page-greeting = Bienvenue, { $name }
invitation-page-title = Accepter votre invitation
# Variables:
#   $company (String) - the name of the company
#   $address (String) - the email address of the new account
invitation-page-intro = { $company } vous ouvre un compte à l’adresse { $address }. Choisissez un mot de passe pour l’utiliser.
# Variables:
#   $address (String) - the email address of the new account
invitation-operator-intro = Cette invitation vous permet de gérer le programme, avec l’adresse { $address }. Choisissez un mot de passe pour commencer.
invitation-password-label = Mot de passe
# Variables:
#   $minimum (Number) - the fewest characters accepted
invitation-password-hint =
    { $minimum ->
        [one] Au moins { $minimum } caractère. Plusieurs mots à la suite font un bon mot de passe ; ni chiffre ni symbole n’est exigé.
       *[other] Au moins { $minimum } caractères. Plusieurs mots à la suite font un bon mot de passe ; ni chiffre ni symbole n’est exigé.
    }
invitation-submit-button = Accepter l’invitation

## Passwords that are refused

# Variables:
#   $minimum (Number) - the fewest characters accepted
invitation-password-short =
    { $minimum ->
        [one] Ce mot de passe est trop court. Utilisez au moins { $minimum } caractère.
       *[other] Ce mot de passe est trop court. Utilisez au moins { $minimum } caractères.
    }
# Variables:
#   $maximum (Number) - the most characters accepted
invitation-password-long =
    { $maximum ->
        [one] Ce mot de passe est trop long. Utilisez au plus { $maximum } caractère.
       *[other] Ce mot de passe est trop long. Utilisez au plus { $maximum } caractères.
    }
invitation-password-address = Ce mot de passe est votre adresse e-mail. Choisissez-en un autre.
invitation-password-common = Ce mot de passe est parmi les premiers que l’on essaie : il est fait de mots courants, de répétitions ou de touches qui se suivent. Choisissez-en un autre.

## Links that no longer work

invitation-spent-title = Ce lien n’est plus valable
invitation-spent-detail = L’invitation a déjà été acceptée, ou elle a expiré, ou le lien est incomplet. Si vous l’avez acceptée, connectez-vous avec le mot de passe que vous avez choisi. Sinon, demandez un nouveau lien à la personne qui vous a envoyé l’invitation.
invitation-sign-in-link = Aller à la page de connexion
