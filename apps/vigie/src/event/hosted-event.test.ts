import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { settingsFrom, type EventSettings, type NewSettings } from "@vigie/store";
import { speaker } from "../say.ts";
import { greeting } from "./greet-organizer.ts";
import { isHosted } from "./hosted-event.ts";
import { organizerCode, organizerCodeFile } from "./organizer-code.ts";

const say = speaker("en");
const BARE = { isNew: false, newOrganizerCode: false };
const NEW = { isNew: true, newOrganizerCode: false };
const SAID: NewSettings = {
  ...{ id: "e", name: { en: "E", fr: "É" }, timeZone: "America/Toronto", secretCommitment: "00", demo: false },
  ...{ opensAt: "2026-11-01T00:00:00Z", closesAt: "2026-11-08T00:00:00Z" },
  helpLine: { name: { en: "Help", fr: "Aide" }, phone: "1" },
};
const event = (demo: boolean): EventSettings => settingsFrom({ ...SAID, demo }, []);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-hosted-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function issuing(stands: EventSettings | null) {
  let issued = 0;
  return { issueCode: () => Promise.resolve(`CODE-${(issued += 1)}`), event: () => Promise.resolve(stands) };
}

describe("a data folder", () => {
  it("is the demo's where nothing was said, and an event's own from --new on", () => {
    expect(isHosted(null, folder, BARE, say)).toBe(false);
    expect(isHosted(null, folder, NEW, say)).toBe(true);
    writeFileSync(organizerCodeFile(folder), "{}");
    expect(isHosted(null, folder, BARE, say)).toBe(true);
    expect(isHosted(event(false), folder, BARE, say)).toBe(true);
    expect(isHosted(event(true), folder, BARE, say)).toBe(false);
  });

  it("that holds the demo takes no other event, also where its database is gone", () => {
    expect(() => isHosted(event(true), folder, NEW, say)).toThrow(/holds the demo/);
    writeFileSync(join(folder, "demo-codes.json"), "{}");
    expect(() => isHosted(null, folder, NEW, speaker("fr"))).toThrow(/contient la démonstration/);
  });
});

describe("the organizer's code", () => {
  it("is made once, kept for its owner's eyes alone, and made again only where it was lost", async () => {
    const store = issuing(null);
    expect(await organizerCode({ store, dataDir: folder, anew: false })).toBe("CODE-1");
    const file = organizerCodeFile(folder);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await organizerCode({ store, dataDir: folder, anew: false })).toBeNull();
    expect(await organizerCode({ store, dataDir: folder, anew: true })).toBe("CODE-2");
    expect(readFileSync(file, "utf8")).toContain("CODE-2");
  });

  it("is not replaced in an event that stands because somebody took the file away", async () => {
    expect(await organizerCode({ store: issuing(event(false)), dataDir: folder, anew: false })).toBeNull();
  });
});

describe("what the terminal says at the start", () => {
  const about = { dataDir: "/d", language: "fr", urls: ["http://127.0.0.1:3000/"] } as const;

  it("gives the code, the page to open, and how to go on, until the event stands", () => {
    const lines = greeting({ ...about, code: "CODE-1", stands: false }, say).join("\n");
    expect(lines).toContain("CODE-1");
    expect(lines).toContain("http://127.0.0.1:3000/fr/set-up");
    expect(lines).toContain("vigie start --data /d");
  });

  it("of an event that stands never repeats a code, and says what to do where it was lost", () => {
    const lines = greeting({ ...about, code: null, stands: true }, say).join("\n");
    expect(lines).toContain("--new-organizer-code");
    expect(lines).not.toContain("set-up");
  });
});
