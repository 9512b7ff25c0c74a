/** Reading specifications from disk: the schema first, then what a schema cannot say. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Static, TSchema } from "@sinclair/typebox";
import { analystBudget, ChallengeSpec, PART_IDS } from "./challenge.ts";
import { DatasetSpec } from "./dataset.ts";
import { SpecError, type Problem } from "./problem.ts";
import { SPLITS } from "./seeds.ts";
import { checked } from "./validate.ts";

function message(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.replace(/\s+/g, " "); // the parser's messages quote lines
}

/**
 * Reads a JSON file and narrows it.
 * @throws SpecError `unreadable`, `not-json` or `invalid`.
 */
export function loadJson<S extends TSchema>(schema: S, file: string): Static<S> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new SpecError("unreadable", [{ file, pointer: "", expected: "a file that can be read", found: message(cause) }], {
      cause,
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SpecError("not-json", [{ file, pointer: "", expected: "JSON", found: message(cause) }], { cause });
  }
  return checked(schema, value, file);
}

/** Loads `challenge.json` of a challenge's folder. @throws SpecError naming file, pointer, expected and found. */
export function loadChallenge(folder: string): ChallengeSpec {
  const file = join(folder, "challenge.json");
  return soundChallenge(loadJson(ChallengeSpec, file), file);
}

/** Narrows a challenge that came from elsewhere; `from` names it in the error. @throws SpecError like {@link loadChallenge}. */
export function checkedChallenge(value: unknown, from: string): ChallengeSpec {
  return soundChallenge(checked(ChallengeSpec, value, from), from);
}

function soundChallenge(challenge: ChallengeSpec, file: string): ChallengeSpec {
  refuse([...weightProblems(challenge, file), ...limitProblems(challenge, file), ...budgetProblems(challenge, file)]);
  return challenge;
}

/** Loads `dataset.json` of a dataset's folder. @throws SpecError naming file, pointer, expected and found. */
export function loadDataset(folder: string): DatasetSpec {
  const file = join(folder, "dataset.json");
  const dataset = loadJson(DatasetSpec, file);
  refuse([...rangeProblems(dataset, file), ...dayProblems(dataset, file)]);
  return dataset;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new SpecError("invalid", problems);
}

function weightProblems({ weights }: ChallengeSpec, file: string): Problem[] {
  const sum = PART_IDS.reduce((total, part) => total + weights[part], 0);
  if (Math.abs(sum - 1) < 1e-9) return [];
  return [{ file, pointer: "/weights", expected: "weights that add up to 1", found: String(sum) }];
}

function limitProblems({ limits }: ChallengeSpec, file: string): Problem[] {
  if (limits.wallMs >= limits.cpuMs) return [];
  return [{ file, pointer: "/limits/wallMs", expected: `at least cpuMs (${limits.cpuMs})`, found: String(limits.wallMs) }];
}

function budgetProblems(challenge: ChallengeSpec, file: string): Problem[] {
  return SPLITS.filter(
    (split) => analystBudget(challenge, challenge.splits[split].accounts) >= challenge.splits[split].accounts,
  ).map((split) => ({
    file,
    pointer: `/splits/${split}/accounts`,
    expected: "more accounts than the analyst budget",
    found: String(challenge.splits[split].accounts),
  }));
}

function rangeProblems({ parameters }: DatasetSpec, file: string): Problem[] {
  return Object.entries(parameters)
    .filter(([, { value, range }]) => !(range[0] <= value && value <= range[1]))
    .map(([id, { value, range }]) => ({
      file,
      pointer: `/parameters/${id}/value`,
      expected: `a number within ${range[0]} and ${range[1]}`,
      found: String(value),
    }));
}

function dayProblems({ firstDay, days }: DatasetSpec, file: string): Problem[] {
  const first = Date.parse(`${firstDay}T00:00:00Z`);
  if (Number.isNaN(first)) return [{ file, pointer: "/firstDay", expected: "a day of the calendar", found: firstDay }];
  const last = new Date(first + days * 86_400_000);
  if (last.getUTCFullYear() <= 2025) return [];
  return [{ file, pointer: "/days", expected: "a world that ends in 2025 or earlier", found: last.toISOString().slice(0, 10) }];
}
