/** How often people look at their account. */
import { join } from "node:path";
import type { Comparison } from "@vigie/report/bank";
import { TableReader } from "@vigie/spec";
import { tableWindows } from "@vigie/testset";
import { comparePoints, rowsOf } from "./compare.ts";
import { Sample } from "./sample.ts";

const named = rowsOf("words", { logins: ["Log-ins a month and person", "Connexions par mois et par personne"] });

/** Log-ins a month of people, from the events of `folder`. */
export function loginComparison(folder: string, businesses: Uint8Array, days: number): Comparison {
  const logins = new Float64Array(businesses.length);
  for (const window of tableWindows(join(folder, "inputs"), "events", ["account", "type"])) {
    const events = new TableReader(window, "events");
    const account = events.numbers("account");
    const { codes, words } = events.text("type");
    const login = words.indexOf("login");
    for (let at = 0; at < window.rows; at++) if (codes[at] === login) logins[account[at]]++;
  }
  const monthly = new Sample();
  logins.forEach((count, account) => {
    if (businesses[account] === 0) monthly.add((count * 30) / days);
  });
  return comparePoints(named("logins", 0.25), "count", monthly, [2, 10, 30]);
}
