"""The catalogue of indicators. Made by `npm run prepare` (apps/vigie/build/sdk-sources.ts) from the tables of spec and the catalogue."""

from json import loads as _loads

ROLES = ("exploited", "controller", "facilitator", "front", "mule",)

MONEY_INDICATOR_IDS = ("small-ad-payments", "high-ad-spending", "foreign-ad-sites", "contact-in-ads", "short-stays-many-cities", "lodging-beyond-profile", "lodging-settled-in-cash", "several-rents", "frequent-tickets", "many-cities-in-days", "many-rides", "frequent-fast-food", "food-for-several", "personal-supplies-out-of-pattern", "venue-payments-after-closing", "keeps-others", "cash-night-or-many-cities", "third-party-cash", "cash-under-threshold", "cash-without-income", "funnel-account", "many-unrelated-senders", "alias-handle", "coded-memos", "income-passed-on", "night-activity", "business-after-hours", "in-and-out-within-a-day", "no-living-costs", "payment-service-to-currency", "hidden-behind-processors", "spoken-for", "shared-device-or-address", "account-used-by-another", "contact-changed-to-anothers", "avoids-identification", "turnover-beyond-income", "luxury-without-business", "cash-heavy-without-payroll", "business-pays-for-rooms-and-rides", "linked-storefronts", "wages-returned", "unlicensed-recruiter", "frequent-prepaid-cards", "many-phone-top-ups", "small-virtual-currency", "illicit-market-currency", "shared-foreign-receiver", "collector-star", "moves-as-a-group",)

