/**
 * One subject's rows, and which of them were planted: what a picture of a practice mistake is drawn from.
 *
 * The judge makes it, of practice alone, once for each challenge, revision and subject that a mistake names; the store keeps
 * it, and pages read it, so that the web never holds labels.
 */
import { Type, type Static } from "@sinclair/typebox";

const Cell = Type.Union([Type.Number(), Type.String(), Type.Null()]);

export const Exhibit = Type.Object(
  {
    subject: Type.Integer({ minimum: 0 }),
    /** The subject's own rows of each input table, in file order. */
    tables: Type.Record(
      Type.String(),
      Type.Object({ columns: Type.Array(Type.String()), rows: Type.Array(Type.Array(Cell)) }, { additionalProperties: false }),
    ),
    /** Ids of planted rows, and what each was planted for; null where the world has no indicators. */
    planted: Type.Array(
      Type.Object({ id: Type.Integer(), indicator: Type.Union([Type.String(), Type.Null()]) }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);
export type Exhibit = Static<typeof Exhibit>;
