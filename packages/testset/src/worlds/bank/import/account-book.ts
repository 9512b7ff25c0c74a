/** Every account that was met, by its name in the source: a number in the order of meeting, and what is known of it. */

/** What a file with one row an account says. */
export interface AccountFacts {
  readonly institution: string | null;
  readonly business: boolean;
  readonly city: string | null;
  readonly province: string | null;
}

export class AccountBook {
  readonly #numbers = new Map<string, number>();
  readonly #institutions = new Map<string, number>();
  readonly #facts = new Map<number, AccountFacts>();
  readonly #institutionOf: number[] = [];
  readonly #legs: number[] = [];

  get count(): number {
    return this.#numbers.size;
  }

  names(): Iterable<string> {
    return this.#numbers.keys();
  }

  institutions(): Iterable<string> {
    return this.#institutions.keys();
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  /** The account's number; a new one where it was not met before. The first institution that is named stays. */
  meet(name: string, institution: string | null): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(name, number);
      this.#institutionOf.push(-1);
      this.#legs.push(0);
    }
    if (institution !== null && this.#institutionOf[number] < 0) {
      const known = this.#institutions.get(institution) ?? this.#institutions.size;
      this.#institutions.set(institution, known);
      this.#institutionOf[number] = known;
    }
    return number;
  }

  describe(name: string, facts: AccountFacts): void {
    this.#facts.set(this.meet(name, facts.institution), facts);
  }

  addLeg(account: number): void {
    this.#legs[account]++;
  }

  legsOf(account: number): number {
    return this.#legs[account];
  }

  /** Place among {@link institutions}; −1 where none was named. */
  institutionOf(account: number): number {
    return this.#institutionOf[account];
  }

  factsOf(account: number): AccountFacts | undefined {
    return this.#facts.get(account);
  }
}
