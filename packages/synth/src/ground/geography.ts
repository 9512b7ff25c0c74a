/** Canadian cities, with their metropolitan population (thousands, rounded), how local time runs there, and how far they lie apart. */
export interface City {
  readonly name: string;
  readonly province: string;
  readonly people: number;
  readonly zone: number;
  /** Degrees north and east. */
  readonly latitude: number;
  readonly longitude: number;
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

function city(name: string, province: string, people: number, zone: number, latitude: number, longitude: number): City {
  return { name, province, people, zone, latitude, longitude };
}

export const CITIES: readonly City[] = [
  city("Toronto", "ON", 6200, EASTERN, 43.65, -79.38),
  city("Montréal", "QC", 4290, EASTERN, 45.5, -73.57),
  city("Vancouver", "BC", 2640, PACIFIC, 49.28, -123.12),
  city("Ottawa", "ON", 1490, EASTERN, 45.42, -75.7),
  city("Calgary", "AB", 1480, MOUNTAIN, 51.05, -114.07),
  city("Edmonton", "AB", 1420, MOUNTAIN, 53.55, -113.49),
  city("Québec", "QC", 840, EASTERN, 46.81, -71.21),
  city("Winnipeg", "MB", 835, CENTRAL, 49.9, -97.14),
  city("Hamilton", "ON", 785, EASTERN, 43.26, -79.87),
  city("Kitchener", "ON", 575, EASTERN, 43.45, -80.49),
  city("London", "ON", 545, EASTERN, 42.98, -81.25),
  city("Halifax", "NS", 465, ATLANTIC, 44.65, -63.58),
  city("Niagara Falls", "ON", 435, EASTERN, 43.09, -79.08),
  city("Windsor", "ON", 420, EASTERN, 42.31, -83.04),
  city("Victoria", "BC", 400, PACIFIC, 48.43, -123.37),
  city("Saskatoon", "SK", 320, SASKATCHEWAN, 52.13, -106.67),
  city("Regina", "SK", 250, SASKATCHEWAN, 50.45, -104.62),
  city("Sherbrooke", "QC", 230, EASTERN, 45.4, -71.89),
  city("Kelowna", "BC", 220, PACIFIC, 49.89, -119.5),
  city("St. John’s", "NL", 212, NEWFOUNDLAND, 47.56, -52.71),
  city("Kingston", "ON", 172, EASTERN, 44.23, -76.49),
  city("Trois-Rivières", "QC", 161, EASTERN, 46.34, -72.54),
  city("Moncton", "NB", 158, ATLANTIC, 46.09, -64.77),
  city("Saint John", "NB", 130, ATLANTIC, 45.27, -66.06),
  city("Thunder Bay", "ON", 123, EASTERN, 48.38, -89.25),
  city("Charlottetown", "PE", 79, ATLANTIC, 46.24, -63.13),
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

const KM_PER_DEGREE = 111.2;
/** Weight of a city that is `km` away, against people: half of those who would go next door go this far. */
const NEXT_DOOR_KM = 90;

/** The cosine by its series, since engines differ in the last bits of theirs; below 1e-8 wrong up to 70 degrees. */
function cosine(degrees: number): number {
  const angle = degrees * 0.017453292519943295;
  const square = angle * angle;
  let [term, sum] = [1, 1];
  for (let n = 2; n <= 14; n += 2) {
    term = (-term * square) / (n * (n - 1));
    sum += term;
  }
  return sum;
}

function distance(from: City, to: City): number {
  const north = to.latitude - from.latitude;
  const east = (to.longitude - from.longitude) * cosine((from.latitude + to.latitude) / 2);
  return Math.round(KM_PER_DEGREE * Math.sqrt(north * north + east * east));
}

const KILOMETRES = CITIES.map((from) => CITIES.map((to) => distance(from, to)));

/** Kilometres between two cities as the crow flies, on a map that is flat around them: somewhat more than on the globe. */
export function kilometres(from: number, to: number): number {
  return KILOMETRES[from][to];
}

/** By city, cumulative weights of the others for drawing where its people go: many to the next towns, few across the country. */
export const NEAR_WEIGHTS: readonly (readonly number[])[] = CITIES.map((_, from) => {
  let sum = 0;
  return CITIES.map(({ people }, to) => {
    const reach = NEXT_DOOR_KM + KILOMETRES[from][to];
    return (sum += from === to ? 0 : people / (reach * reach));
  });
});
