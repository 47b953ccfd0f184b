### The way in: signing in, and what a new installation says.

## Form

sign-in-page-title = Connexion
sign-in-page-intro = Utilisez l’adresse e-mail et le mot de passe de votre compte professionnel.
sign-in-address-label = Adresse e-mail
sign-in-password-label = Mot de passe
sign-in-submit-button = Se connecter
sign-in-account-hint = Les comptes s’ouvrent sur invitation. Pour en obtenir un, adressez-vous à un administrateur général ou à un administrateur des utilisateurs de votre entreprise.

## What can come back

sign-in-credentials-wrong = Cette adresse e-mail et ce mot de passe ne correspondent pas. Vérifiez les deux, puis réessayez.
# Variables:
#   $minutes (Number) - minutes until the next attempt is accepted
sign-in-attempts-exceeded =
    { $minutes ->
        [one] Trop de tentatives ont échoué. Vous pourrez réessayer dans { $minutes } minute.
       *[other] Trop de tentatives ont échoué. Vous pourrez réessayer dans { $minutes } minutes.
    }
sign-in-attempts-closed = Trop de tentatives ont échoué à la suite. Connectez-vous depuis un lieu où vous avez déjà ouvert une session, ou demandez un nouveau lien au gestionnaire du programme.
sign-in-required-notice = Connectez-vous pour voir cette page. Elle s’ouvrira aussitôt après.
sign-in-ended-notice = Votre session est fermée. À bientôt.
sign-in-expired-notice = Votre session a pris fin et rien n’a été fait. Connectez-vous à nouveau pour revenir à la page où vous étiez.

## Demonstration accounts

sign-in-demonstration-title = Essayer un compte de démonstration
sign-in-demonstration-intro = Un clic suffit pour se connecter. Chaque compte a son rôle : chacun voit et fait des choses différentes.
# Heard before the name and the roles of the made-up person, which are seen.
sign-in-demonstration-verb = Se connecter en tant que

## Empty installation

sign-in-empty-title = { -brand-name } fonctionne, mais sa base de données est vide
sign-in-empty-intro = Personne ne peut encore se connecter. Exécutez ces commandes sur le serveur, puis rechargez cette page.
sign-in-empty-init = Créer les tables, charger le programme et afficher le lien qui ouvre le premier compte de gestionnaire du programme :
    .command = atout init
sign-in-empty-company = Enregistrer une entreprise membre :
    .command = atout company create
sign-in-empty-invitation = Inviter le premier utilisateur de cette entreprise :
    .command = atout user invite
