/** Holds one split against another: nothing that names a world may lead from one to the other, nor tell them apart. */
import type { Ledger } from "../leaks/chance/ledger.ts";
import { judgeFinding, resultOf, type AuditOptions, type LeakAudit } from "../leaks/audit.ts";
import { ACROSS_FAMILIES, CONFIDENCE } from "../leaks/families.ts";
import { attackApart } from "./apart.ts";
import { attackCarried } from "./carried.ts";
import type { NamedSet, Pair } from "./pair.ts";
import { reasonAcross } from "./reasons.ts";
import { attackRepeats } from "./repeats.ts";

/** One ledger a family, and two of what is carried: there and back. */
const LEDGERS = Object.keys(ACROSS_FAMILIES).length + 1;
const LEDGER_ERROR = (1 - CONFIDENCE) / LEDGERS;

/** Audits two splits against each other. Deterministic: its own randomness has a fixed seed. */
export function auditAcross(a: NamedSet, b: NamedSet, { onProgress }: AuditOptions = {}): LeakAudit {
  const pair: Pair = { a, b, ledgers: new Map() };
  const [there, back] = [new Map<string, Ledger>(), new Map<string, Ledger>()];
  const attacks: readonly (readonly [name: string, attack: () => void])[] = [
    ["repeats", () => attackRepeats(pair)],
    ["carried", () => attackCarried(a, b, there)],
    ["carried back", () => attackCarried(b, a, back)],
    ["apart", () => attackApart(pair)],
  ];
  attacks.forEach(([name, attack], i) => {
    attack();
    onProgress?.((i + 1) / attacks.length, name);
  });
  const ledgers = [...pair.ledgers, ...there, ...back];
  const findings = ledgers
    .flatMap(([, ledger]) => ledger.findings(LEDGER_ERROR))
    .map((finding) => judgeFinding(finding, reasonAcross));
  const ids = Object.keys(ACROSS_FAMILIES).filter((id): id is keyof typeof ACROSS_FAMILIES => id in ACROSS_FAMILIES);
  const families = ids.map((family) => {
    const own = ledgers.filter(([of]) => of === family).map(([, ledger]) => ledger);
    return resultOf(
      family,
      findings,
      own.reduce((sum, { trials }) => sum + trials, 0),
      Math.max(0, ...own.map((one) => one.control())),
    );
  });
  return { passed: families.every(({ verdict }) => verdict !== "leak"), families, findings };
}
