/** When an extension ends, as somebody types it: `+30m`, `+2h`, or a time on the event's wall clock. */
import { instantOf, readWallTime, typedMoment } from "@vigie/spec/event";
import { inert } from "@vigie/report";
import { CommandFailure } from "../failure.ts";
import type { Say } from "../say.ts";

interface Limit {
  readonly timeZone: string;
  /** The lock as it stands, in ISO 8601: what `+30m` counts from. */
  readonly closesAt: string;
}

const UNIT_MS = { m: 60_000, h: 3_600_000 } as const;

/** Milliseconds since 1970. @throws CommandFailure where it cannot be read, comes twice or never. */
export function untilOf(typed: string, { timeZone, closesAt }: Limit, say: Say): number {
  const [, count, unit] = /^\+(\d{1,4})([mh])$/.exec(typed) ?? [];
  if (unit === "m" || unit === "h") return Date.parse(closesAt) + Number(count) * UNIT_MS[unit];
  const read = readWallTime(typed, timeZone);
  switch (read.kind) {
    case "moment":
      return instantOf(read.moment);
    case "twice":
      throw new CommandFailure(
        say("until.twice", { zone: timeZone, first: typedMoment(read.first), second: typedMoment(read.second) }),
        2,
      );
    case "never":
      throw new CommandFailure(
        say("until.never", { zone: timeZone, before: typedMoment(read.before), after: typedMoment(read.after) }),
        2,
      );
    case "unreadable":
      throw new CommandFailure(say("until.unreadable", { found: inert(typed).slice(0, 80), zone: timeZone }), 2);
  }
}
