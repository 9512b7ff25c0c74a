/** Where values are missing: on subjects, and on rows beyond what their class explains. */
import type { BilingualText } from "@vigie/spec";
import { missingOf } from "../columns.ts";
import { onListing, type Means, type Rows } from "../means.ts";

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

export function attackMissing({ set, byKind, owned }: Means): void {
  for (const listing of set.listings) {
    for (const name of listing.columns) {
      const missing = missingOf(listing.column(name), listing.rows);
      if (missing === null) continue;
      const feature = { family: "missing", column: `${listing.name}.${name}`, aspect: none } as const;
      onListing(byKind, set, listing).try(feature, Float64Array.from(missing), "share");
    }
  }
  owned.forEach(tryRows);
}
