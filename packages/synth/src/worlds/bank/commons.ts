/** What belongs to no account: merchants, and the rings of the labels. */
import type { Batches, TableBatch } from "@vigie/spec";
import { CITY_NAMES, PROVINCE_OF, PROVINCES } from "../../ground/geography.ts";
import type { Ground } from "./ground/ground.ts";
import { TOKEN, tokenNumber } from "./ground/tokens.ts";
import { GrowingTable } from "../../columns/growing-table.ts";
import { SparseWords } from "../../columns/words.ts";
import { TYPOLOGY_IDS, type Plan } from "./plan.ts";

/** The merchants of a world. */
export function merchantsTable(ground: Ground): TableBatch {
  const { merchants, names, tokens } = ground;
  const table = new GrowingTable(merchants.count);
  const nameWords = new SparseWords((name) => names.text(name));
  const ownerWords = new SparseWords((owner) => tokens.text(owner));
  const number = table.int("merchant");
  const name = table.int("name", nameWords.restart());
  const mcc = table.int("mcc");
  const city = table.int("city", CITY_NAMES);
  const province = table.int("province", PROVINCES);
  const country = table.int("country", ["CA", "US"]);
  const open = table.int("open_minute");
  const close = table.int("close_minute");
  const owner = table.int("owner_token", ownerWords.restart());
  table.valid("open_minute").fill(1);
  table.valid("close_minute").fill(1);
  for (let i = 0; i < merchants.count; i++) {
    const place = merchants.city[i];
    number[i] = i;
    name[i] = nameWords.code(merchants.name[i]);
    mcc[i] = merchants.mcc[i];
    city[i] = place;
    province[i] = place < 0 ? -1 : PROVINCE_OF[place];
    country[i] = merchants.abroad[i];
    open[i] = merchants.openMinute[i];
    close[i] = merchants.closeMinute[i];
    owner[i] = merchants.hasOwner[i] === 1 ? ownerWords.code(tokenNumber(TOKEN.owner, 1_048_576 + i, 0)) : -1;
  }
  table.rows = merchants.count;
  return table.batch();
}

/** Merchants and rings; no ring where crime is switched off. */
export function commonsOf(merchants: TableBatch, plan: Plan, crime: boolean): Batches {
  const rings = crime ? plan.rings : [];
  const table = new GrowingTable(rings.length);
  const ring = table.int("ring");
  const typology = table.int("typology", TYPOLOGY_IDS);
  const accounts = table.int("accounts");
  rings.forEach((one, i) => {
    ring[i] = i;
    typology[i] = TYPOLOGY_IDS.indexOf(one.typology);
    accounts[i] = one.roles.length;
  });
  table.rows = rings.length;
  return { merchants, rings: table.batch() };
}
