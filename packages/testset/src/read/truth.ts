/**
 * A test set on disk as scoring takes it: tables of labels, and whose each row is that a finding may cite.
 *
 * Theory. Tables with cited rows are sorted by their owner, so that a subject's ids are one window of the id column; a window
 * is sorted the first time that somebody asks about its subject, and searched by halves. That costs 8 bytes an id and nothing
 * but the reading of two columns at the start, where a hash table of 3 million ids costs three times the memory and a second.
 */
import { join } from "node:path";
import { TableReader, worldOf, type Table, type Truth, type WorldSpec } from "@vigie/spec";
import { worldOfSet } from "../data-package.ts";
import { readTable, tableRows } from "./read-table.ts";

class IdsBySubject {
  readonly #ids: Float64Array;
  /** Where each subject's window begins; one more than there are subjects. */
  readonly #starts: Int32Array;
  readonly #sorted: Uint8Array;

  constructor(ids: Float64Array, starts: Int32Array) {
    this.#ids = ids;
    this.#starts = starts;
    this.#sorted = new Uint8Array(starts.length);
  }

  has(subject: number, id: number): boolean {
    if (!Number.isInteger(subject) || subject < 0 || subject >= this.#starts.length - 1) return false;
    let low = this.#starts[subject];
    let high = this.#starts[subject + 1];
    if (this.#sorted[subject] === 0) {
      this.#ids.subarray(low, high).sort();
      this.#sorted[subject] = 1;
    }
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ids[middle] < id) low = middle + 1;
      else high = middle;
    }
    return low < end && this.#ids[low] === id;
  }
}

function idsOf(inputs: string, name: string, owner: string, cited: string, subjects: number): IdsBySubject {
  const table = new TableReader(readTable(inputs, name, [owner, cited]), join(inputs, `${name}.arrow`));
  const owners = table.numbers(owner);
  const starts = new Int32Array(subjects + 1);
  let next = 0;
  for (let row = 0; row < owners.length; row++) {
    const subject = owners[row];
    if (subject >= subjects || subject < next - 1) {
      table.refuse(owner, row, `rows sorted by ${owner}, below ${subjects}`, subject);
    }
    while (next <= subject) starts[next++] = row;
  }
  starts.fill(owners.length, next);
  const ids = table.numbers(cited);
  return new IdsBySubject(ids instanceof Float64Array ? ids : Float64Array.from(ids), starts);
}

/** Those of the labels count where they list subjects, else those of the inputs. */
function subjectsIn(tables: readonly Table[], rows: Readonly<Record<string, number>>): number {
  const listing = tables.filter(({ lists }) => lists !== undefined);
  const labels = listing.filter(({ half }) => half === "labels");
  return (labels.length > 0 ? labels : listing).reduce((sum, { name }) => sum + rows[name], 0);
}

/**
 * Opens the test set in `folder`, which holds `inputs/` and `labels/`.
 * @param world whose tables they are; what the set says itself.
 * @throws SpecError where a table with cited rows cannot be read or is not sorted by its owner.
 */
export function openTruth(
  folder: string,
  world: Pick<WorldSpec, "tables" | "subject"> = worldOf({ world: worldOfSet(folder) }),
): Truth {
  const [inputs, labels] = [join(folder, "inputs"), join(folder, "labels")];
  const rows = tableRows(folder);
  const tables = world.tables.filter(({ name, optional }) => optional !== true || Object.hasOwn(rows, name));
  const subjects = subjectsIn(tables, rows);
  const cited = tables.flatMap(({ name, owner, cited: id }) =>
    owner === undefined || id === undefined ? [] : [idsOf(inputs, name, owner, id, subjects)],
  );
  return {
    subjects,
    subject: world.subject.id,
    declared: tables.filter(({ half }) => half === "labels"),
    place: (name) => join(labels, `${name}.arrow`),
    table: (name) => readTable(labels, name),
    owns: (subject, id) => cited.some((ids) => ids.has(subject, id)),
  };
}
