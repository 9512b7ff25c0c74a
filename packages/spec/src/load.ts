/** Reading specifications from disk: the schema first, then what a schema cannot say. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Static, TSchema } from "@sinclair/typebox";
import type { ChallengeSpec } from "./challenge.ts";
import { checkedChallenge, unknownName } from "./check-challenge.ts";
import { DatasetSpec } from "./dataset.ts";
import { causeText, parseJson } from "./json-text.ts";
import { SpecError, type Problem } from "./problem.ts";
import { checked } from "./validate.ts";
import { WORLDS } from "./worlds/index.ts";

/**
 * Reads a JSON file and narrows it.
 * @throws SpecError `unreadable`, `not-json` or `invalid`.
 */
export function loadJson<S extends TSchema>(schema: S, file: string): Static<S> {
  return checked(schema, readJson(file), file);
}

function readJson(file: string): unknown {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new SpecError("unreadable", [{ file, pointer: "", expected: "a file that can be read", found: causeText(cause) }], {
      cause,
    });
  }
  return parseJson(bytes, file);
}

/** Loads `challenge.json` of a challenge's folder. @throws SpecError naming file, pointer, expected and found. */
export function loadChallenge(folder: string): ChallengeSpec {
  const file = join(folder, "challenge.json");
  const challenge = checkedChallenge(readJson(file), file);
  refuse(oldHarm(challenge, file));
  return challenge;
}

/** Weight and cap are read where an event of before 2.0.0 keeps them; written anew they would mean nothing. */
function oldHarm({ penalties }: ChallengeSpec, file: string): Problem[] {
  return penalties.flatMap((penalty, place) =>
    ["weight", "cap"]
      .filter((key) => penalty.measure === "harm" && Object.hasOwn(penalty, key))
      .map((key) => ({
        ...{ file, pointer: `/penalties/${place}/${key}` },
        expected: "nothing: since 2.0.0 a score is divided by what lawful people bear, without weight and cap",
        found: key,
      })),
  );
}

/** Loads `dataset.json` of a dataset's folder. @throws SpecError naming file, pointer, expected and found. */
export function loadDataset(folder: string): DatasetSpec {
  const file = join(folder, "dataset.json");
  const dataset = loadJson(DatasetSpec, file);
  refuse(unknownName(file, "/world", Object.keys(WORLDS), dataset.world));
  refuse([
    ...tableProblems(dataset, file),
    ...parameterProblems(dataset, file),
    ...rangeProblems(dataset, file),
    ...dayProblems(dataset, file),
  ]);
  return dataset;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new SpecError("invalid", problems);
}

function tableProblems({ world, with: named = [] }: DatasetSpec, file: string): Problem[] {
  const optional = WORLDS[world].tables.filter((table) => table.optional === true).map(({ name }) => name);
  const known = optional.length > 0 ? optional : [`none, for the world ${world} has no optional table`];
  return named.flatMap((table, place) => unknownName(file, `/with/${place}`, known, table));
}

function parameterProblems({ world, parameters }: DatasetSpec, file: string): Problem[] {
  const known = WORLDS[world].parameters;
  const missing = known.filter((id) => !Object.hasOwn(parameters, id));
  return [
    ...missing.map((id) => ({ file, pointer: `/parameters/${id}`, expected: "a value (it is required)", found: "nothing" })),
    ...Object.keys(parameters).flatMap((id) => unknownName(file, `/parameters/${id}`, known, id)),
  ];
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
