import { describe, expect, it } from "vitest";
import { auditAcross } from "../src/across/audit-across.ts";
import { attackSet, type LeakAudit } from "../src/leaks/audit.ts";
import { targetName } from "../src/leaks/audit-words.ts";
import { auditableFleet, inventFleet, type Fleet } from "./fleet.ts";

function leaksOf({ findings }: LeakAudit): string[] {
  return findings.filter(({ verdict }) => verdict === "leak").map(({ family, column }) => `${family} ${column}`);
}

function across(first: Fleet, second: Fleet): LeakAudit {
  const named = (name: string, fleet: Fleet) => ({ name: { en: name, fr: name }, set: auditableFleet(fleet) });
  return auditAcross(named("first", first), named("second", second));
}

/** Calls `spoil` for each smuggler's boat. */
function smugglers({ vessels }: Fleet, spoil: (vessel: Fleet["vessels"][number]) => void): void {
  vessels.filter(({ smuggler }) => smuggler).forEach(spoil);
}

describe("the audit of a world with two listings, without groups and traits", () => {
  it("stays quiet where nothing is planted, names its own columns, and says whom a finding tells on", () => {
    const set = auditableFleet(inventFleet("quiet"));
    const audit = attackSet(set, []);
    expect(leaksOf(audit)).toEqual([]);
    const tables = new Set(audit.findings.map(({ column }) => column.split(".")[0]));
    expect(tables).toEqual(new Set(["boats", "sightings"]));
    expect(new Set(audit.findings.map((finding) => targetName(finding, set.words).en))).toEqual(
      new Set(["those who are sought", "planted rows"]),
    );
  });

  it.each<[string, string, (fleet: Fleet) => void]>([
    [
      "hulls of smugglers begin with z",
      "ids boats.hull",
      (fleet) => smugglers(fleet, (one) => (one.hull = `z${one.hull.slice(1)}`)),
    ],
    [
      "every third smuggler sails from one port",
      "shares boats.port",
      (fleet) => smugglers(fleet, (one) => (one.port = fleet.draw(3) === 0 ? "Port 3" : one.port)),
    ],
    [
      "a planted sighting in ten is at second 0",
      "clock sightings.seen",
      ({ sightings, draw }) =>
        sightings.filter(({ planted }) => planted).forEach((one) => (one.time -= draw(10) === 0 ? one.time % 60_000 : 0)),
    ],
  ])("finds: %s", (name, leak, spoil) => {
    const fleet = inventFleet(name);
    spoil(fleet);
    expect(leaksOf(attackSet(auditableFleet(fleet), []))).toContain(leak);
  });

  it("lets a declared signal stand out", () => {
    const fleet = inventFleet("hurry");
    for (const one of fleet.sightings) if (one.planted && fleet.draw(2) === 0) one.speed += 1000;
    const [speed] = attackSet(auditableFleet(fleet), []).findings.filter(
      ({ family, column }) => family === "sweep" && column === "sightings.speed",
    );
    expect(speed).toMatchObject({ verdict: "signal", reason: { en: "smugglers hurry" } });
  });

  it("holds two splits of it against each other", () => {
    expect(leaksOf(across(inventFleet("one"), inventFleet("two")))).toEqual([]);
    expect(leaksOf(across(inventFleet("one"), inventFleet("one")))).toEqual(
      expect.arrayContaining(["repeats buoys.hull", "repeats sightings.sighting", "carried boats.vessel"]),
    );
    const moved = inventFleet("three");
    moved.vessels.forEach((one) => (one.port = one.buoy ? "Port 3" : one.port));
    expect(leaksOf(across(inventFleet("one"), moved))).toContain("apart buoys.port");
  });
});
