/** How large the judge grows while it streams predictions: a hundred times as many must not take more. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { median, spread, type Figure } from "./measure.ts";

const FEW = 10_000;
const MANY = 1_000_000;
const ROUNDS = 3;
const MOST_TIMES = 1.5;

function residentMiB(lines: number): number {
  const file = join(import.meta.dirname, "judge-memory-process.ts");
  const text = execFileSync(process.execPath, ["--import", "tsx", file, String(lines)], { encoding: "utf8" });
  const told: unknown = JSON.parse(text);
  if (typeof told === "object" && told !== null && "residentMiB" in told && typeof told.residentMiB === "number")
    return told.residentMiB;
  throw new Error(`expected the size of a judge; found ${text.slice(0, 200)}`);
}

/** Medians of 3 processes each, turn by turn. */
export function judgeMemory(): Figure[] {
  const few: number[] = [];
  const many: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    few.push(residentMiB(FEW));
    many.push(residentMiB(MANY));
  }
  const ratios = many.map((size, round) => size / few[round]);
  const ratio = median(ratios);
  return [
    { what: "judge's memory, 10 k predictions", value: median(few), unit: "MiB", spread: spread(few), aim: null, met: null },
    {
      what: "1 M predictions / 10 k",
      value: ratio,
      unit: "×",
      spread: spread(ratios),
      aim: `≤ ${MOST_TIMES}`,
      met: ratio <= MOST_TIMES,
    },
  ];
}
