/** The merchants of a world, sorted by kind and city, and how to draw one. */
import { faker as english } from "@faker-js/faker/locale/en_CA";
import { faker as french } from "@faker-js/faker/locale/fr_CA";
import type { Sfc32 } from "../../../chance/sfc32.ts";
import { CITIES } from "../../../ground/geography.ts";
import { MERCHANT_KINDS, type MerchantKind, type MerchantKindId } from "./merchant-kinds.ts";
import type { Names } from "../../../ground/names.ts";

const OWN_WORDS = [
  "Boreal",
  "Old Mill",
  "Rive-Nord",
  "Maple Bay",
  "Deux-Ponts",
  "Red Barn",
  "Lac Clair",
  "Northgate",
  "Belle-Rive",
  "Harbour",
  "Grand-Pin",
  "Copper",
  "Prairie",
  "Étoile",
  "Blue Heron",
  "Vieux-Quai",
  "Summit",
  "Trois-Sapins",
  "Lantern",
  "Cardinal",
  "Petit-Phare",
  "Juniper",
  "Corner",
  "Solstice",
  "Kestrel",
  "Mont-Gris",
  "Tidewater",
  "Aurore",
  "Granite",
  "Saule",
] as const;

const SEED = 20250101;
/** Birds that no shop is named after. */
const UNFIT = /Booby|Vulture|Cuban|Chinese|Baikal|Aztec|Myna|Crake|Noddy/;

/** Words that shops are named after: our own, birds in English and colours in French, by a fixed seed of faker. */
function shopWords(): string[] {
  english.seed(SEED);
  french.seed(SEED);
  const birds = english.definitions.animal?.bird ?? [];
  const colours = french.definitions.color?.human ?? [];
  const fit = birds.filter((bird) => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(bird) && bird.length < 13 && !UNFIT.test(bird));
  const plain = colours.filter(
    (colour) => /^[a-zàâéèêëîôœ]{5,9}$/.test(colour) && !["bitume", "gueules", "basané"].includes(colour),
  );
  return [
    ...OWN_WORDS,
    ...english.helpers.uniqueArray(fit, 36),
    ...french.helpers.uniqueArray(plain, 28).map((colour) => colour.charAt(0).toUpperCase() + colour.slice(1)),
  ];
}

const DESCRIPTORS = shopWords();

/** Online kinds of which some sell from abroad: two at least, in any world. */
const FROM_ABROAD: readonly string[] = ["classified", "onlineShop", "streaming", "currency"] satisfies MerchantKindId[];
const LEAST_ABROAD = 2;

export class Merchants {
  readonly count: number;
  readonly kind: MerchantKindId[] = [];
  /** City index, −1 for an online merchant. */
  readonly city: Int32Array;
  readonly mcc: Int32Array;
  readonly name: Int32Array;
  readonly openMinute: Int32Array;
  readonly closeMinute: Int32Array;
  readonly abroad: Uint8Array;
  readonly hasOwner: Uint8Array;
  readonly #ranges = new Map<MerchantKindId, Int32Array>();

  /** @param scale how many there are, against a world of USUAL_ACCOUNTS. */
  constructor(names: Names, generator: Sfc32, scale: number) {
    const cities: number[] = [];
    const rows: { kind: MerchantKind; name: number; open: number; close: number; abroad: number; owner: number }[] = [];
    for (const id of Object.keys(MERCHANT_KINDS).filter(isKindId)) {
      const kind = MERCHANT_KINDS[id];
      const starts = new Int32Array(CITIES.length + 1);
      for (let place = 0; place < (kind.online ? 1 : CITIES.length); place++) {
        const many = manyOf(kind, place, scale);
        for (let i = 0; i < many; i++) {
          const later = kind.closeMinute === 1440 ? 0 : 30 * generator.between(-1, 1);
          const name = names.list(`${generator.pick(DESCRIPTORS)} ${generator.pick(kind.nouns)}`);
          const abroad = kind.online && FROM_ABROAD.includes(id) && isAbroad(i, many) ? 1 : 0;
          rows.push({
            kind,
            name,
            open: kind.openMinute,
            close: kind.closeMinute + later,
            abroad,
            owner: !kind.online && generator.chance(0.2) ? 1 : 0,
          });
          cities.push(kind.online ? -1 : place);
          this.kind.push(id);
        }
        starts[place + 1] = rows.length;
        if (place === 0) starts[0] = rows.length - many;
      }
      this.#ranges.set(id, starts);
    }
    this.count = rows.length;
    this.city = Int32Array.from(cities);
    this.mcc = Int32Array.from(rows, (row) => row.kind.mcc);
    this.name = Int32Array.from(rows, (row) => row.name);
    this.openMinute = Int32Array.from(rows, (row) => row.open);
    this.closeMinute = Int32Array.from(rows, (row) => row.close);
    this.abroad = Uint8Array.from(rows, (row) => row.abroad);
    this.hasOwner = Uint8Array.from(rows, (row) => row.owner);
  }

  /** A merchant of a kind: one that stands in `city`, or any of an online kind. */
  draw(kind: MerchantKindId, city: number, generator: Sfc32): number {
    const starts = this.#ranges.get(kind);
    if (!starts) throw new Error(`no merchants of kind ${kind}`);
    const place = MERCHANT_KINDS[kind].online ? 0 : city;
    return starts[place] + generator.below(starts[place + 1] - starts[place]);
  }

  /** A merchant of an online kind that sells from abroad. */
  drawAbroad(kind: MerchantKindId, generator: Sfc32): number {
    const [from, to] = this.#ranges.get(kind) ?? [];
    const abroad: number[] = [];
    for (let merchant = from; merchant < to; merchant++) if (this.abroad[merchant] === 1) abroad.push(merchant);
    return generator.pick(abroad);
  }
}

/** Every third, in any world: if it were left to chance, the share of foreign rows would tell worlds apart. Two of a few. */
function isAbroad(i: number, many: number): boolean {
  return i % 3 === 0 || (many < 4 && i < LEAST_ABROAD);
}

/** How many merchants of a kind stand in a city, or sell to the whole country. */
function manyOf({ online, density }: MerchantKind, place: number, scale: number): number {
  if (online) return Math.max(LEAST_ABROAD, Math.round(density * scale));
  return Math.max(1, Math.round((density * CITIES[place].people * scale) / 100));
}

function isKindId(id: string): id is MerchantKindId {
  return id in MERCHANT_KINDS;
}
