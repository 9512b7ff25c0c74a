import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { speaker } from "../say.ts";
import type { Question } from "./question.ts";
import { readEventFile } from "./read-event-file.ts";

const NOW = Date.parse("2026-09-01T00:00:00Z");
const nobody: Question = () => Promise.resolve(null);
const EVENT = {
  ...{ event: 1, name: { en: "Lanterns", fr: "Lanternes" }, timeZone: "America/Toronto" },
  ...{ opens: "2026-10-23T09:00", locks: "2026-11-02T17:00", challenges: [{ id: "follow-the-money" }] },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vigie-event-file-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(change: object, question: Question = nobody, language: "en" | "fr" = "en") {
  const file = join(folder, "event.json");
  writeFileSync(file, JSON.stringify({ ...EVENT, ...change }));
  return readEventFile(file, NOW, question, speaker(language));
}

describe("event.json", () => {
  it("is read, and what it leaves out is derived", async () => {
    const { calendar } = await read({});
    expect(calendar.freezes).toBe("2026-11-01T17:00:00-05:00[America/Toronto]");
  });

  it.each([
    [{ opens: "tomorrow" }, /\/opens: found "tomorrow"\. Write day and hour/],
    [{ name: { en: "Only English" } }, /\/name\/fr: .*both languages: \{ "en"/],
    [{ prize: 1 }, /\/prize: .*only these keys: event, name/],
    [{ teams: [{ name: "A", captain: "Zoé" }] }, /\/teams\/0\/captain: .*nothing about persons/],
    [{ timeZone: "Toronto" }, /\/timeZone: no such time zone/],
    [{ locks: "2026-10-01T09:00" }, /\/locks: the end must come after the start/],
    [{ opens: "2026-02-01T09:00", locks: "2026-03-01T09:00" }, /\/locks: this is in the past/],
    [{ freezes: "2026-12-01T09:00" }, /\/freezes: the freeze must lie/],
    [{ reveals: "2026-10-24T09:00" }, /\/reveals: nothing is revealed/],
    [{ locks: "2027-03-14T02:30" }, /\/locks: .*never comes\. Write 2027-03-14T\S+ or 2027-03-14T/],
    [{ opens: "2026-02-30T09:00" }, /\/opens: no such day/],
  ])("with %j is refused by its pointer, with what to write instead", async (change, sentence) => {
    await expect(read(change)).rejects.toThrow(sentence);
  });

  it("is told all its faults at once, in French too", async () => {
    const failed = read({ opens: "demain", locks: 5, prix: true }, nobody, "fr");
    await expect(failed).rejects.toThrow(/\/opens[\s\S]*\/locks/);
    await expect(failed).rejects.toThrow(/Seules ces clés sont admises/);
  });

  it("with an hour that comes twice shows both spellings, and takes the one that is chosen", async () => {
    const twice = { locks: "2026-11-01T01:30" };
    await expect(read(twice)).rejects.toThrow(/comes twice\. Write 2026-11-01T01:30-04:00 or 2026-11-01T01:30-05:00/);
    const prompts: string[] = [];
    const second: Question = (prompt) => Promise.resolve(prompts.push(prompt) > 0 ? "2" : null);
    const { file, calendar } = await read(twice, second);
    expect(prompts[0]).toMatch(/1: 2026-11-01T01:30-04:00\. 2: 2026-11-01T01:30-05:00/);
    expect(file.locks).toBe("2026-11-01T01:30-05:00");
    expect(calendar.locks).toBe("2026-11-01T01:30:00-05:00[America/Toronto]");
  });

  it("whose question is answered with neither stays unread", async () => {
    await expect(read({ locks: "2026-11-01T01:30" }, () => Promise.resolve("maybe"))).rejects.toThrow(/comes twice/);
  });
});
