/**
 * Names of people and businesses, all invented: first and family names of one broad origin are put together at random,
 * business names from our own words.
 *
 * A name is a number, turned into text only where a block uses it: full names origin by origin, then first name and
 * initial, then the names of a list (merchants, employers, nicknames).
 */
import { CITIES } from "./geography.ts";
import { DENIED, MIXES, ORIGINS, type Mix, type Origin } from "./name-words.ts";

const FAMILY_BITS = 13;
const FIRST_BITS = 10;
/** Weights fall as 1 / (rank + this): family names after the frequencies published for Québec, first names more evenly. */
const FAMILY_EVENNESS = 12;
const FIRST_EVENNESS = 40;
const LETTERS = 26;

const falling = (count: number, evenness: number): number[] =>
  Array.from({ length: count }, (_, rank) => 1 / (rank + 1 + evenness));
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** A table of 2^bits places, each of which holds the number of one of `weights`, in proportion to them. */
function tableOf(weights: readonly number[], bits: number): Uint16Array {
  const table = new Uint16Array(1 << bits);
  const all = sumOf(weights);
  let number = 0;
  let reached = weights[0];
  for (let place = 0; place < table.length; place++) {
    while (reached * table.length <= (place + 0.5) * all && number < weights.length - 1) reached += weights[++number];
    table[place] = number;
  }
  return table;
}

/** Full names of one origin: `family × first`, from `start` on among all. */
interface Block extends Origin {
  readonly start: number;
  /** Its first family name among those of all blocks. */
  readonly familyStart: number;
  readonly firstTable: Uint16Array;
}

const BLOCKS: readonly Block[] = Object.values(ORIGINS).reduce<Block[]>((blocks, origin: Origin) => {
  const last = blocks.at(-1);
  const start = last ? last.start + last.family.length * last.first.length : 0;
  const familyStart = last ? last.familyStart + last.family.length : 0;
  return [
    ...blocks,
    { ...origin, start, familyStart, firstTable: tableOf(falling(origin.first.length, FIRST_EVENNESS), FIRST_BITS) },
  ];
}, []);
const PEOPLE = BLOCKS.reduce((sum, { family, first }) => sum + family.length * first.length, 0);
/** By family name of all blocks, its block. */
const BLOCK_OF: readonly Block[] = BLOCKS.flatMap((block) => block.family.map(() => block));
const FIRST_NAMES: readonly string[] = [...new Set(BLOCKS.flatMap(({ first }) => first))];
const FIRST_NUMBERS = new Map(FIRST_NAMES.map((name, i) => [name, i]));

/** Family names as often as a place has them. */
function familyTable(mix: Mix): Uint16Array {
  const shares = new Map(Object.entries(mix));
  const weights = Object.entries(ORIGINS).flatMap(([id, { family }]) => {
    const own = falling(family.length, FAMILY_EVENNESS);
    const share = (shares.get(id) ?? 0) / sumOf(own);
    return own.map((weight) => weight * share);
  });
  return tableOf(weights, FAMILY_BITS);
}

const TABLES = new Map(Object.entries(MIXES).map(([place, mix]) => [place, familyTable(mix)]));
const TABLE_OF_COUNTRY = familyTable(MIXES.country);
const TABLE_OF_CITY = CITIES.map(
  ({ name, province }) => TABLES.get(name) ?? TABLES.get(province) ?? familyTable(MIXES.elsewhere),
);

/** Where in a block a full name stands. */
function placeOf(name: number): { block: Block; family: string; first: string } {
  const block = BLOCKS.findLast(({ start }) => start <= name) ?? BLOCKS[0];
  const inside = name - block.start;
  const { family, first } = block;
  return { block, family: family[Math.floor(inside / first.length)], first: first[inside % first.length] };
}

function fullName(name: number): string {
  const { family, first } = placeOf(name);
  return `${first} ${family}`;
}

/** Full names that two origins have, or that nobody is given: the numbers that stand for theirs. */
function replacements(): ReadonlyMap<number, number> {
  const denied = new Set(DENIED);
  const families = BLOCKS.flatMap(({ family }) => family);
  const concerned = new Set(families.filter((family, i) => families.indexOf(family) !== i));
  for (const name of DENIED) concerned.add(name.slice(name.indexOf(" ") + 1));
  const owners = new Map<string, number>();
  const instead = new Map<number, number>();
  for (const { start, family, first } of BLOCKS)
    family.forEach((one, at) => {
      if (!concerned.has(one)) return;
      const texts = first.map((other) => `${other} ${one}`);
      const own = start + at * first.length;
      texts.forEach((_text, i) => {
        let given = i;
        while (denied.has(texts[given])) given = (given + 1) % texts.length;
        const owner = owners.get(texts[given]) ?? own + given;
        owners.set(texts[given], owner);
        if (owner !== own + i) instead.set(own + i, owner);
      });
    });
  return instead;
}

const INSTEAD = replacements();
/** By family name of all blocks, the place of its first letter in the alphabet. */
const INITIALS = BLOCKS.flatMap(({ family }) => family.map((name) => name.normalize("NFD").charCodeAt(0) - 65));
const LIST_START = PEOPLE + FIRST_NAMES.length * LETTERS;

export class Names {
  readonly #listed: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** How many numbers there are; grows with the list. */
  get size(): number {
    return LIST_START + this.#listed.length;
  }

  /** The number of a listed name, which joins the list if it is new. */
  list(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.size);
    this.#listed.push(name);
    return this.size - 1;
  }

  /** The full name of a person of a city, or of somewhere in the country (−1), from 32 random bits. */
  person(bits: number, city = -1): number {
    const table = city < 0 ? TABLE_OF_COUNTRY : TABLE_OF_CITY[city];
    const family = table[bits >>> (32 - FAMILY_BITS)];
    const { start, familyStart, first, firstTable } = BLOCK_OF[family];
    const name = start + (family - familyStart) * first.length + firstTable[bits & ((1 << FIRST_BITS) - 1)];
    return INSTEAD.get(name) ?? name;
  }

  /** First name and initial of a person. */
  short(person: number): number {
    const { block, first } = placeOf(person);
    const family = block.familyStart + Math.floor((person - block.start) / block.first.length);
    return PEOPLE + (FIRST_NUMBERS.get(first) ?? 0) * LETTERS + INITIALS[family];
  }

  text(name: number): string {
    if (name >= LIST_START) return this.#listed[name - LIST_START];
    if (name < PEOPLE) return fullName(name);
    const short = name - PEOPLE;
    return `${FIRST_NAMES[Math.floor(short / LETTERS)]} ${String.fromCharCode(65 + (short % LETTERS))}.`;
  }
}
