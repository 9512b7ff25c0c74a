import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarFaults, derivedCalendar, type Calendar } from "./calendar.ts";
import { plannedCalendar } from "./event-file.ts";
import { clockChanges, instantOf, momentAt, readWallTime, wallOf } from "./moment.ts";
import { nextChange, sendingRefused, stateAt, type Act, type Deed } from "./state.ts";

const at = (text: string): number => Date.parse(text);
const moment = (text: string) => momentAt(at(text), "America/Toronto");

const CALENDAR: Calendar = {
  opens: moment("2026-10-23T13:00:00Z"),
  freezes: moment("2026-11-01T22:00:00Z"),
  locks: moment("2026-11-02T22:00:00Z"),
  reveals: moment("2026-11-02T23:00:00Z"),
};
const [OPENS, FREEZES, LOCKS] = [CALENDAR.opens, CALENDAR.freezes ?? "", CALENDAR.locks].map(instantOf);
const HOUR = 3_600_000;
const done = (when: number, deed: Deed): Act => ({ at: when, deed });

describe("a calendar's phases, a millisecond to either side of each limit", () => {
  test.each([
    [OPENS - 1, "set-up", "not-open"],
    [OPENS, "open", null],
    [FREEZES - 1, "open", null],
    [FREEZES, "frozen", null],
    [LOCKS - 1, "frozen", null],
    [LOCKS, "locked", "locked"],
    [LOCKS + 9 * HOUR, "locked", "locked"],
  ])("at %d it is %s", (now, phase, refused) => {
    const state = stateAt(CALENDAR, [], now);
    expect([state.phase, sendingRefused(state)]).toEqual([phase, refused]);
  });
});

