/** The schema of `dataset.json`: the parameters of a synthetic world, each with the range within which the final split may shift it. */
import { Type, type Static } from "@sinclair/typebox";
import { BilingualText } from "./text.ts";

const Parameter = Type.Object(
  { value: Type.Number(), range: Type.Tuple([Type.Number(), Type.Number()]), about: BilingualText },
  { additionalProperties: false },
);
export type Parameter = Static<typeof Parameter>;

export const DatasetSpec = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: Type.String({ pattern: "^[a-z][a-z0-9-]{1,63}$" }),
    version: Type.String({ pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$" }),
    world: Type.String(),
    title: BilingualText,
    licence: Type.String({ minLength: 1 }),
    /** The world's first day (local, ISO 8601) and how many days it lasts; it ends in 2025 or earlier. */
    firstDay: Type.String({ pattern: "^20[0-2][0-9]-[01][0-9]-[0-3][0-9]$" }),
    days: Type.Integer({ minimum: 28, maximum: 366 }),
    /** A text that the practice world hangs on, chosen once by a rule that the card tells; without one it hangs on names alone. */
    practice: Type.Optional(Type.String({ pattern: "^[a-z0-9-]{1,64}$" })),
    /** Which of the world's optional tables it has. */
    with: Type.Optional(Type.Array(Type.String(), { uniqueItems: true })),
    /** Those that its world names. */
    parameters: Type.Record(Type.String(), Parameter),
  },
  { additionalProperties: false },
);
export type DatasetSpec = Static<typeof DatasetSpec>;
