/** `npx tsx test/preview.ts [port] [--two] [--teams=1000] [--state=busy]`: the pages over the fake store, with a second challenge, other teams or a state of `states.ts` if wished, to look at. Codes: OWN-CODE, MENTOR-CODE, ORGANIZER-CODE. */
import { join } from "node:path";
import { createLeaderboard, listen } from "../src/index.ts";
import { FakeStore } from "./fake-store.ts";
import { optionsIn, STATES, storeIn } from "./states.ts";

const port = Number(process.argv[2] ?? 4100);
const wished = process.argv.find((word) => word.startsWith("--teams="))?.slice("--teams=".length);
const state = STATES.find((one) => process.argv.includes(`--state=${one}`));
const store = state === undefined ? new FakeStore(wished === undefined ? undefined : Number(wished)) : await storeIn(state);
const { app } = createLeaderboard({
  store: process.argv.includes("--two") ? store.withSecond() : store,
  datasetOf: () => null,
  uploads: { allowed: true },
  secureCookies: false,
  assetsDir: join(import.meta.dirname, "../assets"),
  kit: () => Promise.resolve(null),
  ...(state === undefined ? {} : optionsIn(state)),
});
await listen(app, { host: "127.0.0.1", port });
console.log(`http://127.0.0.1:${port}/`);
