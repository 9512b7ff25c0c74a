/** What the organizers' API is sent and answers. */
import { Type } from "@sinclair/typebox";
import { BilingualText, LANGUAGES, VerdictName } from "@vigie/spec";
import { EventLanguages, MOST_TEAMS, TeamLine } from "@vigie/spec/event";
import { TICKED } from "./console/checklist.ts";
import { Bytes } from "./fields.ts";

const CLOSED = { additionalProperties: false } as const;
const Text = (most: number) => Type.String({ maxLength: most });
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Count = Type.Integer({ minimum: 0 });
const Id = Type.String({ minLength: 1, maxLength: 80 });
const Language = Type.Union(LANGUAGES.map((language) => Type.Literal(language)));
const Entry = Type.Union((["competing", "out-of-competition", "disqualified"] as const).map((entry) => Type.Literal(entry)));

export const WordsSent = Type.Object(
  {
    name: Type.Optional(BilingualText),
    helpLine: Type.Optional(Type.Object({ name: BilingualText, phone: Text(40) }, CLOSED)),
    languages: Type.Optional(EventLanguages),
    network: Type.Optional(Type.Union([Text(60), Type.Null()])),
    hidesPublicInFreeze: Type.Optional(Type.Boolean()),
    keptUntil: Type.Optional(Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })),
    weights: Type.Optional(Type.Record(Type.String(), Type.Number({ exclusiveMinimum: 0, maximum: 1000 }))),
  },
  CLOSED,
);

export const TeamTold = Type.Object(
  {
    ...{ id: Id, name: Type.String(), baseline: Type.Boolean(), key: TextOrNull, language: Type.Union([Language, Type.Null()]) },
    ...{
      division: TextOrNull,
      entry: Entry,
      reason: TextOrNull,
      hidden: Type.Boolean(),
      named: Type.Boolean(),
      erased: Type.Boolean(),
    },
  },
  CLOSED,
);

export const LightsTold = Type.Array(
  Type.Object(
    {
      team: TeamTold,
      light: Type.String({ description: "never-signed-in, nothing-sent, nothing-accepted, fine" }),
      signedInAt: TextOrNull,
      hasCode: Type.Boolean(),
      sent: Count,
      lastSentAt: TextOrNull,
      lastVerdict: Type.Union([VerdictName, Type.Null()]),
    },
    CLOSED,
  ),
);

/** A list of lines, or (sent as text/csv) a file. */
export const TeamsSent = Type.Object({
  lines: Type.Optional(Type.Array(TeamLine, { maxItems: MOST_TEAMS })),
  count: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_TEAMS })),
  csv: Bytes,
});
export const TeamsTold = Type.Object(
  { added: Count, changed: Count, same: Count, unknownColumns: Type.Array(Type.String()) },
  CLOSED,
);
export const PreviewQuery = Type.Object({
  preview: Type.Optional(Type.String({ description: "1: say what would be done, and do nothing" })),
});

export const TeamSent = Type.Object(
  {
    name: Type.Optional(Text(200)),
    language: Type.Optional(Type.Union([Language, Type.Null()])),
    division: Type.Optional(Type.Union([Text(40), Type.Null()])),
    hidden: Type.Optional(Type.Boolean()),
    entry: Type.Optional(Entry),
    reason: Type.Optional(Type.Union([Text(500), Type.Null()])),
  },
  CLOSED,
);

export const CodesSent = Type.Object(
  {
    teams: Type.Optional(Type.Union([Type.Literal("all-without"), Type.Array(Id, { minItems: 1, maxItems: MOST_TEAMS })])),
    role: Type.Optional(Type.Union([Type.Literal("mentor"), Type.Literal("organizer")])),
  },
  CLOSED,
);
export const CodesTold = Type.Object(
  { codes: Type.Array(Type.Object({ team: TextOrNull, role: Type.String(), code: Type.String() }, CLOSED)) },
  CLOSED,
);

const Words = Type.Object({ en: Type.Optional(Text(500)), fr: Type.Optional(Text(500)) }, CLOSED);
export const AnnouncementSent = Type.Object({ text: Words }, CLOSED);
export const AnnouncementTold = Type.Object({ id: Id, at: Type.String(), text: Words, takenDownAt: TextOrNull }, CLOSED);
export const AnnouncementsTold = Type.Array(AnnouncementTold);

export const ManySent = Type.Object({ verdict: VerdictName }, CLOSED);
export const ManyTold = Type.Object({ runs: Count }, CLOSED);

export const AuditTold = Type.Array(
  Type.Object(
    {
      ...{ id: Type.String(), at: Type.String(), actor: Type.String(), act: Type.String(), subject: Type.String() },
      about: Type.Record(Type.String(), Type.String()),
    },
    CLOSED,
  ),
);

export const CheckedSent = Type.Object({ item: Type.Union(TICKED.map((item) => Type.Literal(item))) }, CLOSED);

export const BackupSent = Type.Object({ passphrase: Type.String({ minLength: 8, maxLength: 1000 }) }, CLOSED);
