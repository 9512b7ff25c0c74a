/** Feeds malformed streams to the reader, and holds what it makes of each against the plain reader's word. */
import fc from "fast-check";
import { ROLES } from "@vigie/sdk";
import { FAULT_CODES, type FaultCode } from "@vigie/spec";
import { PredictionReader, type ReadOutcome } from "../src/prediction-reader.ts";
import { malformedStream, RULES, type Stream } from "./malformed-streams.ts";
import { readPlainly, type PlainAlert, type PlainOutcome } from "./plain-reader.ts";

/** Reads in chunks whose lengths go round `cuts`; a chunk of nothing is a chunk too. The buffer is overwritten after each, as a pipe's is. */
function readInPieces({ bytes, cuts }: Stream): ReadOutcome {
  const reader = new PredictionReader(RULES);
  let turn = 0;
  for (let at = 0; at < bytes.length; turn++) {
    const length = Math.max(cuts[turn % cuts.length], turn % cuts.length === 0 ? 1 : 0);
    const piece = bytes.slice(at, at + length);
    reader.push(piece);
    piece.fill(0x31);
    at += length;
  }
  return reader.end();
}

/** The reader's word in the plain reader's terms. */
function plainly(outcome: ReadOutcome): PlainOutcome {
  if (!outcome.ok) return { ok: false, line: outcome.fault.line ?? null };
  const { predictions } = outcome;
  const alerts = new Map<number, PlainAlert>();
  for (let own = 0; own < predictions.accountCount; own++) {
    if (predictions.alerted[own] !== 1) continue;
    const found = [...(predictions.findings.get(own) ?? [])].map(([id, rows]): [string, number[]] => [id, [...rows]]);
    const role = predictions.roles[own];
    alerts.set(own, {
      account: own,
      score: predictions.scores[own],
      role: role < 0 ? null : ROLES[role],
      findings: new Map(found),
    });
  }
  if (predictions.alertCount !== alerts.size) throw new Error(`${predictions.alertCount} alerts counted, ${alerts.size} there`);
  return { ok: true, alerts };
}

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

function refuseUnfitFault(outcome: ReadOutcome): void {
  if (outcome.ok) return;
  const { code, found = "", expected = "" } = outcome.fault;
  if (!FAULT_CODES.includes(code)) throw new Error(`an undeclared fault: ${code}`);
  if (found.length > 80 || expected.length > 80 || HIDDEN.test(found + expected)) throw new Error("a fault unfit to be shown");
}

export interface Tally {
  readonly streams: number;
  readonly accepted: number;
  readonly faults: ReadonlyMap<FaultCode, number>;
}

/** Feeds `streams` streams to the reader. Throws, with the smallest stream that fast-check finds, where its word differs from the plain reader's. */
export function feedStreams(streams: number, seed?: number): Tally {
  let [fed, accepted] = [0, 0];
  const faults = new Map<FaultCode, number>();
  fc.assert(
    fc.property(malformedStream, (stream) => {
      const outcome = readInPieces(stream);
      const [word, plain] = [plainly(outcome), readPlainly(stream.bytes, RULES)];
      refuseUnfitFault(outcome);
      if (!same(word, plain)) {
        const text = new TextDecoder().decode(stream.bytes);
        throw new Error(`${text}\nthe reader: ${shown(word)}\nplainly: ${shown(plain)}`);
      }
      fed++;
      if (outcome.ok) accepted++;
      else faults.set(outcome.fault.code, (faults.get(outcome.fault.code) ?? 0) + 1);
    }),
    { numRuns: streams, ...(seed === undefined ? {} : { seed }) },
  );
  return { streams: fed, accepted, faults };
}

function shown(word: PlainOutcome): string {
  if (!word.ok) return `line ${word.line ?? "none"}`;
  const alerts = [...word.alerts.values()].sort((a, b) => a.account - b.account);
  return JSON.stringify(
    alerts.map((alert) => ({ ...alert, minus: Object.is(alert.score, -0), findings: [...alert.findings].sort() })),
  );
}

function same(a: PlainOutcome, b: PlainOutcome): boolean {
  return shown(a) === shown(b);
}
