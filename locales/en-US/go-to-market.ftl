### The Go-To-Market tab: offers, resources, programs and assistance.

## Open row

go-to-market-kind-offer = Go-To-Market offer
go-to-market-kind-resource = Go-To-Market resource
go-to-market-kind-programme = Go-To-Market program
go-to-market-kind-assistance = Go-To-Market assistance
go-to-market-activation-explained = Activation needs the marketing contact of your company, who receives the instructions and the follow-up by email. Once it is active, the offer has an end date of its own.