describe("what organizers do", () => {
  const late = LOCKS - 10 * 60_000;
  test("an extension of one team is its own; the event as a whole waits for it", () => {
    const acts = [done(late, { kind: "extend", team: "a", until: LOCKS + HOUR })];
    expect(stateAt(CALENDAR, acts, LOCKS, "a")).toMatchObject({ phase: "frozen", locksAt: LOCKS + HOUR });
    expect(stateAt(CALENDAR, acts, LOCKS, "b")).toMatchObject({ phase: "locked", locksAt: LOCKS });
    expect(stateAt(CALENDAR, acts, LOCKS)).toMatchObject({ phase: "locked", lastLockAt: LOCKS + HOUR });
    expect(nextChange(CALENDAR, acts, LOCKS)).toBe(LOCKS + HOUR);
  });

  test("an extension after the lock opens again from then on, and not before", () => {
    const acts = [done(LOCKS + 120_000, { kind: "extend", team: null, until: LOCKS + HOUR })];
    expect(stateAt(CALENDAR, acts, LOCKS + 60_000).phase).toBe("locked");
    expect(stateAt(CALENDAR, acts, LOCKS + 120_000).phase).toBe("frozen");
    expect(stateAt(CALENDAR, acts, LOCKS + HOUR).phase).toBe("locked");
  });

  test("a lock ends everybody's time at once, and what came a millisecond before it still counts", () => {
    const acts = [done(late - HOUR, { kind: "extend", team: "a", until: LOCKS + HOUR }), done(late, { kind: "lock" })];
    expect(stateAt(CALENDAR, acts, late - 1, "a").phase).toBe("frozen");
    expect(stateAt(CALENDAR, acts, late, "a")).toMatchObject({ phase: "locked", locksAt: late, lastLockAt: late });
  });

  test("a hold takes nothing and moves no limit", () => {
    const acts = [done(OPENS + HOUR, { kind: "hold" }), done(OPENS + 2 * HOUR, { kind: "go-on" })];
    const held = stateAt(CALENDAR, acts, OPENS + HOUR);
    expect([held.phase, sendingRefused(held), held.locksAt]).toEqual(["open", "held", LOCKS]);
    expect(sendingRefused(stateAt(CALENDAR, acts, OPENS + 2 * HOUR))).toBeNull();
  });

  test("freezing and thawing by hand hold until the planned freeze comes; the lock does not thaw, the reveal does", () => {
    const acts = [
      done(OPENS + HOUR, { kind: "freeze" }),
      done(OPENS + 2 * HOUR, { kind: "unfreeze" }),
      done(LOCKS + HOUR, { kind: "reveal" }),
    ];
    expect(stateAt(CALENDAR, acts, OPENS + HOUR)).toMatchObject({ phase: "frozen", frozenSince: OPENS + HOUR });
    expect(stateAt(CALENDAR, acts, OPENS + 2 * HOUR)).toMatchObject({ phase: "open", frozenSince: null });
    expect(stateAt(CALENDAR, acts, LOCKS)).toMatchObject({ phase: "locked", frozenSince: FREEZES });
    expect(stateAt(CALENDAR, acts, LOCKS + HOUR)).toMatchObject({ phase: "revealed", frozenSince: null });
  });

  test("a freeze that comes while it is frozen moves nothing: it stands since the first", () => {
    const acts = [done(OPENS + HOUR, { kind: "freeze" }), done(FREEZES + HOUR, { kind: "freeze" })];
    for (const now of [FREEZES - 1, FREEZES, FREEZES + 2 * HOUR])
      expect(stateAt(CALENDAR, acts, now).frozenSince).toBe(OPENS + HOUR);
  });

  test("a calendar with the lock as it was opens nothing that was locked by hand", () => {
    const reveals = moment("2026-11-03T12:00:00Z");
    const acts = [done(late, { kind: "lock" }), done(late + 1, { kind: "plan", calendar: { ...CALENDAR, reveals } })];
    expect(stateAt(CALENDAR, acts, late + 1)).toMatchObject({ phase: "locked", locksAt: late, calendar: { reveals } });
  });

  test("another calendar counts from when it was written; a team's longer extension stays", () => {
    const longer = { ...CALENDAR, locks: moment("2026-11-02T22:30:00Z") };
    const acts = [
      done(late, { kind: "extend", team: "a", until: LOCKS + HOUR }),
      done(late + 1, { kind: "plan", calendar: longer }),
    ];
    expect(stateAt(CALENDAR, acts, LOCKS, "b").locksAt).toBe(LOCKS + HOUR / 2);
    expect(stateAt(CALENDAR, acts, LOCKS, "a").locksAt).toBe(LOCKS + HOUR);
  });
});

describe("what is derived", () => {
  const derived = (opens: string, locks: string) => derivedCalendar({ opens: moment(opens), locks: moment(locks) });

  test("a day before the lock it freezes, at the same time of day though clocks go back; an hour after the lock is the reveal", () =>
    expect(derived("2026-10-23T13:00:00Z", "2026-11-01T22:00:00Z")).toMatchObject({
      freezes: "2026-10-31T17:00:00-04:00[America/Toronto]",
      reveals: "2026-11-01T18:00:00-05:00[America/Toronto]",
    }));

  test("of two days it is the last hour; of an hour there is no freeze", () => {
    expect(derived("2026-10-23T13:00:00Z", "2026-10-25T13:00:00Z").freezes).toBe("2026-10-25T08:00:00-04:00[America/Toronto]");
    expect(derived("2026-10-23T13:00:00Z", "2026-10-23T14:00:00Z").freezes).toBeNull();
  });

  test.each([
    ["end-before-start", "locks", { opens: moment("2026-11-03T00:00:00Z") }],
    ["lock-past", "locks", {}],
    ["freeze-outside", "freezes", { freezes: CALENDAR.locks }],
    ["reveal-before-lock", "reveals", { reveals: CALENDAR.opens }],
  ])("%s is told of %s", (code, key, wrong) => {
    const now = code === "lock-past" ? LOCKS : OPENS;
    expect(calendarFaults({ ...CALENDAR, ...wrong }, now)).toEqual([{ at: key, code }]);
  });

  test("typed moments make a calendar, or every fault in them", () => {
    const typed = { timeZone: "America/Toronto", opens: "2026-10-23T09:00", locks: "2026-11-02T17:00" };
    expect(plannedCalendar(typed, 0)).toMatchObject({ kind: "planned", calendar: { locks: CALENDAR.locks } });
    expect(plannedCalendar({ ...typed, timeZone: "Toronto" }, 0)).toMatchObject({ faults: [{ code: "unknown-zone" }] });
    expect(plannedCalendar({ ...typed, opens: "2026-11-01T01:30", locks: "x" }, 0)).toMatchObject({
      faults: [
        { key: "opens", code: "twice" },
        { key: "locks", code: "unreadable" },
      ],
    });
  });
});

