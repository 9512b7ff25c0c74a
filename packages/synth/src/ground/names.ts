/**
 * Names of people and businesses, all invented: first and family names are drawn by faker (seeded, with a fixed
 * reference date) and put together at random, business names from our own words.
 *
 * A name is a number, turned into text only where a block uses it: first × last names, then first name and initial,
 * then the names of a list (merchants, employers, nicknames).
 */
import type { Faker } from "@faker-js/faker";
import { faker as english } from "@faker-js/faker/locale/en_CA";
import { faker as french } from "@faker-js/faker/locale/fr_CA";

const REFERENCE = "2025-01-01T00:00:00.000Z";

function pool(faker: Faker, firstNames: number, lastNames: number): { first: string[]; last: string[] } {
  faker.seed(20250101);
  faker.setDefaultRefDate(REFERENCE);
  return {
    first: faker.helpers.uniqueArray(
      [
        ...(faker.definitions.person.first_name.generic ?? []),
        ...(faker.definitions.person.first_name.female ?? []),
        ...(faker.definitions.person.first_name.male ?? []),
      ],
      firstNames,
    ),
    last: faker.helpers.uniqueArray([...(faker.definitions.person.last_name.generic ?? [])], lastNames),
  };
}

export class Names {
  readonly #first: readonly string[];
  readonly #last: readonly string[];
  readonly #listed: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #listStart: number;

  constructor() {
    const en = pool(english, 150, 220);
    const fr = pool(french, 120, 110);
    this.#first = [...new Set([...en.first, ...fr.first])];
    this.#last = [...new Set([...en.last, ...fr.last])];
    this.#listStart = this.#first.length * (this.#last.length + 26);
  }

  /** How many numbers there are; grows with the list. */
  get size(): number {
    return this.#listStart + this.#listed.length;
  }

  /** The number of a listed name, which joins the list if it is new. */
  list(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.size);
    this.#listed.push(name);
    return this.size - 1;
  }

  /** A person's full name from 32 random bits. */
  person(bits: number): number {
    return bits % (this.#first.length * this.#last.length);
  }

  /** First name and initial of a person. */
  short(person: number): number {
    const first = Math.floor(person / this.#last.length);
    return this.#first.length * this.#last.length + first * 26 + (person % 26);
  }

  text(name: number): string {
    if (name >= this.#listStart) return this.#listed[name - this.#listStart];
    const people = this.#first.length * this.#last.length;
    if (name < people) return `${this.#first[Math.floor(name / this.#last.length)]} ${this.#last[name % this.#last.length]}`;
    const short = name - people;
    return `${this.#first[Math.floor(short / 26)]} ${String.fromCharCode(65 + (short % 26))}.`;
  }
}
