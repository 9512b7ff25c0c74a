import process from "node:process";
import type { SandboxPreference } from "@vigie/runner";
import { CommandFailure } from "./failure.ts";
import type { Say } from "./say.ts";

const PREFERENCES: readonly SandboxPreference[] = ["auto", "bubblewrap", "container", "none"];

/** The back end that `VIGIE_SANDBOX` asks for. A word that it does not know is refused: it might have meant "none". */
export function wishedSandbox(say: Say): SandboxPreference {
  const wished = process.env["VIGIE_SANDBOX"] || "auto";
  const known = PREFERENCES.find((preference) => preference === wished);
  if (known === undefined) throw new CommandFailure(say("sandbox.unknown", { found: wished, known: PREFERENCES.join(", ") }), 2);
  return known;
}
