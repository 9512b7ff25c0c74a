/** The tables of a data set, opened from its layout and its bytes; runs in a browser too. */
import type { ByteSource } from "./byte-source.ts";
import { ColumnOpener, OpenedTable } from "./column-opener.ts";
import type { AnyDataset, TableColumns } from "./columns.ts";
import { checkedLayout } from "./layout-check.ts";
import type { Layout } from "./layout.ts";

/** Opens a data set from what stood in `layout.json` and a way to its files' bytes. */
export type OpenWorld<Dataset extends AnyDataset = AnyDataset> = (
  layout: unknown,
  sourceOf: (file: string) => ByteSource,
) => Dataset;

export class OpenedTables implements AnyDataset {
  readonly #layout: Layout;
  readonly #sourceOf: (file: string) => ByteSource;
  readonly #tables = new Map<string, TableColumns>();

  /** @throws SdkError `bad-layout`. */
  constructor(layout: unknown, sourceOf: (file: string) => ByteSource) {
    this.#layout = checkedLayout(layout);
    this.#sourceOf = sourceOf;
  }

  /** @throws SdkError `other-layout` where there is no table of that name. */
  opener(table: string): ColumnOpener {
    return new ColumnOpener(this.#layout, table, this.#sourceOf);
  }

  table(name: string): TableColumns {
    const known = this.#tables.get(name);
    if (known) return known;
    const opener = this.opener(name);
    const table = new OpenedTable(opener, opener.kinds());
    this.#tables.set(name, table);
    return table;
  }
}
