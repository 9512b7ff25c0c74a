/** `npx tsx test/preview.ts [port] [--two]`: the pages over the fake store, with a second challenge if wished, to look at. Codes: OWN-CODE, MENTOR-CODE, ORGANIZER-CODE. */
import { join } from "node:path";
import { createLeaderboard, listen } from "../src/index.ts";
import { FakeStore } from "./fake-store.ts";

const port = Number(process.argv[2] ?? 4100);
const { app } = createLeaderboard({
  store: process.argv.includes("--two") ? new FakeStore().withSecond() : new FakeStore(),
  datasetOf: () => null,
  uploads: { allowed: true },
  secureCookies: false,
  assetsDir: join(import.meta.dirname, "../assets"),
  kit: () => Promise.resolve(null),
});
await listen(app, { host: "127.0.0.1", port });
console.log(`http://127.0.0.1:${port}/`);
