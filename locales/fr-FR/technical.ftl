### The Technical benefits tab: support, advice, presales.

## Open row

technical-detail-title = Description
technical-activation-incidents = Un incident de support est décompté à la création de la demande, et rendu s’il s’agit d’un doublon ou d’un défaut du produit. L’activation donne un ID d’accès et un ID de contrat, à saisir une fois dans le portail de support.
technical-activation-cloud = Le support des services cloud se demande dans le portail externe, avec l’ID d’accès et l’ID de contrat que donne l’activation.
technical-activation-hours = Les heures de conseil partenaire s’utilisent sans activation : elles se demandent pour les phases de prévente, de conception, de déploiement et de développement d’applications d’un projet, et les heures passées sont déduites du solde.
technical-activation-presales = Les services de prévente et de déploiement techniques s’utilisent sans activation : ils se demandent pour un projet, avec son pays et sa langue.
