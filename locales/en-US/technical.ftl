### The Technical benefits tab: support, advice, presales.

## Open row

technical-detail-title = What it is
technical-activation-incidents = A support incident is used when a request is created, and given back if the request turns out to be a duplicate or a product fault. Activation yields an access ID and a contract ID, which are entered once in the support portal.
technical-activation-cloud = Support for cloud services is requested in the external portal, with the access ID and the contract ID that activation yields.
technical-activation-hours = Advisory hours need no activation: they are requested for the presales, design, deployment and app development phases of a project, and the hours spent are deducted from the balance.
technical-activation-presales = Presales and deployment services need no activation: they are requested for a project, with its country and its language.
