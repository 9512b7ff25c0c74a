/** The score's properties as tables, for the terminal and for a decision record. */
import { aligned, markdown } from "../tables.ts";
import { DETECTOR_HEAD, type Summary } from "./summary.ts";

interface About {
  readonly worlds: number;
  readonly accounts: number;
  readonly resamples: number;
  readonly train: number;
  readonly markdown: boolean;
}

export function printSummary({ detectors, lines }: Summary, about: About): void {
  const verdict = (met: boolean | null): string => (met === null ? "" : met ? "met" : "MISSED");
  const table = about.markdown ? markdown : aligned;
  console.log(
    [
      `score: ${about.worlds} fresh worlds of ${about.accounts} accounts, ${about.resamples} resamples, trees fitted on ${about.train} others`,
      table([DETECTOR_HEAD, ...detectors.map(({ name, cells }) => [name, ...cells])]),
      table([["property", "measured", "aim", ""], ...lines.map(({ what, value, aim, met }) => [what, value, aim, verdict(met)])]),
    ].join("\n\n"),
  );
}
