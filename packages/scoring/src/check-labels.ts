/** Refuses labels on which the metrics are not defined: our own failure, never a team's. */
import { SpecError, type Labels } from "@vigie/spec";

function refuse(pointer: string, expected: string, found: string): never {
  throw new SpecError("unscorable-labels", [{ file: "labels", pointer, expected, found }]);
}

/**
 * @param k the analyst budget.
 * @throws SpecError `unscorable-labels` unless 0 < P < n, k < n, positives ascend with something planted on each, and every
 * account has a unit.
 */
export function checkLabels(labels: Labels, k: number): void {
  const n = labels.accountCount;
  const { positives, units } = labels;
  if (positives.length === 0 || positives.length >= n) {
    refuse("/positives", `more than 0 and fewer than ${n} positives`, String(positives.length));
  }
  if (k >= n) refuse("", `a budget below the ${n} accounts`, String(k));
  let last = -1;
  for (const { account, planted } of positives) {
    if (!(account > last && account < n)) refuse("/positives", `an account above ${last} and below ${n}`, String(account));
    if (planted.size === 0) refuse(`/positives/${account}`, "at least one planted indicator", "none");
    last = account;
  }
  if (units.ofAccount.length !== n) refuse("/units", `a unit for each of ${n} accounts`, String(units.ofAccount.length));
  const unitCount = units.stratumOfUnit.length;
  const stray = units.ofAccount.find((unit) => unit < 0 || unit >= unitCount);
  if (stray !== undefined) refuse("/units", `a unit from 0 to ${unitCount - 1}`, String(stray));
}
