/** `npx tsx test/preview.ts [port] [--two] [--teams=1000]`: the pages over the fake store, with a second challenge or other teams if wished, to look at. Codes: OWN-CODE, MENTOR-CODE, ORGANIZER-CODE. */
import { join } from "node:path";
import { createLeaderboard, listen } from "../src/index.ts";
import { FakeStore } from "./fake-store.ts";

const port = Number(process.argv[2] ?? 4100);
const wished = process.argv.find((word) => word.startsWith("--teams="))?.slice("--teams=".length);
const store = new FakeStore(wished === undefined ? undefined : Number(wished));
const { app } = createLeaderboard({
  store: process.argv.includes("--two") ? store.withSecond() : store,
  datasetOf: () => null,
  uploads: { allowed: true },
  secureCookies: false,
  assetsDir: join(import.meta.dirname, "../assets"),
  kit: () => Promise.resolve(null),
});
await listen(app, { host: "127.0.0.1", port });
console.log(`http://127.0.0.1:${port}/`);
