import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Words that stand all around a run and must be nowhere in its reach: not in its output, its log, or what it is told. */
export interface Canaries {
  readonly word: string;
  /** Every place where one lies, as an attacker who knows the whole machine would name it. The word is not in them. */
  readonly places: readonly string[];
  remove(): void;
}

const FILES: readonly (readonly [path: string, mode: number])[] = [
  ["splits/public/labels/positives.csv", 0o600],
  ["event-secret", 0o600],
  ["submissions/other/detector.py", 0o644],
  ["open-to-all.txt", 0o644],
];

/** Plants them: labels, an event secret, another team's submission, a file that anybody may read, one at home, one in the environment. */
export function plantCanaries(): Canaries {
  // made of parts, so that no source or bundle holds it
  const word = ["canary", process.pid.toString(36), "b5d1e7"].join("-");
  const home = mkdtempSync("/tmp/vigie-event-");
  chmodSync(home, 0o755);
  const own = mkdtempSync(join(homedir(), ".vigie-test-"));
  const places = [...FILES.map(([path]) => join(home, path)), join(own, "notes.txt")];
  for (const [path, mode] of FILES) {
    mkdirSync(join(home, path, ".."), { recursive: true, mode: path.includes("labels") ? 0o700 : 0o755 });
    writeFileSync(join(home, path), word, { mode });
  }
  writeFileSync(join(own, "notes.txt"), word);
  process.env["VIGIE_TEST_CANARY"] = word;
  return {
    word,
    places,
    remove: () => {
      delete process.env["VIGIE_TEST_CANARY"];
      for (const folder of [home, own]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
