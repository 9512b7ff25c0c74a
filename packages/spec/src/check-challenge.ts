/** What a challenge must be beside its common schema: sound for its kind and its world. */
import { Type, type TObject } from "@sinclair/typebox";
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
  return [{ file, pointer, expected: known.length === 0 ? "none" : known.join(", "), found: JSON.stringify(found) }];
}

/** The whole schema of a kind's challenges; measures are looked at one by one, so that a fault is told where it lies. */
function schemaOf({ asks, caps }: KindSpec): TObject {
  return Type.Object({ ...CHALLENGE, ...asks, caps: Type.Object({ ...CHALLENGE.caps.properties, ...caps }, CLOSED) }, CLOSED);
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

function listProblems(challenge: ChallengeSpec, list: "parts" | "penalties", file: string): Problem[] {
  const { measures } = KINDS[challenge.kind];
  const as = list === "parts" ? "part" : "penalty";
  const known = measures.filter((measure) => measure.as === as);
  const common = list === "parts" ? CHALLENGE.parts.items.properties : CHALLENGE.penalties.items.properties;
  return challenge[list].flatMap((item, place) => {
    const pointer = `/${list}/${place}`;
    const measure = known.find(({ id }) => id === item.measure);
    if (measure === undefined) {
      const names = known.map(({ id }) => id);
      return unknownName(file, `${pointer}/measure`, names, item.measure);
    }
    const before = challenge[list].slice(0, place).some((one) => one.measure === item.measure);
    if (before) return [{ file, pointer: `${pointer}/measure`, expected: "each measure once", found: item.measure }];
    const missing = missingLabels(measure, WORLDS[challenge.world]);
    if (missing.length > 0) {
      const found = `${item.measure}, which needs ${missing.join(", ")}`;
      return [{ file, pointer: `${pointer}/measure`, expected: `what labels of the world ${challenge.world} know`, found }];
    }
    return problemsOf(Type.Object({ ...common, ...measure.parameters }, CLOSED), item, file, pointer);
  });
}

function sizeProblems({ world, sizes }: ChallengeSpec, file: string): Problem[] {
  const schema = Type.Object(WORLDS[world].size, CLOSED);
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
    ...problemsOf(schemaOf(kind), value, from),
    ...listProblems(challenge, "parts", from),
    ...listProblems(challenge, "penalties", from),
    ...sizeProblems(challenge, from),
  ]);
  const own = kind.problems(challenge, subjectsBySplit(challenge)).map((problem) => ({ file: from, ...problem }));
  refuse([...weightProblems(challenge, from), ...limitProblems(challenge, from), ...own]);
  return challenge;
}
