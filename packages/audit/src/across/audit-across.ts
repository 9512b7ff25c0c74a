/** Holds one split against another: nothing that names a world may lead from one to the other, nor tell them apart. */
import type { FindingLists } from "../leaks/chance/findings-list.ts";
import { judgeFinding, resultOf, type AuditOptions, type LeakAudit } from "../leaks/audit.ts";
import { ACROSS_FAMILIES, CONFIDENCE } from "../leaks/families.ts";
import { reasonsAcross } from "../leaks/reasons.ts";
import { transferLabels } from "./label-transfer.ts";
import type { NamedSet } from "./named-sets.ts";
import { attackRepeats } from "./repeats.ts";
import { compareSplits } from "./split-comparison.ts";

/** One list a family, and two of labels that are tried on the other split: there and back. */
const LISTS = Object.keys(ACROSS_FAMILIES).length + 1;
const LIST_ERROR = (1 - CONFIDENCE) / LISTS;

/** Audits two splits of one world against each other. Deterministic: its own randomness has a fixed seed. */
export function auditAcross(a: NamedSet, b: NamedSet, { onProgress }: AuditOptions = {}): LeakAudit {
  const [found, there, back]: readonly FindingLists[] = [new Map(), new Map(), new Map()];
  const attacks: readonly (() => void)[] = [
    () => attackRepeats({ a, b, found }),
    () => transferLabels(a, b, there),
    () => transferLabels(b, a, back),
    () => compareSplits({ a, b, found }),
  ];
  attacks.forEach((attack, i) => {
    attack();
    onProgress?.((i + 1) / attacks.length);
  });
  const lists = [...found, ...there, ...back];
  const reasons = reasonsAcross(a.set);
  const findings = lists.flatMap(([, list]) => list.findings(LIST_ERROR)).map((finding) => judgeFinding(finding, reasons));
  const ids = Object.keys(ACROSS_FAMILIES).filter((id): id is keyof typeof ACROSS_FAMILIES => id in ACROSS_FAMILIES);
  const families = ids.map((family) => {
    const own = lists.filter(([of]) => of === family).map(([, list]) => list);
    const trials = own.reduce((sum, list) => sum + list.trials, 0);
    return resultOf(family, findings, trials, Math.max(0, ...own.map((list) => list.control())));
  });
  return { passed: families.every(({ verdict }) => verdict !== "leak"), families, findings };
}
