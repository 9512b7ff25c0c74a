/** Looking kinds and worlds up; an unknown one is refused with the known names. */
import type { ChallengeSpec } from "./challenge.ts";
import type { DatasetSpec } from "./dataset.ts";
import { KINDS } from "./kinds/index.ts";
import type { KindSpec, Measure } from "./kinds/kind-spec.ts";
import { SpecError } from "./problem.ts";
import { SPLITS, type Split } from "./seeds.ts";
import { WORLDS } from "./worlds/index.ts";
import type { Table, WorldSpec } from "./worlds/world-spec.ts";

/** The entry of a registry. @param what names the registry in the refusal. @throws SpecError `unknown-name`. */
export function entryOf<T>(registry: Readonly<Record<string, T>>, id: string, what: string): T {
  if (Object.hasOwn(registry, id)) return registry[id];
  const expected = Object.keys(registry).join(", ");
  throw new SpecError("unknown-name", [{ file: what, pointer: "", expected, found: JSON.stringify(id) }]);
}

/** @throws SpecError `unknown-name`. */
export function kindOf({ kind }: { readonly kind: string }): KindSpec {
  return entryOf(KINDS, kind, "kind");
}

/** @throws SpecError `unknown-name`. */
export function worldOf({ world }: { readonly world: string }): WorldSpec {
  return entryOf(WORLDS, world, "world");
}

/** A measure of a challenge's kind. @throws SpecError `unknown-name`. */
export function measureOf(challenge: { readonly kind: string }, id: string): Measure {
  const { measures } = kindOf(challenge);
  return entryOf(Object.fromEntries(measures.map((measure) => [measure.id, measure])), id, `measure of ${challenge.kind}`);
}

/** The tables that a data set has: those of its world, of optional ones those that it names. */
export function tablesOf(dataset: Pick<DatasetSpec, "world" | "with">, half?: Table["half"]): Table[] {
  const named = dataset.with ?? [];
  return worldOf(dataset).tables.filter(
    (table) => (half === undefined || table.half === half) && (table.optional !== true || named.includes(table.name)),
  );
}

/** How many subjects a split of a challenge has. */
export function subjectsIn({ world, sizes }: Pick<ChallengeSpec, "world" | "sizes">, split: Split): number {
  return worldOf({ world }).subjects(sizes[split]);
}

/** The same of every split. */
export function subjectsBySplit(challenge: Pick<ChallengeSpec, "world" | "sizes">): Record<Split, number> {
  const [practice, hidden, final] = SPLITS.map((split) => subjectsIn(challenge, split));
  return { practice, public: hidden, final };
}
