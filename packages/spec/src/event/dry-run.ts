/** A dry run: an event's calendar played through in a copy of it, and what is told of that. It holds no hidden number. */
import { Type, type Static, type TSchema } from "@sinclair/typebox";
import { BilingualText } from "../text.ts";
import { VerdictName } from "../verdict.ts";
import { Calendar } from "./calendar.ts";
import { instantOf } from "./moment.ts";
import { PHASES } from "./state.ts";

const CLOSED = { additionalProperties: false } as const;
const Count = Type.Integer({ minimum: 0 });
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const Phase = Type.Union(PHASES.map((phase) => Type.Literal(phase)));

/** The fastest that a calendar is played at. */
export const MOST_SPEED = 1000;
export const Speed = Type.Number({ minimum: 1, maximum: MOST_SPEED });

/** What became of something that was sent, as a team is told. */
export const ANSWERS = ["taken", "not-open", "quota", "locked", "other"] as const;
export const Answer = Type.Union(ANSWERS.map((answer) => Type.Literal(answer)));
export type Answer = Static<typeof Answer>;

export const DryRunReport = Type.Object(
  {
    dryRun: Type.Literal(1),
    /** The event whose calendar was played. */
    event: Type.String(),
    calendar: Calendar,
    playedAt: Type.String(),
    seconds: Count,
    speed: Speed,
    /** How many attempts a day the copy gave, so that one too many could be sent. */
    attemptsPerDay: Count,
    /** Teams that only the copy had. */
    robots: Count,
    /** Each phase, and at what time of the event a guest first saw it. */
    phases: Type.Array(Type.Object({ phase: Phase, at: Type.String() }, CLOSED)),
    answers: Type.Object({ taken: Count, "not-open": Count, quota: Count, locked: Count, other: Count }, CLOSED),
    verdicts: Type.Array(Type.Object({ verdict: VerdictName, count: Count }, CLOSED)),
    /** Taken, and without a verdict when the time for it was over. */
    unjudged: Count,
    /** From its arrival to its verdict, in seconds of this machine. */
    longestWaitSeconds: orNull(Type.Number({ minimum: 0 })),
    /** What went otherwise than it should have. */
    surprises: Type.Array(
      Type.Object(
        { team: Type.String(), challenge: Type.String(), detector: Type.String(), expected: Type.String(), found: Type.String() },
        CLOSED,
      ),
    ),
    boards: Type.Array(
      Type.Object(
        {
          challenge: Type.String(),
          title: BilingualText,
          rows: Type.Array(
            Type.Object(
              { rank: orNull(Count), team: Type.String(), score: orNull(Type.Number()), verdict: orNull(VerdictName) },
              CLOSED,
            ),
          ),
        },
        CLOSED,
      ),
    ),
  },
  CLOSED,
);
export type DryRunReport = Static<typeof DryRunReport>;

/** How far one is. */
export const DryRunProgress = Type.Object(
  {
    step: Type.Union([Type.Literal("preparing"), Type.Literal("playing"), Type.Literal("judging")]),
    /** Of the step. */
    share: Type.Number({ minimum: 0, maximum: 1 }),
    speed: Speed,
    /** The time of the copy. */
    at: Type.String(),
    phase: Phase,
    sent: Count,
    judged: Count,
  },
  CLOSED,
);
export type DryRunProgress = Static<typeof DryRunProgress>;

/** Why the last one came to no end. */
export const DRY_RUN_TROUBLES = ["opened", "stopped", "no-room", "no-detectors", "failed"] as const;
export const DryRunTrouble = Type.Union(DRY_RUN_TROUBLES.map((trouble) => Type.Literal(trouble)));
export type DryRunTrouble = Static<typeof DryRunTrouble>;

export const DryRunState = Type.Object(
  { running: orNull(DryRunProgress), trouble: orNull(DryRunTrouble), report: orNull(DryRunReport) },
  CLOSED,
);
export type DryRunState = Static<typeof DryRunState>;

/** Whether what was played is this calendar. */
export function playedThrough(report: DryRunReport | null, calendar: Calendar): boolean {
  if (report === null) return false;
  const { opens, freezes, locks, reveals } = report.calendar;
  return opens === calendar.opens && freezes === calendar.freezes && locks === calendar.locks && reveals === calendar.reveals;
}

const MOST_JUDGED = 60;
const FEWEST_JUDGED = 12;
/** What one submission may take of this machine until its verdict. */
const SECONDS_EACH = 6;

/**
 * How fast a calendar is played, and how many submissions are judged meanwhile: fewer where the time is short, and slower where
 * it would be too short for the fewest.
 */
export function dryRunPace({ opens, locks }: Pick<Calendar, "opens" | "locks">, wished: number) {
  const lengthMs = instantOf(locks) - instantOf(opens);
  const fits = Math.floor(lengthMs / (wished * SECONDS_EACH * 1000));
  const judged = Math.min(MOST_JUDGED, Math.max(FEWEST_JUDGED, fits));
  const speed = Math.max(1, Math.min(wished, Math.floor(lengthMs / (judged * SECONDS_EACH * 1000))));
  return { speed, judged, seconds: Math.round(lengthMs / speed / 1000) };
}
