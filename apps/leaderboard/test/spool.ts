/** Archives of the fixture's submissions, as the store keeps them: what the pages of code are tried on. */
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packFolder } from "@vigie/store/archive";
import type { FakeStore } from "./fake-store.ts";

const DETECTOR = [
  "import type { Detector } from '@vigie/sdk';",
  "",
  "// Busy at night, and paid by many.",
  "export const detect: Detector = (world) => {",
  "  const alerts = [];",
  "  for (const account of world.accounts) {",
  "    const incoming = world.received(account).length;",
  "    if (incoming < 20) continue;",
  "    alerts.push({ account: account.id, score: incoming, role: incoming > 60 ? 'controller' : 'exploited' });",
  "  }",
  "  return alerts;",
  "};",
  "",
];
const LATER = DETECTOR.flatMap((line) =>
  line.includes("incoming <")
    ? [
        "    const nights = world.stays(account).filter((stay) => stay.days < 3);",
        "    if (incoming < 12 || nights.length < 3) continue;",
      ]
    : [line],
);
const HOSTILE = "</code></pre><script>alert(1)</script>\n<img src=x onerror=alert(1)>\n\u202eevil\n";

type Files = Readonly<Record<string, string | Uint8Array>>;

const COMMON: Files = {
  "vigie.json": '{ "challenge": "follow-the-money", "language": "typescript", "entry": "detector.ts" }\n',
  "model/weights.bin": new Uint8Array([0, 1, 2, 255]),
};
const ARCHIVES: Readonly<Record<string, Files>> = {
  "s-hidden-failed": { ...COMMON, "detector.ts": DETECTOR.join("\n"), "notes/hostile.ts": HOSTILE },
  "s-own": { ...COMMON, "detector.ts": LATER.join("\n"), "notes/hostile.ts": `${HOSTILE}// </span>\n` },
  "s-other": { ...COMMON, "detector.ts": DETECTOR.join("\n") },
};

async function packed(files: Files): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "vigie-pack-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return await packFolder(folder, Object.keys(files));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Gives a fake store a spool. @returns what removes it. */
export async function withSpool(store: FakeStore): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), "vigie-spool-"));
  for (const [id, files] of Object.entries(ARCHIVES)) await writeFile(join(dir, `${id}.zip`), await packed(files));
  Object.assign(store, { spoolDir: dir });
  return () => rm(dir, { recursive: true });
}
