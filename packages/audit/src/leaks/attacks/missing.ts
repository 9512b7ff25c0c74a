/** Where values are missing: on accounts, and on rows beyond what their class explains. */
import type { BilingualText } from "@vigie/spec";
import { missingOf } from "../columns.ts";
import type { Means, Rows } from "../means.ts";

function none(): BilingualText {
  return { en: "no value", fr: "aucune valeur" };
}

function tryRows({ frame, attack }: Rows): void {
  for (const name of frame.table.columns) {
    const missing = missingOf(frame.table.column(name), frame.rows);
    if (missing === null) continue;
    const of = Int16Array.from(missing, (one) => (one === 1 ? 0 : 1));
    attack.categories("missing", `${frame.table.name}.${name}`, {
      of,
      count: 2,
      aspect: (value) => (value === 0 ? none() : { en: "a value", fr: "une valeur" }),
    });
  }
}

export function attackMissing({ set, accounts, transactions, events }: Means): void {
  for (const name of set.accounts.columns) {
    const missing = missingOf(set.accounts.column(name), set.accountCount);
    if (missing === null) continue;
    const feature = { family: "missing", column: `accounts.${name}`, aspect: none } as const;
    accounts.try(feature, Float64Array.from(missing), "share");
  }
  tryRows(transactions);
  tryRows(events);
}
