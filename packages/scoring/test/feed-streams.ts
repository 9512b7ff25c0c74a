/** Feeds malformed streams to the reader, and holds what it makes of each against the plain reader's word. */
import fc from "fast-check";
import { FAULT_CODES, kindOf } from "@vigie/spec";
import type { Alerts } from "../src/kinds/ranking/alerts.ts";
import type { ReadOutcome } from "../src/output-stream.ts";
import { malformedStream, RULES, type Stream } from "./malformed-streams.ts";
import { readPlainly, type PlainAlert, type PlainOutcome } from "./plain-reader.ts";
import { openStream } from "./tiny-split.ts";

/** Everything that can be wrong with a line of a ranking. */
export const RANKING_FAULTS: readonly string[] = [...FAULT_CODES, ...kindOf({ kind: "ranking" }).faults];

/** Reads in chunks whose lengths go round `cuts`; a chunk of nothing is a chunk too. The buffer is overwritten after each, as a pipe's is. */
function readInPieces({ bytes, cuts }: Stream): { readonly outcome: ReadOutcome; readonly word: PlainOutcome } {
  const { stream, said } = openStream(RULES);
  let turn = 0;
  for (let at = 0; at < bytes.length; turn++) {
    const length = Math.max(cuts[turn % cuts.length], turn % cuts.length === 0 ? 1 : 0);
    const piece = bytes.slice(at, at + length);
    stream.push(piece);
    piece.fill(0x31);
    at += length;
  }
  const outcome = stream.end();
  return { outcome, word: outcome.ok ? plainly(said()) : { ok: false, line: outcome.fault.line ?? null } };
}

/** The reader's word in the plain reader's terms. */
function plainly({ count, alerted, scores, roleOf, findings }: Alerts): PlainOutcome {
  const alerts = new Map<number, PlainAlert>();
  for (let own = 0; own < alerted.length; own++) {
    if (alerted[own] !== 1) continue;
    const found = [...(findings.get(own) ?? [])].map(([id, rows]): [string, number[]] => [id, [...rows]]);
    alerts.set(own, { account: own, score: scores[own], role: roleOf(own), findings: new Map(found) });
  }
  if (count !== alerts.size) throw new Error(`${count} alerts counted, ${alerts.size} there`);
  return { ok: true, alerts };
}

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

function refuseUnfitFault(outcome: ReadOutcome): void {
  if (outcome.ok) return;
  const { code, found = "", expected = "" } = outcome.fault;
  if (!RANKING_FAULTS.includes(code)) throw new Error(`an undeclared fault: ${code}`);
  if (found.length > 80 || expected.length > 80 || HIDDEN.test(found + expected)) throw new Error("a fault unfit to be shown");
}

export interface Tally {
  readonly streams: number;
  readonly accepted: number;
  readonly faults: ReadonlyMap<string, number>;
}

/** Feeds `streams` streams to the reader. Throws, with the smallest stream that fast-check finds, where its word differs from the plain reader's. */
export function feedStreams(streams: number, seed?: number): Tally {
  let [fed, accepted] = [0, 0];
  const faults = new Map<string, number>();
  fc.assert(
    fc.property(malformedStream, (stream) => {
      const { outcome, word } = readInPieces(stream);
      const plain = readPlainly(stream.bytes, RULES);
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
