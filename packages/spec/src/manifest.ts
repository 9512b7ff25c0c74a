/** `vigie.json`, at the root of a submission: what it is for and where it begins. */
import { Type, type Static } from "@sinclair/typebox";

export const SubmissionManifest = Type.Object(
  {
    challenge: Type.String({ pattern: "^[a-z][a-z0-9-]{1,63}$" }),
    language: Type.Union([Type.Literal("typescript"), Type.Literal("python")]),
    /** Path of the detector, relative, with forward slashes. */
    entry: Type.String({ pattern: "^(?!/)(?!.*\\.\\.)[A-Za-z0-9_./-]{1,200}$" }),
    /** `sdk` (the default): the entry exports a detector. `lines`: the program writes prediction lines on standard output by itself. */
    protocol: Type.Optional(Type.Union([Type.Literal("sdk"), Type.Literal("lines")])),
  },
  { additionalProperties: false },
);
export type SubmissionManifest = Static<typeof SubmissionManifest>;

export const MANIFEST_FILE = "vigie.json";
