/**
 * Where the cities lie: degrees north and west, from an atlas. The generator has a table of its own; this one shares nothing
 * with it, so that neither can hide the other's mistake.
 */
const PLACES: Readonly<Record<string, readonly [north: number, west: number]>> = {
  Toronto: [43.653, 79.383],
  Montréal: [45.502, 73.567],
  Vancouver: [49.283, 123.121],
  Ottawa: [45.421, 75.697],
  Calgary: [51.045, 114.057],
  Edmonton: [53.546, 113.494],
  Québec: [46.814, 71.208],
  Winnipeg: [49.895, 97.138],
  Hamilton: [43.256, 79.871],
  Kitchener: [43.452, 80.493],
  London: [42.984, 81.246],
  Halifax: [44.649, 63.575],
  "Niagara Falls": [43.09, 79.085],
  Windsor: [42.315, 83.036],
  Victoria: [48.428, 123.366],
  Saskatoon: [52.133, 106.67],
  Regina: [50.445, 104.619],
  Sherbrooke: [45.404, 71.893],
  Kelowna: [49.888, 119.496],
  "St. John’s": [47.561, 52.713],
  Kingston: [44.231, 76.481],
  "Trois-Rivières": [46.343, 72.543],
  Moncton: [46.088, 64.778],
  "Saint John": [45.273, 66.063],
  "Thunder Bay": [48.381, 89.247],
  Charlottetown: [46.238, 63.131],
};
const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/** Names of the cities that the table knows; a city is a place in this list. */
export const CITY_NAMES: readonly string[] = Object.keys(PLACES);

/** The place of a city in CITY_NAMES; −1 for one that the table does not know. */
export function cityOf(name: string): number {
  return CITY_NAMES.indexOf(name);
}

function greatCircle([north, west]: readonly [number, number], [north2, west2]: readonly [number, number]): number {
  const [a, b] = [north * RADIANS, north2 * RADIANS];
  const [up, along] = [(b - a) / 2, ((west2 - west) * RADIANS) / 2];
  const half = Math.sin(up) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(along) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
}

const BETWEEN = Object.values(PLACES).map((from) => Object.values(PLACES).map((to) => greatCircle(from, to)));

/** Kilometres of the great circle (haversine) between two places in CITY_NAMES. */
export function kilometres(from: number, to: number): number {
  return BETWEEN[from][to];
}
