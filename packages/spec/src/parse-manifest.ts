import { parseJson } from "./json-text.ts";
import { MANIFEST_FILE, SubmissionManifest } from "./manifest.ts";
import { SpecError } from "./problem.ts";
import { checked } from "./validate.ts";

const MOST_BYTES = 65_536;

/**
 * Reads `vigie.json`: at the door, before a judgement and on a team's machine alike, so that none takes what another refuses.
 * @throws SpecError naming pointer, expected and found.
 */
export function parseManifest(bytes: Uint8Array, file = MANIFEST_FILE): SubmissionManifest {
  if (bytes.length > MOST_BYTES) {
    const size = { expected: `at most ${MOST_BYTES} bytes`, found: `${bytes.length} bytes` };
    throw new SpecError("invalid", [{ file, pointer: "", ...size }]);
  }
  return checked(SubmissionManifest, parseJson(bytes, file), file);
}
