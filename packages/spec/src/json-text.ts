import { SpecError } from "./problem.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The parser's messages quote lines. */
export function causeText(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, " ");
}

function refusal(file: string, expected: string, found: string, cause: unknown): SpecError {
  return new SpecError("not-json", [{ file, pointer: "", expected, found }], { cause });
}

/** A JSON file's value. A byte order mark before it is passed over. @throws SpecError `not-json`. */
export function parseJson(bytes: Uint8Array, file: string): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch (cause) {
    throw refusal(file, "text in UTF-8", "text in another encoding", cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refusal(file, "JSON", causeText(cause), cause);
  }
}
