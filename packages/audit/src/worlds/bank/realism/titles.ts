/** What merchants' codes and channels are called in the report. */
import type { BilingualText } from "@vigie/spec";

/** Merchant category (ISO 18245) → its name, and the dollars at or below which we expect 10, 50 and 90 in 100 payments. */
export const MERCHANT_KINDS: Readonly<
  Record<number, { readonly title: BilingualText; readonly dollars: readonly [number, number, number] | null }>
> = {
  4111: { title: { en: "Transit", fr: "Transport en commun" }, dollars: [3, 5, 100] },
  4112: { title: { en: "Train tickets", fr: "Billets de train" }, dollars: [35, 85, 200] },
  4121: { title: { en: "Taxis and rides", fr: "Taxis et courses" }, dollars: [9, 19, 42] },
  4131: { title: { en: "Coach tickets", fr: "Billets d’autocar" }, dollars: [20, 45, 110] },
  4511: { title: { en: "Air tickets", fr: "Billets d’avion" }, dollars: [150, 340, 900] },
  4814: { title: { en: "Phone and internet", fr: "Téléphone et internet" }, dollars: [35, 70, 140] },
  4900: { title: { en: "Electricity, gas, water", fr: "Électricité, gaz, eau" }, dollars: [50, 115, 260] },
  5311: { title: { en: "Department stores", fr: "Grands magasins" }, dollars: [12, 42, 150] },
  5411: { title: { en: "Groceries", fr: "Épicerie" }, dollars: [11, 42, 135] },
  5541: { title: { en: "Fuel", fr: "Essence" }, dollars: [22, 52, 95] },
  5651: { title: { en: "Clothing", fr: "Vêtements" }, dollars: [20, 58, 160] },
  5812: { title: { en: "Restaurants", fr: "Restaurants" }, dollars: [14, 36, 95] },
  5813: { title: { en: "Bars", fr: "Bars" }, dollars: [10, 28, 75] },
  5814: { title: { en: "Fast food and coffee", fr: "Restauration rapide et café" }, dollars: [4, 12, 29] },
  5912: { title: { en: "Drug stores", fr: "Pharmacies" }, dollars: [8, 24, 75] },
  5944: { title: { en: "Jewellery", fr: "Bijouterie" }, dollars: [40, 150, 700] },
  5964: { title: { en: "Online shops", fr: "Commerce en ligne" }, dollars: [13, 40, 150] },
  5968: { title: { en: "Subscriptions", fr: "Abonnements" }, dollars: [6, 14, 32] },
  5977: { title: { en: "Cosmetics", fr: "Cosmétiques" }, dollars: [12, 34, 95] },
  6051: { title: { en: "Virtual currency", fr: "Monnaie virtuelle" }, dollars: [40, 180, 1000] },
  6300: { title: { en: "Insurance", fr: "Assurances" }, dollars: [60, 140, 280] },
  6540: { title: { en: "Prepaid cards", fr: "Cartes prépayées" }, dollars: [25, 75, 250] },
  7011: { title: { en: "Hotels and motels", fr: "Hôtels et motels" }, dollars: [95, 175, 420] },
  7230: { title: { en: "Hair and beauty", fr: "Coiffure et soins de beauté" }, dollars: [24, 58, 140] },
  7297: { title: { en: "Massage", fr: "Massothérapie" }, dollars: [70, 105, 150] },
  7298: { title: { en: "Spas", fr: "Spas" }, dollars: [50, 110, 230] },
  7311: { title: { en: "Advertisements", fr: "Annonces" }, dollars: null },
  7523: { title: { en: "Parking", fr: "Stationnement" }, dollars: [3, 9, 25] },
  7995: { title: { en: "Lotteries and betting", fr: "Loteries et paris" }, dollars: [6, 20, 80] },
  7997: { title: { en: "Gyms and clubs", fr: "Salles de sport et clubs" }, dollars: [18, 48, 100] },
};

/** The name of a merchant category, also of one that is not listed. */
export function merchantKind(mcc: number): BilingualText {
  return MERCHANT_KINDS[mcc]?.title ?? { en: `Merchant code ${mcc}`, fr: `Code de commerce ${mcc}` };
}

/** A payment of people, by channel, direction and code: its name and the dollars that we expect below 10, 50, 90 in 100. */
export interface PaymentKind {
  readonly id: string;
  readonly channel: string;
  readonly credit: boolean;
  readonly codes: readonly string[] | null;
  readonly business: boolean;
  readonly title: BilingualText;
  readonly dollars: readonly [number, number, number] | null;
}

function kind(
  id: string,
  channel: string,
  credit: boolean,
  codes: readonly string[] | null,
  [en, fr]: readonly [string, string],
  dollars: PaymentKind["dollars"],
  business = false,
): PaymentKind {
  return { id, channel, credit, codes, business, title: { en, fr }, dollars };
}

export const PAYMENT_KINDS: readonly PaymentKind[] = [
  kind("pos", "pos", false, ["purchase"], ["Card payments in a shop", "Paiements par carte en magasin"], [5, 25, 95]),
  kind("online", "online", false, ["purchase"], ["Card payments online", "Paiements par carte en ligne"], [8, 32, 135]),
  kind("e-transfer-out", "e-transfer", false, ["transfer"], ["E-transfers sent", "Virements Interac envoyés"], [15, 55, 350]),
  kind("e-transfer-in", "e-transfer", true, ["transfer"], ["E-transfers received", "Virements Interac reçus"], [15, 55, 350]),
  kind("abm-out", "abm-cash", false, null, ["Withdrawals at a machine", "Retraits au guichet"], [40, 120, 360]),
  kind("abm-in", "abm-cash", true, null, ["Cash deposits at a machine", "Dépôts d’espèces au guichet"], [60, 260, 1000]),
  kind("payroll", "eft", true, ["payroll"], ["Pay", "Paies"], [450, 1350, 2900]),
  kind("pension", "eft", true, ["pension"], ["Pensions", "Pensions"], [500, 1100, 2600]),
  kind("bill", "eft", false, ["bill"], ["Bills by direct debit", "Factures par débit préautorisé"], [30, 90, 260]),
  kind("rent", "eft", false, ["rent", "mortgage"], ["Rent or mortgage", "Loyer ou hypothèque"], [600, 1250, 2300]),
  kind("cheque", "cheque", true, null, ["Cheques deposited", "Chèques déposés"], [60, 400, 2200]),
  kind("wire-out", "wire", false, null, ["Wires sent", "Télévirements envoyés"], null),
  kind("wire-in", "wire", true, null, ["Wires received", "Télévirements reçus"], null),
  kind("sales", "pos", true, ["deposit"], ["Sales of businesses", "Ventes d’entreprises"], null, true),
  kind("takings", "branch-cash", true, null, ["Takings deposited at the branch", "Recettes déposées en succursale"], null, true),
];
