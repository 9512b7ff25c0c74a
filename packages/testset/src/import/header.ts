/** Names of columns become places in a record. */
import { SpecError, type Problem } from "@vigie/spec";

/** How an account's name is put together from its columns. */
export const NAME_GLUE = "/";

export class Header {
  readonly #places = new Map<string, number>();
  readonly #file: string;
  readonly #problems: Problem[] = [];
  readonly length: number;

  constructor(file: string, names: readonly string[]) {
    this.#file = file;
    this.length = names.length;
    const met = new Map<string, number>();
    names.forEach((raw, place) => {
      const name = raw.trim();
      const count = (met.get(name) ?? 0) + 1;
      met.set(name, count);
      this.#places.set(count === 1 ? name : `${name}#${count}`, place);
    });
  }

  /** The column's place; a column that is not there is kept for {@link refuse}. */
  place(name: string): number {
    const place = this.#places.get(name);
    if (place !== undefined) return place;
    const found = [...this.#places.keys()].join(", ") || "nothing";
    this.#problems.push({ file: this.#file, pointer: `/${name}`, expected: "a column of this name", found });
    return 0;
  }

  optional(name: string | undefined): number | null {
    return name === undefined ? null : this.place(name);
  }

  /** @throws SpecError `bad-header` naming every column that was asked for and is not there. */
  refuse(): void {
    if (this.#problems.length > 0) throw new SpecError("bad-header", this.#problems);
  }
}
