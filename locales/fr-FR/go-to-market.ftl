### The Go-To-Market tab: offers, resources, programs and assistance.

## Open row

go-to-market-kind-offer = Offre de commercialisation
go-to-market-kind-resource = Ressource de commercialisation
go-to-market-kind-programme = Programme de commercialisation
go-to-market-kind-assistance = Assistance à la commercialisation
go-to-market-activation-explained = L’activation passe par le contact marketing de votre entreprise, qui reçoit par e-mail les instructions et le suivi. Une fois active, l’offre a sa propre date de fin.
