### The Cloud tab: subscriptions by credit or by key.

## Open row

cloud-detail-title = What it is
cloud-activation-monthly = A usage-based subscription is activated by assigning it to a person, who receives an activation link by email and then manages the credit in the external portal. What is left of the credit lapses at the end of each month.
cloud-activation-yearly = A usage-based subscription is activated by assigning it to a person, who receives an activation link by email and then manages the credit in the external portal. The credit is given once for the enrollment year and cannot be combined with other credit offers.
cloud-activation-key = A license-based subscription is activated with a key, which is redeemed once, whole, in your own tenant: sign in to the external portal in a private window, then start a subscription, add licenses to one, or extend one. Never redeem a key for a customer.
