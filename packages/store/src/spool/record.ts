import { Type, type Static } from "@sinclair/typebox";

/** What lies beside a spooled archive: all that its rows can be made of again. */
export const SpoolRecord = Type.Object(
  {
    id: Type.String({ pattern: "^[0-9a-f-]{36}$" }),
    team: Type.String(),
    challenge: Type.String(),
    receivedAt: Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$" }),
    counted: Type.Boolean(),
    digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
    /** Of the archive as it came. Absent where what came was kept: before there was one form. */
    sentDigest: Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" })),
    bytes: Type.Integer({ minimum: 1 }),
    files: Type.Integer({ minimum: 1 }),
    format: Type.Union([Type.Literal("tar.gz"), Type.Literal("zip")]),
    language: Type.Union([Type.Literal("typescript"), Type.Literal("python")]),
  },
  { additionalProperties: false },
);
export type SpoolRecord = Static<typeof SpoolRecord>;
