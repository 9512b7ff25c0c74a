import { MIDDLING, NARROW, WIDE, type Lognormal } from "../../../chance/quantiles.ts";

/** Kinds of merchants: category code (ISO 18245), how many there are, when they are open, what people pay there. */
export interface MerchantKind {
  readonly mcc: number;
  /** Merchants for each hundred thousand people of a city (at least one a city); or how many online, for the whole country. */
  readonly density: number;
  readonly online: boolean;
  readonly openMinute: number;
  readonly closeMinute: number;
  readonly medianCents: number;
  /** From purchase to purchase: much the same, middling, or all that such a shop sells. */
  readonly spread: Lognormal;
  readonly nouns: readonly string[];
}

const ALL_DAY = [0, 1440] as const;

function shop(
  mcc: number,
  density: number,
  hours: readonly [number, number],
  medianCents: number,
  nouns: readonly string[],
  spread: Lognormal = MIDDLING,
): MerchantKind {
  return { mcc, density, online: false, openMinute: hours[0], closeMinute: hours[1], medianCents, spread, nouns };
}

function online(
  mcc: number,
  count: number,
  medianCents: number,
  nouns: readonly string[],
  spread: Lognormal = NARROW,
): MerchantKind {
  return { mcc, density: count, online: true, openMinute: 0, closeMinute: 1440, medianCents, spread, nouns };
}

export const MERCHANT_KINDS = {
  grocery: shop(5411, 1.6, [420, 1320], 4200, ["Market", "Épicerie", "Foods", "Marché"], WIDE),
  fastFood: shop(5814, 2.6, [360, 1500], 1250, ["Burgers", "Café", "Poutine", "Donuts", "Shawarma"]),
  restaurant: shop(5812, 1.8, [660, 1410], 4300, ["Bistro", "Grill", "Table", "Kitchen"]),
  bar: shop(5813, 0.8, [960, 1560], 3400, ["Taproom", "Pub", "Taverne", "Lounge"]),
  drugStore: shop(5912, 1.1, [480, 1320], 2000, ["Pharmacy", "Pharmacie", "Drugs"], WIDE),
  cosmetics: shop(5977, 0.5, [600, 1260], 4200, ["Beauty", "Beauté", "Cosmetics"]),
  salon: shop(7230, 0.9, [540, 1140], 5200, ["Salon", "Coiffure", "Barbers"], NARROW),
  spa: shop(7298, 0.4, [600, 1260], 11_000, ["Spa", "Bains", "Wellness"]),
  clothing: shop(5651, 1.0, [600, 1260], 5400, ["Apparel", "Vêtements", "Clothing"], WIDE),
  fuel: shop(5541, 1.2, ALL_DAY, 5800, ["Fuels", "Essence", "Station"], NARROW),
  transit: shop(4111, 0.2, [300, 1530], 430, ["Transit", "Transport urbain"]),
  parking: shop(7523, 0.5, ALL_DAY, 900, ["Parking", "Stationnement"]),
  gym: shop(7997, 0.4, [330, 1380], 4500, ["Gym", "Fitness"]),
  hotel: shop(7011, 1.0, ALL_DAY, 14_500, ["Inn", "Auberge", "Motel", "Hotel"]),
  jewellery: shop(5944, 0.3, [600, 1200], 16_000, ["Jewellers", "Bijoux"], WIDE),
  department: shop(5311, 0.7, [540, 1290], 5200, ["Stores", "Magasin", "Home"], WIDE),
  cardCounter: shop(6540, 0.6, [480, 1380], 10_000, ["Prepaid counter", "Comptoir cartes"]),
  rides: online(4121, 4, 1750, ["Rides", "Taxi", "Courses"]),
  rail: online(4112, 2, 8200, ["Rail", "Trains"]),
  coach: online(4131, 4, 4600, ["Coach", "Autocars"]),
  air: online(4511, 3, 36_000, ["Air", "Aviation"], WIDE),
  telecom: online(4814, 6, 6800, ["Mobile", "Télécom"]),
  energy: online(4900, 8, 10_500, ["Hydro", "Energy", "Énergie"]),
  insurance: online(6300, 5, 13_000, ["Insurance", "Assurances"]),
  streaming: online(5968, 10, 1600, ["Stream", "Musique", "Reads"]),
  onlineShop: online(5964, 40, 4400, ["Direct", "En ligne", "Shop"], WIDE),
  classified: online(7311, 14, 900, ["Classifieds", "Annonces", "Listings"]),
  currency: online(6051, 5, 4000, ["Coin", "Chaîne"]),
  moneySender: online(4829, 6, 22_000, ["Remit", "Envois"]),
  wholesale: online(5046, 14, 38_000, ["Supply", "Fournitures"]),
  betting: online(7995, 4, 2300, ["Games", "Loterie"], WIDE),
} as const satisfies Record<string, MerchantKind>;

export type MerchantKindId = keyof typeof MERCHANT_KINDS;

/** Where people sit or are served until closing time: card payments after it are an indicator. */
export const VENUE_MCCS: readonly number[] = [5813, 7230, 7298];
