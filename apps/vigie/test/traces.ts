/** What of a hidden run shows, or would show, in an answer. */
import type { PracticeReport } from "@vigie/spec";
import { QUIET } from "./hidden-event.ts";

export const CANARY = "CANARY-of-the-hidden-run";

/** What a judge that kept nothing to itself would hand over of the hidden run. */
export const LEAK: PracticeReport = {
  ...QUIET,
  mistakes: [
    {
      kind: "missed",
      subject: 987_654_321,
      rank: 1,
      score: 0.123_456_789,
      role: { named: null, planted: "exploited" },
      groups: [CANARY],
      indicators: [],
    },
  ],
  fault: { code: "unknown-indicator", line: 1, found: CANARY },
  log: `${CANARY}: label of 17 is 1`,
  resources: { wallMs: 987_654, cpuMs: 876_543, memoryPeakMiB: 765.4321, outputBytes: 7_654_321, logBytes: 6_543_217 },
};
/** All numbers in something that was parsed. */
export function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

/** A member of something that was parsed; undefined where it has none of this name. */
export function member(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Object.entries(of).find(([key]) => key === name)?.[1] : undefined;
}

/** The hidden values of an answer of the API. */
export function hiddenOf(answer: unknown) {
  const [parts, verdict] = [member(answer, "parts"), member(answer, "verdict")];
  return {
    points: numbersOf([member(answer, "score"), member(answer, "interval")]),
    parts: numbersOf(parts),
    harm: numbersOf(member(answer, "harm")),
    budget: member(parts, "budget"),
    verdict,
  };
}

/** Whether each value is one of 0, step, 2 · step, … most. */
export function onGrid(values: readonly number[], step: number, most: number): boolean {
  return values.every((value) => value >= 0 && value <= most && Math.abs(value / step - Math.round(value / step)) < 1e-9);
}

/** Digits by which an unrounded number would be known; null for one that is as short as what is shown. */
export function fingerprint(value: number): string | null {
  const digits = String(Math.abs(value));
  return digits.includes("e") || digits.length < 9 ? null : digits.slice(0, 9);
}

/** The forms in which a secret's bytes might be written. */
export function encodings(secret: Uint8Array): string[] {
  const bytes = Buffer.from(secret);
  return [bytes.toString("hex"), bytes.toString("base64").replace(/=+$/, ""), bytes.toString("base64url"), bytes.join(",")];
}

/** A page without these names and the moment. */
export function withoutNames(page: string, names: readonly string[]): string {
  return (
    names
      .reduce((text, name) => text.replaceAll(name, "NAME"), page)
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
      .replace(/data-team="[^"]*"/g, 'data-team="NAME"')
      .replace(/data-now="\d+"/g, 'data-now="TIME"')
      // in French the full hour is written without minutes: "17 h"
      .replace(/\b\d{1,2}(:\d\d|\sh(\s\d\d)?)\b/g, "CLOCK")
  );
}
