### The Cloud tab: subscriptions by credit or by key.

## Open row

cloud-detail-title = Description
cloud-activation-monthly = Un abonnement basé sur l’utilisation s’active par affectation à une personne. Elle reçoit par e-mail un lien d’activation, puis gère le crédit dans le portail externe. Le reste du crédit est perdu à la fin de chaque mois.
cloud-activation-yearly = Un abonnement basé sur l’utilisation s’active par affectation à une personne. Elle reçoit par e-mail un lien d’activation, puis gère le crédit dans le portail externe. Le crédit est donné une fois pour l’année d’inscription et ne se cumule pas avec d’autres offres de crédit.
cloud-activation-key = Un abonnement basé sur des licences s’active avec une clé, utilisée une seule fois, en entier, dans votre propre locataire Azure AD : connectez-vous au portail externe dans une fenêtre de navigation privée, puis ouvrez un abonnement, ajoutez des licences ou prolongez un abonnement. N’utilisez jamais une clé pour un client.
