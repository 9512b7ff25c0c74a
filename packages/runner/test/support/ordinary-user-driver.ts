// Bundled and started under another uid by ordinary-user.test.ts: the same attacks, one line for each that went wrong.
import { openSandbox } from "../../src/index.ts";
import { ATTACKS } from "./attack-table.ts";
import { runAttack } from "./run-attack.ts";

const attacksFolder = process.argv[2] ?? "";
const opened = await openSandbox("bubblewrap");
if (opened.kind === "missing") console.log(`missing: ${opened.missing.detail}`);
else {
  console.log(`weaknesses: ${opened.sandbox.weaknesses.join(" ")}`);
  for (const attack of ATTACKS) {
    const wrong = await runAttack(opened.sandbox, attack, attacksFolder);
    if (wrong !== null) console.log(wrong);
  }
  // two at once share the account: neither may starve the other
  const both = await Promise.all([ATTACKS[0], ATTACKS[0]].map((attack) => runAttack(opened.sandbox, attack, attacksFolder)));
  for (const wrong of both) if (wrong !== null) console.log(wrong);
  await opened.sandbox.close();
  console.log("done");
}
