### The names that every file may quote.

-brand-name = Atout
