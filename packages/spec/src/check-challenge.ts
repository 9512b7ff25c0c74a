/** What a challenge must be beside its common schema: sound for its kind and its world. */
import { Type, type TObject, type TProperties } from "@sinclair/typebox";
import { CHALLENGE, ChallengeSpec } from "./challenge.ts";
import { KINDS } from "./kinds/index.ts";
import type { KindSpec, Measure } from "./kinds/kind-spec.ts";
import { SpecError, type Problem } from "./problem.ts";
import { subjectsBySplit } from "./registry.ts";
import { SPLITS } from "./seeds.ts";
import { checked, problemsOf } from "./validate.ts";
import { WORLDS } from "./worlds/index.ts";
import type { WorldSpec } from "./worlds/world-spec.ts";

const CLOSED = { additionalProperties: false } as const;

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new SpecError("invalid", problems);
}

/** A name that must be one of those known. */
export function unknownName(file: string, pointer: string, known: readonly string[], found: string): Problem[] {
  if (known.includes(found)) return [];
  return [{ file, pointer, expected: known.join(", "), found: JSON.stringify(found) }];
}

const schemas = new WeakMap<object, TObject>();

/** The schema of a kind, a measure or a world: put together once, since a validator is compiled for each. */
function schemaOf(of: object, properties: () => TProperties): TObject {
  const known = schemas.get(of);
  if (known) return known;
  const made = Type.Object(properties(), CLOSED);
  schemas.set(of, made);
  return made;
}

/** What the kind says of a challenge; its measures are looked at one by one, so that a fault is told where it lies. */
function kindProblems(kind: KindSpec, value: unknown, file: string): Problem[] {
  const caps = Type.Object({ ...CHALLENGE.caps.properties, ...kind.caps }, CLOSED);
  return problemsOf(
    schemaOf(kind, () => ({ ...CHALLENGE, ...kind.asks, caps })),
    value,
    file,
  );
}

/** Labels that a measure needs and its world never has. */
function missingLabels({ needs }: Measure, { tables }: WorldSpec): string[] {
  const labels = tables.filter(({ half }) => half === "labels");
  return needs.filter((need) => {
    const [name, column] = need.split(".");
    const table = labels.find((one) => one.name === name);
    return table === undefined || (column !== undefined && !table.columns.some((one) => one.name === column));
  });
}

type List = "parts" | "penalties";

/** What is wrong with the measure at a place of a list. */
function itemProblems(challenge: ChallengeSpec, list: List, place: number, file: string): Problem[] {
  const item = challenge[list][place];
  const pointer = `/${list}/${place}`;
  const known = KINDS[challenge.kind].measures.filter(({ as }) => as === (list === "parts" ? "part" : "penalty"));
  const measure = known.find(({ id }) => id === item.measure);
  const wrong = (expected: string, found: string) => [{ file, pointer: `${pointer}/measure`, expected, found }];
  if (measure === undefined)
    return unknownName(
      file,
      `${pointer}/measure`,
      known.map(({ id }) => id),
      item.measure,
    );
  const before = challenge[list].slice(0, place).some((one) => one.measure === item.measure);
  if (before) return wrong("each measure once", JSON.stringify(item.measure));
  const missing = missingLabels(measure, WORLDS[challenge.world]).join(", ");
  if (missing !== "")
    return wrong(`what labels of the world ${challenge.world} know`, `"${item.measure}", which needs ${missing}`);
  const common = CHALLENGE[list].items.properties;
  return problemsOf(
    schemaOf(measure, () => ({ ...common, ...measure.parameters })),
    item,
    file,
    pointer,
  );
}

function listProblems(challenge: ChallengeSpec, list: List, file: string): Problem[] {
  return challenge[list].flatMap((_, place) => itemProblems(challenge, list, place, file));
}

function sizeProblems({ world, sizes }: ChallengeSpec, file: string): Problem[] {
  const schema = schemaOf(WORLDS[world], () => WORLDS[world].size);
  return SPLITS.flatMap((split) => problemsOf(schema, sizes[split], file, `/sizes/${split}`));
}

function weightProblems({ parts }: ChallengeSpec, file: string): Problem[] {
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - 1) < 1e-9) return [];
  return [{ file, pointer: "/parts", expected: "weights that add up to 1", found: String(sum) }];
}

function limitProblems({ limits }: ChallengeSpec, file: string): Problem[] {
  if (limits.wallMs >= limits.cpuMs) return [];
  return [{ file, pointer: "/limits/wallMs", expected: `at least cpuMs (${limits.cpuMs})`, found: String(limits.wallMs) }];
}

/**
 * Narrows a challenge that came from a file, a database or another machine; `from` names it in the error.
 * @throws SpecError `invalid` naming file, JSON pointer, what was expected (of a name: those known) and what was found.
 */
export function checkedChallenge(value: unknown, from: string): ChallengeSpec {
  const challenge = checked(ChallengeSpec, value, from);
  refuse([
    ...unknownName(from, "/kind", Object.keys(KINDS), challenge.kind),
    ...unknownName(from, "/world", Object.keys(WORLDS), challenge.world),
  ]);
  const kind = KINDS[challenge.kind];
  refuse([
    ...kindProblems(kind, value, from),
    ...listProblems(challenge, "parts", from),
    ...listProblems(challenge, "penalties", from),
    ...sizeProblems(challenge, from),
  ]);
  const own = kind.problems(challenge, subjectsBySplit(challenge)).map((problem) => ({ file: from, ...problem }));
  refuse([...weightProblems(challenge, from), ...limitProblems(challenge, from), ...own]);
  return challenge;
}
