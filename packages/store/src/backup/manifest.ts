/** What stands at the head of a backup: which schema its tables are of, and what each part must be. */
import { Type, type Static } from "@sinclair/typebox";

const Part = Type.Object(
  {
    name: Type.String(),
    bytes: Type.Integer({ minimum: 0 }),
    /** SHA-256 in hexadecimal. */
    sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }),
    /** Of a table. */
    rows: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type ManifestPart = Static<typeof Part>;

export const Manifest = Type.Object(
  {
    format: Type.Literal(1),
    /** The newest step of the schema in which the tables were read. */
    schema: Type.String(),
    event: Type.Union([Type.String(), Type.Null()]),
    /** The event's time. */
    madeAt: Type.String(),
    /** In the order in which they follow: tables before those that point at them, then the spool. */
    parts: Type.Array(Part),
  },
  { additionalProperties: false },
);
export type Manifest = Static<typeof Manifest>;

export const MANIFEST = "manifest.json";
export const TABLE_PART = /^tables\/([a-z_]+)\.ndjson$/;
export const SPOOL_PART = /^spool\/([0-9a-f-]{36}\.(?:zip|tar\.gz|json))$/;

/** Not in a backup: whoever was signed in signs in again, and no rehearsal's clock goes along. */
export const LEFT_OUT = ["sessions", "event_clock"];