describe("of 2,000 random calendars and lists of acts", () => {
  const ZONES = ["America/Toronto", "America/St_Johns", "Europe/Paris", "Australia/Lord_Howe", "UTC"];
  const [START, END] = [at("2026-01-01T00:00:00Z"), at("2027-06-01T00:00:00Z")];
  const CHANGES = ZONES.flatMap((zone) => clockChanges(zone, START, END).map((change) => ({ zone, ...change })));
  const MINUTE = 60_000;
  const minutes = (from: number, to: number) =>
    fc.integer({ min: Math.ceil(from / MINUTE), max: Math.floor(to / MINUTE) }).map((n) => n * MINUTE);
  const length = minutes(MINUTE, 30 * 24 * HOUR);
  // Anywhere, and over a change of the zone's clocks: that opens it, or ends it, or comes in between.
  const anywhere = fc.tuple(fc.constantFrom(...ZONES), minutes(START, END), length);
  const overChange = fc
    .tuple(fc.constantFrom(...CHANGES), length, fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })))
    .map(([{ zone, at: change }, long, share]) => [zone, change - MINUTE * Math.round((share * long) / MINUTE), long] as const);
  const calendars = fc.oneof(anywhere, overChange).map(([zone, opens, long]) => ({
    zone,
    calendar: derivedCalendar({ opens: momentAt(opens, zone), locks: momentAt(opens + long, zone) }),
  }));
  const deeds = (calendar: Calendar): fc.Arbitrary<Act> => {
    const [from, to] = [instantOf(calendar.opens), instantOf(calendar.locks)];
    const until = minutes(from, to + 8 * HOUR);
    const when = fc.oneof(fc.integer({ min: from - HOUR, max: to + 4 * HOUR }), fc.constantFrom(from, to));
    const plain = fc.constantFrom("lock", "hold", "go-on", "freeze", "unfreeze", "reveal").map((kind) => ({ kind }) as const);
    const extend = fc.record({ kind: fc.constant("extend" as const), team: fc.option(fc.constantFrom("a", "b")), until });
    const plan = until.map((ms) => ({ kind: "plan" as const, calendar: { ...calendar, locks: momentAt(ms, "UTC") } }));
    return fc.record({ at: when, deed: fc.oneof(plain, extend, plan) });
  };
  const courses = calendars.chain(({ zone, calendar }) =>
    fc.array(deeds(calendar), { maxLength: 6 }).map((acts) => ({ zone, calendar, acts: acts.sort((a, b) => a.at - b.at) })),
  );
  interface Told {
    readonly calendar: Calendar;
    readonly acts: readonly Act[];
  }

  /** What pages say in words, word for word and nothing cleverer: may this team send now, and does the board stand still? */
  function saidOf({ calendar, acts }: Told, now: number, team: string | null) {
    let [valid, locks, held, revealed] = [calendar, instantOf(calendar.locks), false, false];
    const own = new Map<string | null, number>();
    const turns = calendar.freezes === null ? [] : [{ when: instantOf(calendar.freezes), frozen: true }];
    for (const { at: when, deed } of acts) {
      if (when > now) continue;
      if (deed.kind === "extend" && deed.team === null) locks = deed.until;
      if (deed.kind === "extend" && deed.team !== null) own.set(deed.team, deed.until);
      if (deed.kind === "lock") locks = Math.min(locks, when);
      if (deed.kind === "lock") own.clear();
      if (deed.kind === "plan" && deed.calendar.locks !== valid.locks) locks = instantOf(deed.calendar.locks);
      if (deed.kind === "plan") valid = deed.calendar;
      if (deed.kind === "plan") for (const [each, until] of own) if (until <= locks) own.delete(each);
      if (deed.kind === "hold" || deed.kind === "go-on") held = deed.kind === "hold";
      if (deed.kind === "freeze" || deed.kind === "unfreeze") turns.push({ when, frozen: deed.kind === "freeze" });
      if (deed.kind === "reveal") revealed = true;
    }
    const opened = now >= instantOf(valid.opens);
    const locksAt = Math.max(locks, own.get(team) ?? locks);
    const last = turns
      .filter(({ when }) => when <= now)
      .reduce((a, b) => (b.when >= a.when ? b : a), { when: -1, frozen: false });
    const frozen = opened && !revealed && last.frozen;
    const refused = revealed ? "locked" : !opened ? "not-open" : now >= locksAt ? "locked" : held ? "held" : null;
    const phase = revealed ? "revealed" : !opened ? "set-up" : now >= locksAt ? "locked" : frozen ? "frozen" : "open";
    return { phase, refused, locksAt, frozen };
  }

  /** What is said of an instant is one thing, is what the door does, and stays true: of a restart, and of whatever is done later. */
  function refuseContradiction(told: Told, now: number, team: string | null) {
    const state = stateAt(told.calendar, told.acts, now, team);
    const { phase, locksAt, frozenSince } = state;
    const found = { phase, refused: sendingRefused(state), locksAt, frozen: frozenSince !== null };
    const said = saidOf(told, now, team);
    if (JSON.stringify(found) !== JSON.stringify(said)) expect({ now, ...found }).toEqual({ now, ...said });
    const then = told.acts.filter((act) => act.at <= now);
    const last = Math.min(nextChange(told.calendar, then, now) ?? Infinity, now + MINUTE) - 1;
    for (const other of [stateAt(told.calendar, then, now, team), stateAt(told.calendar, then, last, team)])
      if (JSON.stringify(other) !== JSON.stringify(state)) expect(other).toEqual(state);
  }

  test("no instant has two phases or none, each millisecond beside a limit is as the pages say, and stays so", () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(courses, fc.array(minutes(START, END), { maxLength: 3 }), ({ zone, calendar, acts }, some) => {
        const limits = [calendar.opens, calendar.locks, ...(calendar.freezes === null ? [] : [calendar.freezes])];
        for (const limit of limits) {
          const read = readWallTime(limit.slice(0, 16) + wallOf(limit).offset, zone);
          if (read.kind !== "moment" || read.moment !== limit) expect(read).toEqual({ kind: "moment", moment: limit });
        }
        const [from, to] = [instantOf(calendar.opens), instantOf(calendar.locks)];
        for (const change of CHANGES)
          if (change.zone === zone && change.at >= from && change.at <= to)
            met.add(`${zone} ${change.minutes > 0 ? "ahead" : "back"}`);
        const edges = [
          ...limits.map(instantOf),
          ...acts.flatMap(({ at: when, deed }) => [when, deed.kind === "extend" ? deed.until : when]),
          ...acts.flatMap(({ deed }) => (deed.kind === "plan" ? [instantOf(deed.calendar.locks)] : [])),
        ];
        for (const now of [...edges.flatMap((edge) => [edge - 1, edge, edge + 1]), ...some])
          for (const whose of [null, "a"]) refuseContradiction({ calendar, acts }, now, whose);
      }),
      { numRuns: 2000 },
    );
    const both = ZONES.slice(0, -1).flatMap((zone) => [`${zone} ahead`, `${zone} back`]);
    expect([...met].sort()).toEqual(both.sort());
  });
});
