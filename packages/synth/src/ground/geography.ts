/** Canadian cities, with their metropolitan population (thousands, rounded), and how local time runs there. */
export interface City {
  readonly name: string;
  readonly province: string;
  readonly people: number;
  readonly zone: number;
}

/** Minutes from UTC in winter, and whether clocks go forward in summer. */
export const ZONES = [
  { winter: -210, summerTime: true },
  { winter: -240, summerTime: true },
  { winter: -300, summerTime: true },
  { winter: -360, summerTime: true },
  { winter: -360, summerTime: false },
  { winter: -420, summerTime: true },
  { winter: -480, summerTime: true },
] as const;

const [NEWFOUNDLAND, ATLANTIC, EASTERN, CENTRAL, SASKATCHEWAN, MOUNTAIN, PACIFIC] = [0, 1, 2, 3, 4, 5, 6] as const;

function city(name: string, province: string, people: number, zone: number): City {
  return { name, province, people, zone };
}

export const CITIES: readonly City[] = [
  city("Toronto", "ON", 6200, EASTERN),
  city("Montréal", "QC", 4290, EASTERN),
  city("Vancouver", "BC", 2640, PACIFIC),
  city("Ottawa", "ON", 1490, EASTERN),
  city("Calgary", "AB", 1480, MOUNTAIN),
  city("Edmonton", "AB", 1420, MOUNTAIN),
  city("Québec", "QC", 840, EASTERN),
  city("Winnipeg", "MB", 835, CENTRAL),
  city("Hamilton", "ON", 785, EASTERN),
  city("Kitchener", "ON", 575, EASTERN),
  city("London", "ON", 545, EASTERN),
  city("Halifax", "NS", 465, ATLANTIC),
  city("Niagara Falls", "ON", 435, EASTERN),
  city("Windsor", "ON", 420, EASTERN),
  city("Victoria", "BC", 400, PACIFIC),
  city("Saskatoon", "SK", 320, SASKATCHEWAN),
  city("Regina", "SK", 250, SASKATCHEWAN),
  city("Sherbrooke", "QC", 230, EASTERN),
  city("Kelowna", "BC", 220, PACIFIC),
  city("St. John’s", "NL", 212, NEWFOUNDLAND),
  city("Kingston", "ON", 172, EASTERN),
  city("Trois-Rivières", "QC", 161, EASTERN),
  city("Moncton", "NB", 158, ATLANTIC),
  city("Saint John", "NB", 130, ATLANTIC),
  city("Thunder Bay", "ON", 123, EASTERN),
  city("Charlottetown", "PE", 79, ATLANTIC),
];

/** Words for columns: one list each, so that all tables share it. */
export const CITY_NAMES: readonly string[] = CITIES.map(({ name }) => name);
export const PROVINCES: readonly string[] = [...new Set(CITIES.map(({ province }) => province))];
/** By city, the place of its province in PROVINCES. */
export const PROVINCE_OF = Int32Array.from(CITIES, ({ province }) => PROVINCES.indexOf(province));

/** Cumulative weights of the cities, for drawing by population. */
export const CITY_WEIGHTS: readonly number[] = CITIES.reduce<number[]>(
  (sums, { people }) => [...sums, (sums.at(-1) ?? 0) + people],
  [],
);