CATALOGUE_NOTICE, INDICATOR_GROUPS, SOURCES, LOOK_ALIKES, INDICATOR_ROWS = _loads(r"""[
 {
  "en": "This catalogue is for education. It is not a compliance list and replaces none: the originals are FINTRAC's operational alerts FINTRAC-2016-OA003 and FINTRAC-2021-OA001, FinCEN's advisories FIN-2014-A008 and FIN-2020-A008, AUSTRAC's financial crime guide of 2022, UNODC's human trafficking indicators and IOM's Human Trafficking Case Data Standard. An indicator names a source only where we could check it; the others are defined by this project, and so are the French labels and the way in which digital signs are read from device data. No indicator proves anything, alone or in number: lawful lives show every one of them, and its absence clears nobody.",
  "fr": "Ce catalogue sert à apprendre. Il ne constitue pas une liste de conformité et n’en remplace aucune : consultez les textes d’origine, soit les alertes opérationnelles FINTRAC-2016-OA003 et FINTRAC-2021-OA001 du CANAFE, les avis FIN-2014-A008 et FIN-2020-A008 du FinCEN, le guide d’AUSTRAC sur la criminalité financière (2022), les indicateurs de l’ONUDC sur la traite des personnes et la norme de données HTCDS de l’OIM. Une source n’est citée que si nous avons pu la vérifier; le reste est défini par ce projet, tout comme les libellés français et la lecture de signes numériques dans les données d’appareils. Aucun indicateur ne prouve quoi que ce soit, seul ou avec d’autres : tous se retrouvent dans des vies parfaitement licites, et leur absence n’innocente personne."
 },
 {
  "advertising": {
   "en": "Paying for advertisements",
   "fr": "Paiement d’annonces"
  },
  "accommodation": {
   "en": "Lodging",
   "fr": "Hébergement"
  },
  "travel": {
   "en": "Travel",
   "fr": "Déplacements"
  },
  "local-transport": {
   "en": "Rides in town",
   "fr": "Transport en ville"
  },
  "supplies": {
   "en": "Food and supplies",
   "fr": "Nourriture et fournitures"
  },
  "cash": {
   "en": "Cash",
   "fr": "Espèces"
  },
  "e-transfer": {
   "en": "E-transfers",
   "fr": "Virements Interac"
  },
  "time": {
   "en": "Hours of activity",
   "fr": "Heures d’activité"
  },
  "flow": {
   "en": "Flow of money",
   "fr": "Circulation de l’argent"
  },
  "control": {
   "en": "Control by another person",
   "fr": "Emprise d’une autre personne"
  },
  "profile": {
   "en": "Stated profile",
   "fr": "Profil déclaré"
  },
  "lifestyle": {
   "en": "Lifestyle",
   "fr": "Train de vie"
  },
  "business-front": {
   "en": "Businesses used as fronts",
   "fr": "Entreprises servant de façade"
  },
  "prepaid-telecom": {
   "en": "Prepaid cards and phones",
   "fr": "Cartes et téléphones prépayés"
  },
  "virtual-currency": {
   "en": "Virtual currency",
   "fr": "Monnaie virtuelle"
  },
  "remittance": {
   "en": "Money sent abroad",
   "fr": "Envois d’argent à l’étranger"
  },
  "network": {
   "en": "Linked accounts",
   "fr": "Comptes reliés"
  },
  "messages": {
   "en": "Messages",
   "fr": "Textos et courriels"
  },
  "devices": {
   "en": "Devices",
   "fr": "Appareils"
  },
  "location": {
   "en": "Places",
   "fr": "Lieux"
  },
  "ads": {
   "en": "Advertisements",
   "fr": "Annonces"
  },
  "cross-source": {
   "en": "Joining two sources",
   "fr": "Recoupement de deux sources"
  },
  "counter": {
   "en": "Counter-evidence",
   "fr": "Contre-preuve"
  }
 },
 {
  "fintrac-2016": {
   "en": "FINTRAC, operational alert FINTRAC-2016-OA003",
   "fr": "CANAFE, alerte opérationnelle FINTRAC-2016-OA003"
  },
  "fintrac-2021": {
   "en": "FINTRAC, operational alert FINTRAC-2021-OA001",
   "fr": "CANAFE, alerte opérationnelle FINTRAC-2021-OA001"
  },
  "fincen-2014": {
   "en": "FinCEN, advisory FIN-2014-A008",
   "fr": "FinCEN, avis FIN-2014-A008"
  },
  "fincen-2020": {
   "en": "FinCEN, advisory FIN-2020-A008",
   "fr": "FinCEN, avis FIN-2020-A008"
  },
  "austrac-2022": {
   "en": "AUSTRAC, financial crime guide, 2022",
   "fr": "AUSTRAC, guide sur la criminalité financière, 2022"
  },
  "iom-htcds": {
   "en": "IOM, Human Trafficking Case Data Standard 2.0, methods of control (CC BY 4.0)",
   "fr": "OIM, norme HTCDS 2.0, moyens de contrôle (CC BY 4.0)"
  },
  "unodc": {
   "en": "UNODC, human trafficking indicators; E4J module 14",
   "fr": "ONUDC, indicateurs de la traite des personnes; module 14 d’E4J"
  },
  "ilo-2009": {
   "en": "ILO and European Commission, Delphi indicators, 2009",
   "fr": "OIT et Commission européenne, indicateurs Delphi, 2009"
  },
  "nij-2024": {
   "en": "NIJ, study of online advertisements, 2024",
   "fr": "NIJ, étude d’annonces en ligne, 2024"
  },
  "polaris-2018": {
   "en": "Polaris, 2018",
   "fr": "Polaris, 2018"
  },
  "officer-2013": {
   "en": "Officer.com, article on mobile forensics, 2013",
   "fr": "Officer.com, article sur l’analyse des téléphones, 2013"
  }
 },
 {
  "adults-sharing-costs": {
   "en": "adults sharing costs",
   "fr": "adultes qui partagent leurs frais"
  },
  "agency": {
   "en": "agency",
   "fr": "agence"
  },
  "anxious-parent": {
   "en": "anxious parent",
   "fr": "parent inquiet"
  },
  "artist": {
   "en": "artist",
   "fr": "artiste"
  },
  "band": {
   "en": "band",
   "fr": "groupe de musique"
  },
  "bar-staff": {
   "en": "bar staff",
   "fr": "personnel de bar"
  },
  "beauty-professional": {
   "en": "beauty professional",
   "fr": "spécialiste des soins de beauté"
  },
  "booking-assistant": {
   "en": "booking assistant",
   "fr": "adjointe ou adjoint aux réservations"
  },
  "budgeting-household": {
   "en": "household on a tight budget plan",
   "fr": "ménage qui suit un budget serré"
  },
  "caregiver": {
   "en": "caregiver",
   "fr": "proche aidante ou proche aidant"
  },
  "cash-retail-business": {
   "en": "shop that is paid in cash",
   "fr": "commerce payé en espèces"
  },
  "caterer": {
   "en": "caterer",
   "fr": "service de traiteur"
  },
  "club-treasurer": {
   "en": "club treasurer",
   "fr": "trésorerie d’un club"
  },
  "delivery-dispatcher": {
   "en": "delivery dispatcher",
   "fr": "répartition de livraisons"
  },
  "diaspora-remitters": {
   "en": "families who send money home",
   "fr": "familles qui soutiennent les leurs à l’étranger"
  },
  "driver": {
   "en": "driver",
   "fr": "personne qui conduit pour gagner sa vie"
  },
  "elder-care": {
   "en": "elder care",
   "fr": "soins à une personne âgée"
  },
  "employer-fleet-app": {
   "en": "employer's fleet app",
   "fr": "application de parc automobile d’un employeur"
  },
  "family": {
   "en": "family",
   "fr": "famille"
  },
  "family-loan": {
   "en": "loan within a family",
   "fr": "prêt entre proches"
  },
  "family-remitter": {
   "en": "person who sends money to family",
   "fr": "personne qui envoie de l’argent aux siens"
  },
  "flight-crew": {
   "en": "flight crew",
   "fr": "personnel de bord"
  },
  "foster-home": {
   "en": "foster home",
   "fr": "famille d’accueil"
  },
  "gift-buyer": {
   "en": "gift buyer",
   "fr": "achat de cadeaux"
  },
  "hobby-investor": {
   "en": "hobby investor",
   "fr": "placements par loisir"
  },
  "hotel-staff": {
   "en": "hotel staff",
   "fr": "personnel hôtelier"
  },
  "hr-staff": {
   "en": "human resources staff",
   "fr": "personnel des ressources humaines"
  },
  "inheritance": {
   "en": "inheritance",
   "fr": "héritage"
  },
  "interpreter": {
   "en": "interpreter",
   "fr": "interprète"
  },
  "it-worker": {
   "en": "IT worker",
   "fr": "spécialiste en informatique"
  },
  "landlord": {
   "en": "landlord",
   "fr": "propriétaire de logements locatifs"
  },
  "large-family": {
   "en": "large family",
   "fr": "famille nombreuse"
  },
  "late-shift-staff": {
   "en": "late-shift staff",
   "fr": "personnel du soir"
  },
  "low-income-household": {
   "en": "low-income household",
   "fr": "ménage à faible revenu"
  },
  "massage-therapist": {
   "en": "massage therapist",
   "fr": "massothérapeute"
  },
  "motel-manager": {
   "en": "motel manager",
   "fr": "gérance de motel"
  },
  "moving-in-with-partner": {
   "en": "moving in with a partner",
   "fr": "emménagement en couple"
  },
  "new-parent": {
   "en": "new parent",
   "fr": "parent d’un nouveau-né"
  },
  "newcomer-family": {
   "en": "newcomer family",
   "fr": "famille nouvellement arrivée"
  },
  "night-shift-nurse": {
   "en": "night-shift nurse",
   "fr": "personnel infirmier de nuit"
  },
  "online-seller": {
   "en": "online seller",
   "fr": "vente en ligne"
  },
  "parental-control": {
   "en": "parental control",
   "fr": "contrôle parental"
  },
  "performer": {
   "en": "performer",
   "fr": "artiste de scène"
  },
  "person-with-disability": {
   "en": "person with a disability",
   "fr": "personne handicapée"
  },
  "property-manager": {
   "en": "property manager",
   "fr": "gestion immobilière"
  },
  "renovating-household": {
   "en": "household that renovates",
   "fr": "ménage en rénovation"
  },
  "restaurant-or-bar-worker": {
   "en": "restaurant or bar worker",
   "fr": "personnel de restaurant ou de bar"
  },
  "roommate-collecting-rent": {
   "en": "roommate who collects the rent",
   "fr": "colocataire qui recueille le loyer"
  },
  "roommate-splitting-rent": {
   "en": "roommate who splits the rent",
   "fr": "colocataire qui partage le loyer"
  },
  "seasonal-worker": {
   "en": "seasonal worker",
   "fr": "travail saisonnier"
  },
  "second-account": {
   "en": "second account",
   "fr": "deuxième compte"
  },
  "self-employed-personal-services": {
   "en": "self-employed, personal services",
   "fr": "travail autonome, services personnels"
  },
  "shelter-placement": {
   "en": "placement by a shelter",
   "fr": "placement par un refuge"
  },
  "shelter-residents": {
   "en": "residents of a shelter",
   "fr": "personnes hébergées dans un refuge"
  },
  "shift-worker": {
   "en": "shift worker",
   "fr": "travail par quarts"
  },
  "shop-manager": {
   "en": "shop manager",
   "fr": "gérance de magasin"
  },
  "small-business": {
   "en": "small business",
   "fr": "petite entreprise"
  },
  "small-business-marketer": {
   "en": "marketer of a small business",
   "fr": "publicité d’une petite entreprise"
  },
  "small-employer": {
   "en": "small employer",
   "fr": "petit employeur"
  },
  "small-trader": {
   "en": "small trader",
   "fr": "petit commerce"
  },
  "sole-practitioner": {
   "en": "sole practitioner",
   "fr": "pratique professionnelle en solo"
  },
  "spa-bookkeeper": {
   "en": "bookkeeper of a spa",
   "fr": "comptabilité d’un spa"
  },
  "sponsor-of-newcomers": {
   "en": "sponsor of newcomers",
   "fr": "parrainage de personnes nouvellement arrivées"
  },
  "sports-parent": {
   "en": "parent of a young athlete",
   "fr": "parent d’athlète"
  },
  "sports-team": {
   "en": "sports team",
   "fr": "équipe sportive"
  },
  "student": {
   "en": "student",
   "fr": "personne aux études"
  },
  "student-residence": {
   "en": "student residence",
   "fr": "résidence universitaire"
  },
  "student-with-family-support": {
   "en": "student supported by family",
   "fr": "études payées par la famille"
  },
  "support-worker": {
   "en": "support worker",
   "fr": "intervenante ou intervenant"
  },
  "taxi-driver": {
   "en": "taxi driver",
   "fr": "chauffeuse ou chauffeur de taxi"
  },
  "team-manager": {
   "en": "team manager",
   "fr": "gérance d’équipe"
  },
  "temporary-foreign-worker-paying-lawful-fees": {
   "en": "temporary foreign worker who pays lawful fees",
   "fr": "travail temporaire dont les frais légaux sont payés"
  },
  "tenant-paying-rent": {
   "en": "tenant who pays rent",
   "fr": "locataire qui paie son loyer"
  },
  "tipped-worker": {
   "en": "worker who receives tips",
   "fr": "travail avec pourboires"
  },
  "touring-performer": {
   "en": "touring performer",
   "fr": "artiste en tournée"
  },
  "travelling-sales": {
   "en": "travelling sales",
   "fr": "représentation commerciale sur la route"
  },
  "trucker": {
   "en": "trucker",
   "fr": "camionnage"
  },
  "tutor": {
   "en": "tutor",
   "fr": "cours particuliers"
  },
  "unbanked-newcomer": {
   "en": "newcomer without other accounts",
   "fr": "personne nouvellement arrivée, sans autre compte"
  },
  "work-crew": {
   "en": "work crew",
   "fr": "équipe de chantier"
  },
  "young-adult-at-home": {
   "en": "young adult who lives with parents",
   "fr": "jeune adulte chez ses parents"
  }
 },
 {
  "small-ad-payments": [
   "money",
   "HT-FIN-ADV-01",
   "advertising",
   [
    "controller",
    "exploited"
   ],
   "Frequent small payments to personal-services classified sites",
   "Petits paiements fréquents à des sites d’annonces de services personnels",
   [
    "fintrac-2016",
    "fincen-2014",
    "fintrac-2021"
   ],
   [
    "self-employed-personal-services",
    "small-business-marketer"
   ]
  ],
  "high-ad-spending": [
   "money",
   "HT-FIN-ADV-02",
   "advertising",
   [
    "controller"
   ],
   "High monthly total paid to classified and online ad merchants",
   "Total mensuel élevé versé à des sites de petites annonces en ligne",
   [
    "austrac-2022"
   ],
   []
  ],
  "foreign-ad-sites": [
   "money",
   "HT-FIN-ADV-03",
   "advertising",
   [
    "controller"
   ],
   "Payments to classified sites hosted abroad",
   "Paiements à des sites d’annonces hébergés à l’étranger",
   [
    "fincen-2020"
   ],
   []
  ],
  "contact-in-ads": [
   "money",
   "HT-FIN-ADV-04",
   "advertising",
   [
    "exploited",
    "controller",
    "facilitator",
    "front",
    "mule"
   ],
   "Account email or phone also appears in personal-services advertisements",
   "Courriel ou téléphone du compte figurant dans des annonces de services personnels",
   [
    "fincen-2020"
   ],
   [
    "self-employed-personal-services"
   ]
  ],
  "short-stays-many-cities": [
   "money",
   "HT-FIN-ACC-01",
   "accommodation",
   [
    "controller",
    "exploited"
   ],
   "Repeated short stays at hotels, motels or rentals, several cities in a short time",
   "Courts séjours répétés (hôtels, motels, locations) dans plusieurs villes en peu de temps",
   [
    "fintrac-2016"
   ],
   [
    "travelling-sales",
    "touring-performer",
    "sports-parent",
    "trucker"
   ]
  ],
  "lodging-beyond-profile": [
   "money",
   "HT-FIN-ACC-02",
   "accommodation",
   [
    "controller"
   ],
   "Large regular monthly spending on lodging without matching profile",
   "Dépenses d’hébergement mensuelles élevées et régulières, sans lien avec le profil",
   [
    "austrac-2022"
   ],
   []
  ],
  "lodging-settled-in-cash": [
   "money",
   "HT-FIN-ACC-03",
   "accommodation",
   [
    "controller"
   ],
   "Lodging settled in cash, or card hold then cash settlement",
   "Hébergement réglé comptant, ou préautorisation par carte puis règlement comptant",
   [
    "fintrac-2021"
   ],
   []
  ],
  "several-rents": [
   "money",
   "HT-FIN-ACC-04",
   "accommodation",
   [
    "controller"
   ],
   "Rent for several units, or local lodging close to home address",
   "Loyers de plusieurs logements, ou hébergement près du domicile",
   [],
   [
    "landlord",
    "renovating-household",
    "shelter-placement"
   ]
  ],
  "frequent-tickets": [
   "money",
   "HT-FIN-TRV-01",
   "travel",
   [
    "controller",
    "exploited"
   ],
   "Frequent air, rail or bus tickets, perhaps for several people",
   "Achats fréquents de billets d’avion, de train ou d’autocar, parfois pour plusieurs personnes",
   [
    "fintrac-2016"
   ],
   [
    "seasonal-worker",
    "student",
    "team-manager"
   ]
  ],
  "many-cities-in-days": [
   "money",
   "HT-FIN-TRV-02",
   "travel",
   [
    "exploited",
    "controller",
    "facilitator",
    "front",
    "mule"
   ],
   "Account used in many cities or provinces within days",
   "Compte utilisé dans plusieurs villes ou provinces en quelques jours",
   [
    "fincen-2020",
    "fintrac-2016"
   ],
   [
    "trucker",
    "flight-crew",
    "touring-performer"
   ]
  ],
  "many-rides": [
   "money",
   "HT-FIN-LOC-01",
   "local-transport",
   [
    "controller",
    "exploited"
   ],
   "Many taxi, limousine, rental-car or rideshare payments",
   "Nombreux paiements de taxi, de limousine, d’auto de location ou de covoiturage",
   [
    "fintrac-2016",
    "austrac-2022"
   ],
   [
    "shift-worker",
    "person-with-disability"
   ]
  ],
  "frequent-fast-food": [
   "money",
   "HT-FIN-SUS-01",
   "supplies",
   [
    "controller",
    "exploited"
   ],
   "Frequent low-value fast-food purchases out of pattern",
   "Achats fréquents et de faible valeur de restauration rapide, hors habitude",
   [
    "fintrac-2016"
   ],
   [
    "student",
    "shift-worker"
   ]
  ],
  "food-for-several": [
   "money",
   "HT-FIN-SUS-02",
   "supplies",
   [
    "controller"
   ],
   "Large or regular food orders that fit several people",
   "Commandes de nourriture importantes ou régulières, pour plusieurs personnes",
   [
    "austrac-2022",
    "fincen-2014"
   ],
   [
    "large-family",
    "caterer",
    "foster-home"
   ]
  ],
  "personal-supplies-out-of-pattern": [
   "money",
   "HT-FIN-SUS-03",
   "supplies",
   [
    "controller",
    "exploited"
   ],
   "Frequent drug-store, cosmetics or clothing purchases out of pattern",
   "Achats fréquents en pharmacie, de cosmétiques ou de vêtements, hors habitude",
   [
    "fintrac-2016",
    "austrac-2022"
   ],
   [
    "beauty-professional",
    "performer",
    "new-parent"
   ]
  ],
  "venue-payments-after-closing": [
   "money",
   "HT-FIN-SUS-04",
   "supplies",
   [
    "controller"
   ],
   "Card payments at clubs, salons or agencies after closing hours",
   "Paiements par carte à des clubs, à des salons ou à des agences après les heures d’ouverture",
   [
    "fintrac-2016"
   ],
   [
    "late-shift-staff"
   ]
  ],
  "keeps-others": [
   "money",
   "HT-FIN-SUS-05",
   "supplies",
   [
    "controller"
   ],
   "Spending on keep of others: housing, transport, medical, food, clothing beyond own need",
   "Dépenses pour l’entretien d’autrui (logement, transport, santé, nourriture, vêtements) au-delà des besoins",
   [
    "fincen-2020",
    "fincen-2014"
   ],
   [
    "caregiver",
    "foster-home",
    "sponsor-of-newcomers"
   ]
  ],
  "cash-night-or-many-cities": [
   "money",
   "HT-FIN-CSH-01",
   "cash",
   [
    "controller",
    "exploited"
   ],
   "Cash deposits by machine at night or in several cities",
   "Dépôts en espèces au guichet la nuit ou dans plusieurs villes",
   [
    "fintrac-2016"
   ],
   [
    "restaurant-or-bar-worker",
    "taxi-driver"
   ]
  ],
  "third-party-cash": [
   "money",
   "HT-FIN-CSH-02",
   "cash",
   [
    "controller"
   ],
   "Third parties deposit cash to one account from several places",
   "Dépôts en espèces de tiers dans un même compte depuis plusieurs lieux",
   [
    "austrac-2022"
   ],
   []
  ],
  "cash-under-threshold": [
   "money",
   "HT-FIN-CSH-03",
   "cash",
   [
    "controller"
   ],
   "Cash kept under the reporting threshold within 24 hours",
   "Espèces maintenues sous le seuil de déclaration sur 24 heures",
   [
    "fincen-2020"
   ],
   [
    "cash-retail-business"
   ]
  ],
  "cash-without-income": [
   "money",
   "HT-FIN-CSH-04",
   "cash",
   [
    "controller"
   ],
   "Steady cash deposits with no electronic income",
   "Dépôts en espèces constants sans revenu électronique",
   [
    "fincen-2020"
   ],
   [
    "tipped-worker",
    "unbanked-newcomer"
   ]
  ],
  "funnel-account": [
   "money",
   "HT-FIN-CSH-05",
   "cash",
   [
    "controller"
   ],
   "Cash deposited in one region, withdrawn soon in another (funnel account)",
   "Espèces déposées dans une région et retirées peu après dans une autre (compte entonnoir)",
   [
    "fincen-2020"
   ],
   []
  ],
  "many-unrelated-senders": [
   "money",
   "HT-FIN-EMT-01",
   "e-transfer",
   [
    "controller",
    "exploited"
   ],
   "Many e-transfers from many unrelated senders, often similar amounts",
   "Nombreux virements de multiples expéditeurs sans lien, souvent de montants semblables",
   [
    "austrac-2022",
    "fintrac-2021"
   ],
   [
    "roommate-collecting-rent",
    "tutor",
    "club-treasurer",
    "online-seller"
   ]
  ],
  "alias-handle": [
   "money",
   "HT-FIN-EMT-02",
   "e-transfer",
   [
    "controller"
   ],
   "E-transfer handle with alias, partial name or business-like nickname",
   "Identifiant de virement avec alias, nom partiel ou surnom commercial",
   [],
   [
    "artist",
    "small-trader"
   ]
  ],
  "coded-memos": [
   "money",
   "HT-FIN-EMT-03",
   "e-transfer",
   [
    "controller"
   ],
   "Memo text hints at bookings, appointments, rooms or ad fees",
   "Message du virement évoquant réservations, rendez-vous, chambres ou frais d’annonce",
   [],
   [
    "massage-therapist",
    "hotel-staff"
   ]
  ],
  "income-passed-on": [
   "money",
   "HT-FIN-EMT-04",
   "e-transfer",
   [
    "exploited"
   ],
   "Regular e-transfers to one receiver right after income",
   "Virements réguliers au même destinataire juste après les rentrées",
   [
    "austrac-2022"
   ],
   [
    "tenant-paying-rent",
    "family-remitter"
   ]
  ],
  "night-activity": [
   "money",
   "HT-FIN-TIM-01",
   "time",
   [
    "exploited",
    "controller",
    "facilitator",
    "front",
    "mule"
   ],
   "Unusual share of activity between 22:00 and 06:00 local time",
   "Part inhabituelle d’activité entre 22 h et 6 h, heure locale",
   [
    "fintrac-2016"
   ],
   [
    "night-shift-nurse",
    "bar-staff",
    "driver"
   ]
  ],
  "business-after-hours": [
   "money",
   "HT-FIN-TIM-02",
   "time",
   [
    "front"
   ],
   "Business card or cash activity outside its opening hours",
   "Activité (carte ou espèces) d’une entreprise hors de ses heures d’ouverture",
   [
    "fincen-2020"
   ],
   []
  ],
  "in-and-out-within-a-day": [
   "money",
   "HT-FIN-FLO-01",
   "flow",
   [
    "exploited",
    "controller"
   ],
   "Money leaves within a day of arrival; balance stays near zero",
   "L’argent ressort dans la journée; solde proche de zéro",
   [
    "fintrac-2021"
   ],
   [
    "low-income-household"
   ]
  ],
  "no-living-costs": [
   "money",
   "HT-FIN-FLO-02",
   "flow",
   [
    "exploited"
   ],
   "No rent, utilities, groceries or payroll on an active account",
   "Ni loyer, ni services publics, ni épicerie, ni paie sur un compte actif",
   [
    "austrac-2022"
   ],
   [
    "young-adult-at-home",
    "second-account"
   ]
  ],
  "payment-service-to-currency": [
   "money",
   "HT-FIN-FLO-03",
   "flow",
   [
    "controller"
   ],
   "Use of online payment service in small sums, then bills or virtual currency",
   "Service de paiement en ligne en petits montants, puis factures ou monnaie virtuelle",
   [
    "fintrac-2016"
   ],
   []
  ],
  "hidden-behind-processors": [
   "money",
   "HT-FIN-FLO-04",
   "flow",
   [
    "controller"
   ],
   "Third-party processors hide the true sender or receiver",
   "Tiers processeurs masquant le véritable expéditeur ou destinataire",
   [
    "fincen-2020"
   ],
   []
  ],
  "spoken-for": [
   "money",
   "HT-FIN-CTL-01",
   "control",
   [
    "exploited"
   ],
   "Another person speaks for, accompanies or directs the client",
   "Une autre personne parle pour le client, l’accompagne ou le dirige",
   [
    "fincen-2014",
    "fincen-2020"
   ],
   [
    "interpreter",
    "support-worker",
    "elder-care"
   ]
  ],
  "shared-device-or-address": [
   "money",
   "HT-FIN-CTL-02",
   "control",
   [
    "controller"
   ],
   "One device, phone, address or signatory across many unrelated accounts",
   "Même appareil, téléphone, adresse ou signataire pour plusieurs comptes sans lien",
   [
    "fincen-2020"
   ],
   [
    "shelter-residents",
    "student-residence",
    "family"
   ]
  ],
  "account-used-by-another": [
   "money",
   "HT-FIN-CTL-03",
   "control",
   [
    "exploited"
   ],
   "Account opened or used by another person in the holder’s name (nominee)",
   "Compte ouvert ou utilisé par une autre personne au nom du titulaire (prête-nom)",
   [
    "fintrac-2021",
    "polaris-2018"
   ],
   []
  ],
  "contact-changed-to-anothers": [
   "money",
   "HT-FIN-CTL-04",
   "control",
   [
    "exploited"
   ],
   "Contact details or mailing address change to those of another client",
   "Coordonnées modifiées pour celles d’un autre client",
   [],
   [
    "moving-in-with-partner"
   ]
  ],
  "avoids-identification": [
   "money",
   "HT-FIN-CTL-05",
   "control",
   [
    "controller"
   ],
   "Avoids steps that need ID or trigger a report",
   "Évite les étapes exigeant une pièce d’identité ou déclenchant une déclaration",
   [
    "fincen-2020"
   ],
   []
  ],
  "turnover-beyond-income": [
   "money",
   "HT-FIN-KYC-01",
   "profile",
   [
    "exploited",
    "controller",
    "facilitator",
    "front",
    "mule"
   ],
   "Turnover far above stated income or occupation",
   "Mouvements nettement supérieurs au revenu ou à l’emploi déclarés",
   [
    "fincen-2020"
   ],
   [
    "inheritance",
    "student-with-family-support"
   ]
  ],
  "luxury-without-business": [
   "money",
   "HT-FIN-LIF-01",
   "lifestyle",
   [
    "controller"
   ],
   "Luxury, gambling or vehicle spending with no business cost",
   "Dépenses de luxe, de jeu ou de véhicules sans frais d’entreprise",
   [
    "austrac-2022",
    "fintrac-2021"
   ],
   []
  ],
  "cash-heavy-without-payroll": [
   "money",
   "HT-FIN-BUS-01",
   "business-front",
   [
    "front"
   ],
   "Cash-heavy personal-service business with no normal payroll or supplies",
   "Entreprise de services à forte composante d’espèces sans paie ni fournitures normales",
   [
    "fincen-2020",
    "fintrac-2021"
   ],
   [
    "sole-practitioner"
   ]
  ],
  "business-pays-for-rooms-and-rides": [
   "money",
   "HT-FIN-BUS-02",
   "business-front",
   [
    "front"
   ],
   "Business pays for hotels, rides or drug-store goods unrelated to its line",
   "Entreprise payant hôtels, courses ou pharmacie sans lien avec son activité",
   [
    "fincen-2020"
   ],
   []
  ],
  "linked-storefronts": [
   "money",
   "HT-FIN-BUS-03",
   "business-front",
   [
    "front"
   ],
   "Several storefronts share owner, terminal, address or staff accounts",
   "Plusieurs commerces partageant propriétaire, terminal, adresse ou comptes d’employés",
   [],
   []
  ],
  "wages-returned": [
   "money",
   "HT-FIN-BUS-04",
   "business-front",
   [
    "front"
   ],
   "Wages paid then largely returned to employer or one person",
   "Salaires versés puis en grande partie rendus à l’employeur ou à une personne",
   [],
   []
  ],
  "unlicensed-recruiter": [
   "money",
   "HT-FIN-BUS-05",
   "business-front",
   [
    "facilitator"
   ],
   "Payments to unlicensed or complained-of recruiters",
   "Paiements à des recruteurs non autorisés ou visés par des plaintes",
   [
    "fincen-2014"
   ],
   [
    "temporary-foreign-worker-paying-lawful-fees"
   ]
  ],
  "frequent-prepaid-cards": [
   "money",
   "HT-FIN-PRE-01",
   "prepaid-telecom",
   [
    "controller"
   ],
   "Frequent purchase, load or use of prepaid cards",
   "Achat, recharge ou utilisation fréquente de cartes prépayées",
   [
    "fincen-2020",
    "fintrac-2021"
   ],
   [
    "budgeting-household",
    "gift-buyer"
   ]
  ],
  "many-phone-top-ups": [
   "money",
   "HT-FIN-PRE-02",
   "prepaid-telecom",
   [
    "controller"
   ],
   "Frequent prepaid phone top-ups, several numbers",
   "Recharges fréquentes de téléphones prépayés, plusieurs numéros",
   [
    "austrac-2022"
   ],
   [
    "newcomer-family"
   ]
  ],
  "small-virtual-currency": [
   "money",
   "HT-FIN-VC-01",
   "virtual-currency",
   [
    "controller"
   ],
   "Repeated very small virtual-currency purchases",
   "Achats répétés de très petites sommes en monnaie virtuelle",
   [
    "fintrac-2016"
   ],
   [
    "hobby-investor"
   ]
  ],
  "illicit-market-currency": [
   "money",
   "HT-FIN-VC-02",
   "virtual-currency",
   [
    "controller"
   ],
   "Virtual currency to or from illicit markets",
   "Monnaie virtuelle vers ou depuis des marchés illicites",
   [
    "fincen-2020"
   ],
   []
  ],
  "shared-foreign-receiver": [
   "money",
   "HT-FIN-REM-01",
   "remittance",
   [
    "controller"
   ],
   "Many clients wire to the same foreign receiver with shared phone or address",
   "Plusieurs clients envoient au même bénéficiaire étranger, téléphone ou adresse partagés",
   [
    "fincen-2020"
   ],
   [
    "diaspora-remitters"
   ]
  ],
  "collector-star": [
   "money",
   "HT-FIN-NET-01",
   "network",
   [
    "controller"
   ],
   "Star of several accounts passing money to one collector",
   "Étoile de comptes transmettant l’argent à un seul collecteur",
   [
    "austrac-2022"
   ],
   [
    "landlord",
    "club-treasurer",
    "small-employer"
   ]
  ],
  "moves-as-a-group": [
   "money",
   "HT-FIN-NET-02",
   "network",
   [
    "controller"
   ],
   "Same group moves together: shared hotel, trip and transfer times",
   "Même groupe se déplaçant ensemble : hôtels, trajets et virements concordants",
   [],
   [
    "sports-team",
    "work-crew",
    "band"
   ]
  ],
  "sets-quotas": [
   "digital",
   "HT-DIG-MSG-01",
   "messages",
   [
    "controller"
   ],
   "Messages set quotas, prices or hours for another person",
   "Messages fixant quotas, prix ou heures pour une autre personne",
   [
    "iom-htcds"
   ],
   []
  ],
  "accounts-for-anothers-earnings": [
   "digital",
   "HT-DIG-MSG-02",
   "messages",
   [
    "controller"
   ],
   "Messages demand or account for another person’s earnings",
   "Messages exigeant ou comptabilisant les gains d’une autre personne",
   [
    "iom-htcds"
   ],
   [
    "shop-manager",
    "roommate-splitting-rent"
   ]
  ],
  "growing-debt": [
   "digital",
   "HT-DIG-MSG-03",
   "messages",
   [
    "controller"
   ],
   "Debt said to be owed and growing",
   "Dette prétendument due et qui augmente",
   [
    "iom-htcds"
   ],
   [
    "family-loan"
   ]
  ],
  "threats": [
   "digital",
   "HT-DIG-MSG-04",
   "messages",
   [
    "controller"
   ],
   "Threats to person, family, status or of police",
   "Menaces visant la personne, la famille, le statut, ou évoquant la police",
   [
    "iom-htcds"
   ],
   []
  ],
  "withheld-papers": [
   "digital",
   "HT-DIG-MSG-05",
   "messages",
   [
    "controller"
   ],
   "Withheld identity papers, phone, medicine or money",
   "Rétention de papiers, téléphone, médicaments ou argent",
   [
    "iom-htcds"
   ],
   []
  ],
  "constant-check-ins": [
   "digital",
   "HT-DIG-MSG-06",
   "messages",
   [
    "controller"
   ],
   "Constant check-ins, location demands, no leave to go out",
   "Contrôles constants, demandes de position, interdiction de sortir",
   [
    "iom-htcds"
   ],
   [
    "anxious-parent",
    "delivery-dispatcher"
   ]
  ],
  "false-promise": [
   "digital",
   "HT-DIG-MSG-07",
   "messages",
   [
    "facilitator"
   ],
   "False promise of job, romance or housing before move",
   "Fausse promesse d’emploi, d’amour ou de logement avant un déplacement",
   [
    "iom-htcds",
    "ilo-2009"
   ],
   []
  ],
  "answers-as-another": [
   "digital",
   "HT-DIG-MSG-08",
   "messages",
   [
    "controller"
   ],
   "Third person answers buyers as if the advertised person",
   "Un tiers répond aux clients comme s’il était la personne annoncée",
   [],
   [
    "booking-assistant"
   ]
  ],
  "many-phones-one-person": [
   "digital",
   "HT-DIG-DEV-01",
   "devices",
   [
    "controller"
   ],
   "Several phones, SIMs or accounts run by one person",
   "Plusieurs téléphones, cartes SIM ou comptes gérés par une personne",
   [],
   [
    "small-business",
    "it-worker"
   ]
  ],
  "tracking-app": [
   "digital",
   "HT-DIG-DEV-02",
   "devices",
   [
    "controller"
   ],
   "Tracking app, spyware, remote login or fake caller ID",
   "Application de suivi, logiciel espion, accès à distance ou faux numéro affiché",
   [
    "unodc"
   ],
   [
    "parental-control",
    "employer-fleet-app"
   ]
  ],
  "holds-others-papers": [
   "digital",
   "HT-DIG-DEV-03",
   "devices",
   [
    "controller"
   ],
   "Holds images of other people’s ID, cards or bank logins",
   "Détient images de pièces d’identité, cartes ou identifiants bancaires d’autrui",
   [
    "iom-htcds"
   ],
   [
    "property-manager",
    "hr-staff"
   ]
  ],
  "ledger-of-names": [
   "digital",
   "HT-DIG-DEV-04",
   "devices",
   [
    "controller"
   ],
   "Notes or sheets that list names, rooms, clients and sums",
   "Notes ou tableaux listant noms, chambres, clients et montants",
   [],
   [
    "motel-manager",
    "spa-bookkeeper"
   ]
  ],
  "trail-matches-stays": [
   "digital",
   "HT-DIG-GEO-01",
   "location",
   [
    "controller",
    "exploited"
   ],
   "Location trail matches hotel stays and night travel between cities",
   "Trace de position concordant avec hôtels et trajets de nuit entre villes",
   [
    "officer-2013",
    "unodc"
   ],
   [
    "trucker",
    "touring-performer"
   ]
  ],
  "travels-together-one-pays": [
   "digital",
   "HT-DIG-GEO-02",
   "location",
   [
    "controller"
   ],
   "Two or more devices travel together, one pays",
   "Deux appareils ou plus se déplacent ensemble, un seul paie",
   [
    "officer-2013"
   ],
   [
    "family",
    "work-crew"
   ]
  ],
  "obscured-contact": [
   "digital",
   "HT-DIG-ADS-01",
   "ads",
   [
    "exploited",
    "controller",
    "facilitator",
    "front",
    "mule"
   ],
   "Contact number in ad is obscured (symbols, words)",
   "Numéro de l’annonce masqué (symboles, mots)",
   [
    "nij-2024"
   ],
   []
  ],
  "stresses-genuine": [
   "digital",
   "HT-DIG-ADS-02",
   "ads",
   [
    "exploited",
    "controller",
    "facilitator",
    "front",
    "mule"
   ],
   "Ad stresses that provider is genuine or trustworthy",
   "Annonce insistant sur l’authenticité ou la fiabilité",
   [
    "nij-2024"
   ],
   []
  ],
  "reused-contact": [
   "digital",
   "HT-DIG-ADS-03",
   "ads",
   [
    "exploited",
    "controller",
    "facilitator",
    "front",
    "mule"
   ],
   "Same contact, text or image reused for several advertised persons",
   "Même contact, texte ou image réutilisé pour plusieurs personnes",
   [],
   [
    "agency",
    "adults-sharing-costs"
   ]
  ],
  "ad-paid-by-another": [
   "digital",
   "HT-DIG-ADS-04",
   "ads",
   [
    "controller"
   ],
   "Ads posted and paid from a device or card not the advertised person’s",
   "Annonces publiées et payées par l’appareil ou la carte d’un tiers",
   [
    "fincen-2020"
   ],
   []
  ],
  "message-matches-payment": [
   "digital",
   "HT-DIG-LNK-01",
   "cross-source",
   [
    "exploited",
    "controller",
    "facilitator",
    "front",
    "mule"
   ],
   "Message about a payment matches a real transaction in time and amount",
   "Message sur un paiement concordant avec une opération (heure et montant)",
   [
    "unodc"
   ],
   []
  ],
  "handle-joins-profile": [
   "digital",
   "HT-DIG-LNK-02",
   "cross-source",
   [
    "exploited",
    "controller",
    "facilitator",
    "front",
    "mule"
   ],
   "Handle, phone or email joins device evidence to a bank profile",
   "Identifiant, téléphone ou courriel reliant l’appareil à un profil bancaire",
   [
    "fincen-2020"
   ],
   []
  ],
  "not-limited-time-wording": [
   "counter",
   "HT-CTR-01",
   "counter",
   [],
   "Ad wording about limited time, new in town or leaving soon is NOT support",
   "Mentions « de passage » ou « bientôt partie » : NE soutiennent PAS",
   [
    "nij-2024"
   ],
   []
  ],
  "not-looks": [
   "counter",
   "HT-CTR-02",
   "counter",
   [],
   "Young-looking photo, visible tattoo or client screening is NOT support",
   "Photo d’allure jeune, tatouage ou filtrage des clients : NE soutiennent PAS",
   [
    "nij-2024"
   ],
   []
  ],
  "own-control": [
   "counter",
   "HT-CTR-03",
   "counter",
   [],
   "Own control: keeps own earnings, pays own rent, saves, own device",
   "Contrôle propre : garde ses gains, paie son loyer, épargne, son appareil",
   [
    "austrac-2022"
   ],
   []
  ],
  "lawful-reason": [
   "counter",
   "HT-CTR-04",
   "counter",
   [],
   "Lawful reason on record: payroll, shift work, registered business, travel job",
   "Motif légitime au dossier : paie, travail de nuit, entreprise inscrite, métier itinérant",
   [],
   []
  ],
  "not-identity": [
   "counter",
   "HT-CTR-05",
   "counter",
   [],
   "Nationality, ethnicity, gender or immigration status alone is NOT support",
   "Nationalité, ethnie, genre ou statut d’immigration seuls : NE soutiennent PAS",
   [],
   []
  ]
 }
]""")
