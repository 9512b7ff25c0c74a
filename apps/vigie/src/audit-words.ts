/** Words that the audit's table in the terminal and its published page share. */
import type { JudgedFinding } from "@vigie/audit";
import type { Say } from "./say.ts";

/** Whom a finding tells on: ring accounts, those of a role or a typology, planted rows, or two splits. */
export function targetWords({ target }: JudgedFinding, say: Say): string {
  const names = {
    ring: say("audit.ofRing"),
    role: say("audit.ofRole", { name: target.name }),
    typology: say("audit.ofTypology", { name: target.name }),
    planted: say("audit.ofPlanted"),
    splits: say("audit.ofSplits"),
  };
  return names[target.kind];
}
