/** What the API is sent and answers, as schemas: tests hold every answer against them, and `openapi.json` shows them. */
import { Type, type TSchema } from "@sinclair/typebox";
import {
  BilingualText,
  Exhibit,
  OutputFault,
  Part,
  Penalty,
  Resources,
  RunLimits,
  SignedReceipt,
  VerdictName,
} from "@vigie/spec";
import { Calendar, EventLanguages, PHASES } from "@vigie/spec/event";

const CLOSED = { additionalProperties: false } as const;
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const Count = Type.Integer({ minimum: 0 });
const Interval = Type.Array(Type.Number(), { minItems: 2, maxItems: 2, description: "low, high: 95 of 100 resamples" });
const Shares = Type.Record(Type.String(), Type.Number());
const State = Type.Union(["queued", "judging", "judged"].map((state) => Type.Literal(state)));
const Moment = Type.String({ description: "ISO 8601, UTC" });
const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$", description: "SHA-256, in hexadecimal" });

export const Health = Type.Object({ status: Type.Union([Type.Literal("ok"), Type.Literal("no-event")]) }, CLOSED);

export const Event = Type.Object(
  {
    id: Type.String(),
    name: BilingualText,
    timeZone: Type.String(),
    opensAt: Moment,
    closesAt: Moment,
    now: Moment,
    calendar: Calendar,
    phase: Type.Union(PHASES.map((phase) => Type.Literal(phase))),
    held: Type.Boolean({ description: "submissions are on hold" }),
    frozen: Type.Boolean({ description: "the board stands still" }),
    languages: EventLanguages,
    secretCommitment: Sha256,
    receiptKey: orNull(Type.String({ description: "Ed25519, base64: what vigie verify --key is given" })),
  },
  CLOSED,
);

/** Problem details (RFC 9457); `detail` is in the language that was asked for. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.String(),
    problems: Type.Optional(
      Type.Array(Type.Object({ where: Type.String(), expected: Type.String(), found: Type.String() }, CLOSED)),
    ),
  },
  CLOSED,
);

export const Code = Type.Object({ code: Type.String() });
export const Session = Type.Object(
  {
    token: Type.String(),
    role: Type.Union(["participant", "mentor", "organizer"].map((role) => Type.Literal(role))),
    team: orNull(Type.String()),
  },
  CLOSED,
);

export const Challenges = Type.Array(
  Type.Object(
    {
      id: Type.String(),
      version: Type.String(),
      kind: Type.String(),
      world: Type.String(),
      parts: Type.Array(Part),
      penalties: Type.Array(Penalty),
      title: BilingualText,
      summary: BilingualText,
      limits: RunLimits,
      attemptsPerDay: Count,
    },
    CLOSED,
  ),
);

export const Leaderboard = Type.Object(
  {
    version: Count,
    rows: Type.Array(
      Type.Object(
        {
          rank: orNull(Count),
          band: orNull(Count),
          team: Type.String(),
          score: orNull(Type.Number()),
          interval: orNull(Interval),
          parts: orNull(Shares),
          penalties: orNull(Shares),
          baseline: Type.Boolean(),
          entry: orNull(Type.Union([Type.Literal("out-of-competition"), Type.Literal("disqualified")])),
          division: orNull(Type.String()),
          language: orNull(Type.Union([Type.Literal("en"), Type.Literal("fr")])),
          state: Type.Union(["none", "queued", "judging", "judged"].map((state) => Type.Literal(state))),
          verdict: orNull(VerdictName),
        },
        CLOSED,
      ),
    ),
  },
  CLOSED,
);

const SCORE = {
  score: orNull(Type.Number()),
  interval: orNull(Interval),
  parts: orNull(Shares),
  penalties: orNull(Shares),
  harm: orNull(Type.Number()),
};
const RUN = {
  state: State,
  verdict: orNull(VerdictName),
  sealed: Type.Boolean({ description: "judged, and told to its own team at the reveal only" }),
  ...SCORE,
};
const SUBMISSION = {
  id: Type.String(),
  challenge: Type.String(),
  attempt: Count,
  receivedAt: Moment,
  digest: Sha256,
  sentDigest: Sha256,
  ...RUN,
};

/** In a list: without what is read where one submission alone is shown. */
export const ListedSubmissions = Type.Array(
  Type.Object({ ...SUBMISSION, practice: Type.Object({ ...RUN, reason: orNull(Type.String()) }, CLOSED) }, CLOSED),
);

export const SubmissionShown = Type.Object(
  {
    ...SUBMISSION,
    practice: Type.Object(
      {
        ...RUN,
        reason: orNull(Type.String()),
        fault: orNull(OutputFault),
        log: orNull(Type.String()),
        mistakes: Type.Array(Type.Record(Type.String(), Type.Unknown()), { description: "their form is the challenge's kind's" }),
        resources: orNull(Resources),
      },
      CLOSED,
    ),
  },
  CLOSED,
);

export const Acknowledged = Type.Object({ id: Type.String(), attempt: Count, digest: Sha256 }, CLOSED);

export const Revision = Type.Object(
  {
    revision: Count,
    version: Type.String(),
    coming: orNull(
      Type.Object({ revision: Count, version: Type.String(), submissions: Count, judged: Count, errors: Count }, CLOSED),
    ),
  },
  CLOSED,
);
/** A challenge's file; what is wrong with one is told by the loader of challenges. */
export const ChallengeFile = Type.Object({}, { description: "a challenge.json" });

export const Receipts = Type.Object(
  {
    receipts: Type.Literal(1),
    runs: Type.Array(
      Type.Object(
        { team: Type.String(), baseline: Type.Boolean(), attempt: Count, receivedAt: Moment, signed: SignedReceipt },
        CLOSED,
      ),
    ),
  },
  CLOSED,
);

export const Named = Type.Object({ name: Type.String() }, CLOSED);

export const OwnQueue = Type.Array(
  Type.Object(
    {
      submission: Type.String(),
      challenge: Type.String(),
      split: Type.Union(["practice", "public", "final"].map((split) => Type.Literal(split))),
      place: Type.Integer({ minimum: 0, description: "1 is next; 0 is being judged" }),
      expectedMs: orNull(Type.Number({ description: "until its verdict, by how long runs take now" })),
    },
    CLOSED,
  ),
);

export const ChoiceShown = Type.Object(
  {
    chosen: orNull(Type.String({ description: "null: the best one, whatever it will be" })),
    goes: orNull(Type.String({ description: "what goes now; null where nothing was accepted, or where that is sealed" })),
    until: Moment,
  },
  CLOSED,
);

const OptionalWord = orNull(Type.String());
export const Overall = Type.Object(
  {
    weights: Type.Record(Type.String(), Type.Number()),
    rows: Type.Array(
      Type.Object(
        {
          rank: orNull(Count),
          team: Type.String(),
          score: orNull(Type.Number()),
          scores: Type.Record(Type.String(), orNull(Type.Number())),
          entry: OptionalWord,
          division: OptionalWord,
          language: OptionalWord,
        },
        CLOSED,
      ),
    ),
  },
  CLOSED,
);

/** Of the caller's own submissions, newest first. */
export const OwnPage = Type.Object({
  challenge: Type.Optional(Type.String({ description: "of this challenge alone" })),
  before: Type.Optional(Type.Integer({ minimum: 1, description: "attempts before this one" })),
  most: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: "at most so many of each challenge (100)" })),
});

/** By a plain name: its own type is deeper than TypeScript follows. */
export const Receipt: TSchema = SignedReceipt;

export { Exhibit };
