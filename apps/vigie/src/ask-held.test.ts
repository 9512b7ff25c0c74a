import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import type { Language } from "@vigie/spec";
import { askHeld } from "./ask-held.ts";
import { speaker } from "./say.ts";

const HELD = { kind: "held", challenge: "c", revision: 0, why: "other digests", retired: null } as const;

function terminal(attended: boolean, lang: Language = "en") {
  const printed: string[] = [];
  const begun: string[] = [];
  const input = new PassThrough();
  const store = {
    challenges: () => Promise.resolve([{ id: "c" }, { id: "d" }] as never),
    beginRevision: (spec: { id: string }, actor: string) => {
      begun.push(`${spec.id} ${actor}`);
      return Promise.resolve({ revision: 1, runs: 3 });
    },
  };
  const asker = askHeld({ store, say: speaker(lang), input, attended, print: (line) => printed.push(line) });
  return { printed, begun, input, asker };
}

it.each([
  ["yes", ["c terminal"], /3 submissions are judged anew/],
  ["Oui", ["c terminal"], /3 submissions are judged anew/],
  ["no", [], /keeps waiting/],
  ["", [], /keeps waiting/],
  ["yes please, all of it", [], /keeps waiting/],
])("asks whether to judge anew and does what is typed: %s", async (typed, begins, says) => {
  const { printed, begun, input, asker } = terminal(true);
  asker.hear(HELD);
  expect(printed).toEqual([expect.stringMatching(/prepared by another version/), expect.stringMatching(/judge everything anew/)]);
  input.write(`${typed}\n`);
  await expect.poll(() => printed.at(-1)).toMatch(says);
  expect(begun).toEqual(begins);
  asker.close();
});

it("says and asks once of each challenge, one question after another", async () => {
  const { printed, begun, input, asker } = terminal(true);
  asker.hear(HELD);
  asker.hear(HELD);
  asker.hear({ ...HELD, challenge: "d" });
  expect(printed.filter((line) => line.includes("Type yes"))).toHaveLength(1);
  input.write("no\n");
  await expect.poll(() => printed.filter((line) => line.includes("Type yes")).length).toBe(2);
  input.write("yes\n");
  await expect.poll(() => begun).toEqual(["d terminal"]);
  asker.close();
});

it("where nobody sits at the terminal it says what to do from elsewhere, and waits for nothing", () => {
  const { printed, input, asker } = terminal(false);
  asker.hear(HELD);
  expect(printed.at(-1)).toBe("To judge everything anew by this version instead, an organizer runs: vigie judge rejudge c");
  expect(input.listenerCount("data")).toBe(0);
  asker.close();
});

it.each(["en", "fr"] as const)(
  "of a version that is judged no more it names the commit that judges it, and asks nothing: %s",
  (lang) => {
    const { printed, begun, input, asker } = terminal(true, lang);
    asker.hear({ ...HELD, retired: { version: "1.0.0", commit: "00fed800ad9ae67daf56fd95e6868aa945b8af93" } });
    expect(printed).toEqual([expect.stringMatching(/1\.0\.0.*00fed80\b/), expect.stringMatching(/: vigie judge rejudge c$/)]);
    expect([begun, input.listenerCount("data")]).toEqual([[], 0]);
    asker.close();
  },
);
