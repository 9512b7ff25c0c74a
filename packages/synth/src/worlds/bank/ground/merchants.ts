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
  readonly kind: readonly MerchantKindId[];
  /** City index, −1 for an online merchant. */
  readonly city: Int32Array;
  readonly mcc: Int32Array;
  readonly name: Int32Array;
  readonly openMinute: Int32Array;
  readonly closeMinute: Int32Array;
  readonly abroad: Uint8Array;
  readonly hasOwner: Uint8Array;
  /** Places in `#order`, by kind and city, and the merchant's number at each: numbers say nothing of kinds and cities. */
  readonly #ranges = new Map<MerchantKindId, Int32Array>();
  readonly #order: Int32Array;

  /** @param scale how many there are, against a world of USUAL_ACCOUNTS. */
  constructor(names: Names, generator: Sfc32, scale: number) {
    const rows: Row[] = [];
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
            id,
            kind,
            city: kind.online ? -1 : place,
            name,
            open: kind.openMinute,
            close: kind.closeMinute + later,
            abroad,
            owner: !kind.online && generator.chance(0.2) ? 1 : 0,
          });
        }
        starts[place + 1] = rows.length;
        if (place === 0) starts[0] = rows.length - many;
      }
      this.#ranges.set(id, starts);
    }
    this.count = rows.length;
    this.#order = shuffled(rows.length, generator);
    const numbered: Row[] = [];
    rows.forEach((row, place) => (numbered[this.#order[place]] = row));
    this.kind = Array.from(numbered, ({ id }) => id);
    this.city = Int32Array.from(numbered, ({ city }) => city);
    this.mcc = Int32Array.from(numbered, ({ kind }) => kind.mcc);
    this.name = Int32Array.from(numbered, ({ name }) => name);
    this.openMinute = Int32Array.from(numbered, ({ open }) => open);
    this.closeMinute = Int32Array.from(numbered, ({ close }) => close);
    this.abroad = Uint8Array.from(numbered, ({ abroad }) => abroad);
    this.hasOwner = Uint8Array.from(numbered, ({ owner }) => owner);
  }

  /** A merchant of a kind: one that stands in `city`, or any of an online kind. */
  draw(kind: MerchantKindId, city: number, generator: Sfc32): number {
    const starts = this.#ranges.get(kind);
    if (!starts) throw new Error(`no merchants of kind ${kind}`);
    const place = MERCHANT_KINDS[kind].online ? 0 : city;
    return this.#order[starts[place] + generator.below(starts[place + 1] - starts[place])];
  }

  /** A merchant of an online kind that sells from abroad. */
  drawAbroad(kind: MerchantKindId, generator: Sfc32): number {
    const [from, to] = this.#ranges.get(kind) ?? [];
    return generator.pick(Array.from(this.#order.subarray(from, to)).filter((merchant) => this.abroad[merchant] === 1));
  }
}

interface Row {
  readonly id: MerchantKindId;
  readonly kind: MerchantKind;
  readonly city: number;
  readonly name: number;
  readonly open: number;
  readonly close: number;
  readonly abroad: number;
  readonly owner: number;
}

/** The numbers below `count` in a random order (Fisher and Yates). */
function shuffled(count: number, generator: Sfc32): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = generator.below(i + 1);
    [order[i], order[other]] = [order[other], order[i]];
  }
  return order;
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
