/** What findings call things: a world's own words, else those that serve any world. */
import type { BilingualText } from "@vigie/spec";
import { ACROSS_FAMILIES, FAMILIES, type FamilyId } from "./families.ts";
import type { Finding } from "./feature.ts";

export interface AuditWords {
  readonly families: Readonly<Partial<Record<FamilyId, BilingualText>>>;
  /** The kind of a finding's target that is any positive. */
  readonly member: string;
  /** Whom a finding tells on, by the kind of its target; `{name}` stands for a trait's word. */
  readonly targets: Readonly<Record<string, BilingualText>>;
  /** Pairs of one cluster, and pairs of any positives. */
  readonly pairs: readonly [ofCluster: BilingualText, ofAny: BilingualText];
  /** Whom nothing may tell ("nothing tells … that should not"), and whom a set that leaks gives away. */
  readonly sought: BilingualText;
  readonly betrayed: BilingualText;
}

const SOUGHT: BilingualText = { en: "those who are sought", fr: "les sujets recherchés" };

const ANY_WORLD: AuditWords = {
  families: {},
  member: "member",
  targets: {
    member: SOUGHT,
    planted: { en: "planted rows", fr: "rangées placées" },
    splits: { en: "the two splits", fr: "les deux partitions" },
  },
  pairs: [
    { en: "pairs that belong together", fr: "paires d’un même groupe" },
    { en: "pairs of those who are sought", fr: "paires de sujets recherchés" },
  ],
  sought: SOUGHT,
  betrayed: SOUGHT,
};

export function wordsWith(own: Partial<AuditWords>): AuditWords {
  return { ...ANY_WORLD, ...own, targets: { ...ANY_WORLD.targets, ...own.targets } };
}

/** The name of any family. */
export function familyName(family: FamilyId, { families }: AuditWords): BilingualText {
  return families[family] ?? { ...FAMILIES, ...ACROSS_FAMILIES }[family];
}

/** Whom a finding tells on. */
export function targetName({ target: { kind, name } }: Pick<Finding, "target">, { targets }: AuditWords): BilingualText {
  const { en, fr } = Object.hasOwn(targets, kind) ? targets[kind] : { en: `${kind} {name}`, fr: `${kind} {name}` };
  return { en: en.replace("{name}", () => name), fr: fr.replace("{name}", () => name) };
}
