import { describe, expect, it } from "vitest";
import { derivedCalendar, instantOf, type Act } from "@vigie/spec/event";
import { readXml } from "../../test/well-formed.ts";
import { timelineEn } from "./messages.en.ts";
import { timelineFr } from "./messages.fr.ts";
import { isShort, planOf, type TimelineAsked } from "./plan.ts";
import { placed } from "./layout.ts";
import { timelinePicture } from "./timeline.ts";
import { flagsOf } from "./words.ts";

const ELEVEN_DAYS = derivedCalendar({
  opens: "2026-10-23T09:00:00-04:00[America/Toronto]",
  locks: "2026-11-02T17:00:00-05:00[America/Toronto]",
});
const ASKED: TimelineAsked = {
  lang: "en",
  calendar: ELEVEN_DAYS,
  acts: [],
  now: Date.parse("2026-10-28T18:22:00Z"),
  zone: "America/Toronto",
  own: "Europe/Paris",
  attempts: 20,
};

describe("what a timeline shows", () => {
  it("says in its title how long each part lasts, in both languages", () => {
    expect(timelinePicture(ASKED).title).toBe("9\u00a0days open, 1\u00a0day frozen, then the reveal");
    expect(timelinePicture({ ...ASKED, lang: "fr" }).title).toBe(
      "9\u00a0jours d’ouverture, 1\u00a0jour de gel, puis le dévoilement",
    );
    expect(timelinePicture({ ...ASKED, calendar: { ...ELEVEN_DAYS, freezes: null } }).title).toMatch(/^10\u00a0days open, then/);
  });

  it("tells each moment in the event's zone and the visitor's, and the hour that comes twice", () => {
    expect(timelinePicture(ASKED).table).toEqual([
      ["Opens", "Fri 9:00", "Fri 15:00"],
      ["Now", "Wed 14:22", "Wed 19:22"],
      ["1:00 to 2:00 comes twice", "clocks go back at 2:00", ""],
      ["Freeze", "Sun 17:00", "Sun 23:00"],
      ["Lock", "Mon 17:00", "Mon 23:00"],
      ["Reveal", "Mon 18:00", "Tue 0:00"],
      ["Attempts renew", "10 midnights: 20 new attempts each", ""],
    ]);
  });

  it("marks another weekday, and what the visitor's own clocks do meanwhile", () => {
    const { svg } = timelinePicture(ASKED).across;
    expect(svg).toContain('<tspan class="vg-tl-other">Tue</tspan>');
    expect(svg).toContain("your clocks go back on 25\u00a0October: from then on you are 5 hours ahead");
  });

  it("says the hour that never comes", () => {
    const calendar = derivedCalendar({
      opens: "2027-03-13T09:00:00-05:00[America/Toronto]",
      locks: "2027-03-14T17:00:00-04:00[America/Toronto]",
    });
    const { table } = timelinePicture({ ...ASKED, calendar, now: null, own: null });
    expect(table).toContainEqual(["2:00 to 3:00 never comes", "clocks go ahead at 2:00", ""]);
  });

  it("leaves a zone out whose clocks say the same all along", () => {
    const { table, across } = timelinePicture({ ...ASKED, own: "America/Montreal" });
    expect(table.every(([, , own]) => own === "")).toBe(true);
    expect(across.svg).not.toContain("where you are");
  });

  it("draws what was done: a hold, an extension of one team, a freeze by hand, the reveal", () => {
    const at = (hours: number): number => instantOf(ELEVEN_DAYS.opens) + hours * 3_600_000;
    const acts: Act[] = [
      { at: at(10), deed: { kind: "hold" } },
      { at: at(12), deed: { kind: "go-on" } },
      { at: at(100), deed: { kind: "freeze" } },
      { at: at(110), deed: { kind: "extend", team: "t", until: instantOf(ELEVEN_DAYS.locks) + 3_600_000 } },
      { at: at(260), deed: { kind: "reveal" } },
    ];
    const plan = planOf({ ...ASKED, acts, now: at(261) });
    expect(plan.stretches.map(({ kind, from, to }) => [kind, (from - at(0)) / 3_600_000, (to - at(0)) / 3_600_000])).toEqual([
      ["open", 0, 10],
      ["held", 10, 12],
      ["open", 12, 100],
      ["frozen", 100, 249],
      ["final", 249, 260],
    ]);
    expect(plan.marks.map(({ kind }) => kind)).toEqual(["opens", "freezes", "locks", "extended", "revealed"]);
  });
});

describe("the drawing", () => {
  it.each([
    ["eleven days in two zones", ASKED],
    ["in French, without now", { ...ASKED, lang: "fr", now: null }],
    [
      "a single day",
      {
        ...ASKED,
        calendar: derivedCalendar({
          opens: "2026-11-21T09:00:00-05:00[America/Toronto]",
          locks: "2026-11-21T17:00:00-05:00[America/Toronto]",
        }),
      },
    ],
    [
      "a year",
      {
        ...ASKED,
        calendar: derivedCalendar({
          opens: "2026-01-05T09:00:00-05:00[America/Toronto]",
          locks: "2026-12-18T17:00:00-05:00[America/Toronto]",
        }),
      },
    ],
    [
      "a reveal two weeks later",
      { ...ASKED, calendar: { ...ELEVEN_DAYS, reveals: "2026-11-16T17:00:00-05:00[America/Toronto]" } },
    ],
    ["a zone that counts half hours", { ...ASKED, own: "America/St_Johns" }],
  ] as const)("is well formed and without styles of its own: %s", (_what, asked) => {
    const { across, upright, table } = timelinePicture(asked);
    for (const { svg, summary } of [across, upright]) {
      expect(() => readXml(svg)).not.toThrow();
      expect(svg).not.toMatch(/NaN|undefined|style=|Infinity/);
      expect(summary).not.toMatch(/NaN|undefined|\{\{/);
    }
    expect(table.length).toBeGreaterThan(3);
  });

  it("enlarges the days around the lock only where there are more", () => {
    expect(isShort(planOf(ASKED))).toBe(false);
    const oneDay = derivedCalendar({
      opens: "2026-11-21T09:00:00-05:00[America/Toronto]",
      locks: "2026-11-22T16:00:00-05:00[America/Toronto]",
    });
    expect(isShort(planOf({ ...ASKED, calendar: oneDay }))).toBe(true);
  });

  it("lets no label of a row cover another", () => {
    const flags = flagsOf(planOf(ASKED));
    const together = placed(flags, () => 0.9);
    expect(new Set(together.map(({ tier, anchor }) => `${tier} ${anchor}`)).size).toBe(flags.length);
  });
});

it("has the same sentences in both languages", () => {
  const keys = (tree: object): string[] =>
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "object" && value !== null ? keys(value).map((inner) => `${key}.${inner}`) : [key],
    );
  expect(keys(timelineFr)).toEqual(keys(timelineEn));
});
