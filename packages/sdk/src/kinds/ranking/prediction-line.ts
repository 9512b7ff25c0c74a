/**
 * Predictions as text, one JSON object a line.
 *
 * A detector may have patched JSON or Array.prototype by the time this runs. Everything written here is a number or a
 * word of a closed list, so the line is put together by concatenation, which nothing can patch.
 */
import type { Alert } from "./alert.ts";

function findingText(finding: Alert["findings"][number]): string {
  let text = `{"indicator":"${finding.indicator}","evidence":[`;
  for (let i = 0; i < finding.evidence.length; i++) text += `${i > 0 ? "," : ""}${finding.evidence[i]}`;
  return `${text}]}`;
}

/** The line of one alert, with its line feed. */
export function predictionLine(account: number, alert: Alert): string {
  let text = `{"account":${account},"score":${alert.score === 0 ? 0 : alert.score}`;
  if (alert.role !== null) text += `,"role":"${alert.role}"`;
  if (alert.findings.length > 0) {
    text += ',"findings":[';
    for (let i = 0; i < alert.findings.length; i++) text += `${i > 0 ? "," : ""}${findingText(alert.findings[i])}`;
    text += "]";
  }
  return `${text}}\n`;
}
