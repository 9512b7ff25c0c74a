/** What the words and numbers of some columns stand for: pages list it, and editors show it beside the column. */
import type { BilingualText } from "../../text.ts";
import type { CHANNELS, COUNTERPARTY_KINDS, EVENT_TYPES, STATUSES } from "./vocabulary.ts";

function meanings<Value extends string | number>(
  pairs: Readonly<Record<Value, readonly [en: string, fr: string]>>,
): Readonly<Record<string, BilingualText>> {
  return Object.fromEntries(Object.entries<readonly [string, string]>(pairs).map(([value, [en, fr]]) => [value, { en, fr }]));
}

export const CHANNEL_MEANINGS = meanings<(typeof CHANNELS)[number]>({
  pos: ["by card at a point of sale", "par carte à un point de vente"],
  online: ["on the web: a shop, or a payment service", "sur le Web : un commerce ou un service de paiement"],
  "e-transfer": ["Interac e-transfer", "virement Interac"],
  "abm-cash": ["cash at a machine", "espèces au guichet automatique"],
  "branch-cash": ["cash at the counter of a branch", "espèces au comptoir d’une succursale"],
  eft: ["electronic transfer: pay, pension, rent, bill, loan", "virement électronique : paie, pension, loyer, facture, prêt"],
  wire: ["wire transfer", "télévirement"],
  cheque: ["cheque", "chèque"],
  prepaid: ["load of a prepaid card", "chargement d’une carte prépayée"],
  "virtual-currency": ["purchase of virtual currency", "achat de monnaie virtuelle"],
  fee: ["what the bank charges", "frais de la banque"],
});

export const STATUS_MEANINGS = meanings<(typeof STATUSES)[number]>({
  posted: ["entered in the account", "inscrite au compte"],
  authorised: [
    "held on a card and not charged (a hotel’s deposit)",
    "retenue sur une carte, non portée au compte (dépôt d’hôtel)",
  ],
  reversed: ["gives an earlier payment back", "rend un paiement antérieur"],
  declined: ["refused: a lack of funds, a limit, a wrong code", "refusée : manque de fonds, limite ou mauvais code"],
});

export const COUNTERPARTY_KIND_MEANINGS = meanings<(typeof COUNTERPARTY_KINDS)[number]>({
  account: ["an account of the set", "un compte du jeu"],
  merchant: ["a row of merchants", "une rangée de merchants"],
  external: ["somebody outside of the set", "une personne ou une entreprise hors du jeu"],
  none: ["nobody: cash, a fee", "personne : espèces, frais"],
});

export const EVENT_TYPE_MEANINGS = meanings<(typeof EVENT_TYPES)[number]>({
  login: ["somebody signed in", "une connexion au compte"],
  "contact-changed": [
    "the phone number or the e-mail address on file changed",
    "le téléphone ou le courriel au dossier a changé",
  ],
  "address-changed": ["the street address on file changed", "l’adresse municipale au dossier a changé"],
  "signatory-added": ["another person may act on the account", "une autre personne peut agir sur le compte"],
  "branch-note": ["a branch wrote something down", "une succursale a noté quelque chose"],
});

/** Merchant category codes (ISO 18245) that merchants of the world have. */
export const MCC_MEANINGS = meanings({
  4111: ["local and suburban transit", "transport en commun urbain et de banlieue"],
  4112: ["passenger trains", "trains de voyageurs"],
  4121: ["taxis and rides", "taxis et courses à la demande"],
  4131: ["coaches and buses", "autocars et autobus"],
  4511: ["airlines", "compagnies aériennes"],
  4814: ["telephone and internet", "téléphone et Internet"],
  4829: ["money transfers", "envois d’argent"],
  4900: ["electricity, gas, water", "électricité, gaz, eau"],
  5046: ["commercial supplies, wholesale", "fournitures commerciales en gros"],
  5311: ["department stores", "grands magasins"],
  5411: ["grocery stores", "épiceries et supermarchés"],
  5541: ["service stations", "stations-service"],
  5651: ["family clothing", "vêtements pour la famille"],
  5812: ["restaurants", "restaurants"],
  5813: ["bars and nightclubs", "bars et boîtes de nuit"],
  5814: ["fast food", "restauration rapide"],
  5912: ["drug stores", "pharmacies"],
  5944: ["jewellery and watches", "bijoux et montres"],
  5964: ["catalogue and online sales", "vente par catalogue et en ligne"],
  5968: ["subscriptions", "abonnements"],
  5977: ["cosmetics", "produits de beauté"],
  6051: ["virtual currency and other quasi-cash", "monnaie virtuelle et autres quasi-espèces"],
  6300: ["insurance", "assurances"],
  6540: ["loads of prepaid cards", "chargement de cartes prépayées"],
  7011: ["hotels and motels", "hôtels et motels"],
  7230: ["hair and beauty salons", "salons de coiffure et de beauté"],
  7298: ["spas", "spas et soins du corps"],
  7311: ["advertising", "publicité et petites annonces"],
  7523: ["parking", "stationnement"],
  7995: ["betting and lotteries", "paris et loteries"],
  7997: ["gyms and sports clubs", "centres et clubs de sport"],
});
