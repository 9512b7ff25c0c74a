/** A process of its own: opens the inputs in the folder that is named, filters one column through the SDK's rows, and prints how large it grew. */
import process from "node:process";
import { openDataset } from "@vigie/sdk/node";

const dataset = openDataset(process.argv[2]);
let cash = 0;
for (let number = 0; number < dataset.tables.accounts.rows; number++) {
  for (const t of dataset.freshAccount(number).transactions) if (t.channel === "abm-cash") cash++;
}
dataset.close();
console.log(
  JSON.stringify({ rows: dataset.tables.transactions.rows, cash, residentMB: (process.resourceUsage().maxRSS * 1024) / 1e6 }),
);
