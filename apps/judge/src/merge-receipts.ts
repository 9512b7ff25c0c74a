/**
 * Verdicts of several sites, put together by their receipts.
 *
 * Theory. Sites that share an event's secret judge the same splits; which site judged a submission is then of no account.
 * That it was so is read off the receipts: each bears the signature of a site that the organizer knows, and all of one
 * challenge and split agree in everything that shapes a verdict (event, versions, digests of inputs and labels, generator,
 * judge, limits). Machines and runtimes may differ. An event that went on under a newer Vigie has receipts of two forms,
 * made by different generators and judges: those must be the same among receipts of one form, and everything else among all.
 *
 * Invariants. Merging is a union of sets: in whatever order and however often, the same files give the same bytes. A file in
 * which anything is wrong is refused whole.
 */
import { canonicalJson, scoreOf, type AnyReceipt, type Receipt } from "@vigie/spec";
import { signatureHolds } from "./event-key.ts";
import type { ReceiptFile, SiteRun } from "./receipt-file.ts";
import { comparableScore } from "./receipt-scores.ts";

type Field = keyof Receipt;
/** What must be equal in all receipts of a challenge and split. */
const SHARED = [
  "event",
  "challenge",
  "dataset",
  "inputsDigest",
  "labelsCommitment",
  "limits",
] as const satisfies readonly Field[];
/** What must be equal in all of one form. */
const SHARED_BY_FORM = ["generator", "judge", "kind", "world"] as const satisfies readonly Field[];

/** Where it differs, and from what: of `other-version` and `conflict`. */
interface Difference {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

export interface MergeProblem extends Difference {
  readonly code: "bad-signature" | "unknown-key" | "other-version" | "conflict";
  readonly file: string;
  readonly submission: string;
  readonly split: string;
}

export interface NamedFile {
  readonly name: string;
  readonly content: ReceiptFile;
}

export type Merged =
  | { readonly kind: "merged"; readonly content: ReceiptFile; readonly doubled: number }
  | { readonly kind: "refused"; readonly problems: readonly MergeProblem[] };

const NOWHERE: Difference = { field: "", expected: "", found: "" };

function problem(code: MergeProblem["code"], file: string, { signed }: SiteRun, where = NOWHERE): MergeProblem {
  const { submission, split } = signed.receipt;
  return { code, file, submission: submission.id, split, ...where };
}

function signatureProblem(file: string, run: SiteRun, keys: ReadonlySet<string>): MergeProblem | null {
  if (!keys.has(run.signed.publicKey))
    return problem("unknown-key", file, run, { ...NOWHERE, field: "publicKey", found: run.signed.publicKey });
  return signatureHolds(run.signed) ? null : problem("bad-signature", file, run);
}

type Facts = Readonly<Record<string, unknown>>;

function firstDifference(a: Facts, b: Facts, fields: readonly string[]): Difference | null {
  for (const field of fields) {
    const [expected, found] = [canonicalJson(a[field] ?? null), canonicalJson(b[field] ?? null)];
    if (expected !== found) return { field, expected, found };
  }
  return null;
}

/** What two sites must say alike of one run. @param other what the other site's receipt says. */
function said({ team, baseline, attempt, receivedAt, signed: { receipt } }: SiteRun, other: AnyReceipt) {
  const { submission, verdict } = receipt;
  const score = comparableScore(receipt, scoreOf(other));
  return { team, baseline, attempt, receivedAt, digest: submission.digest, verdict, score };
}
const SAID = ["digest", "verdict", "score", "team", "baseline", "attempt", "receivedAt"];

const runKey = ({ signed }: SiteRun): string => `${signed.receipt.submission.id}\n${signed.receipt.split}`;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the first receipts of each challenge and split say, which all that follow must say too. */
class SharedFacts {
  readonly #first = new Map<string, AnyReceipt>();

  #against(place: string, receipt: AnyReceipt, fields: readonly string[]) {
    const first = this.#first.get(place) ?? receipt;
    this.#first.set(place, first);
    return firstDifference(first, receipt, fields);
  }

  difference(receipt: AnyReceipt) {
    const place = `${receipt.challenge.id}\n${receipt.split}`;
    return this.#against(place, receipt, SHARED) ?? this.#against(`${place}\n${receipt.receipt}`, receipt, SHARED_BY_FORM);
  }
}

/** Puts files together. @param keys the sites' published keys, in base64: no other is trusted. Changes nothing that it is given. */
export function mergeReceipts(files: readonly NamedFile[], keys: ReadonlySet<string>): Merged {
  const problems: MergeProblem[] = [];
  const runs = new Map<string, SiteRun>();
  const shared = new SharedFacts();
  let doubled = 0;
  for (const { name, content } of files) {
    for (const run of content.runs) {
      const { receipt } = run.signed;
      const unsigned = signatureProblem(name, run, keys);
      if (unsigned !== null) {
        problems.push(unsigned);
        continue;
      }
      const other = shared.difference(receipt);
      if (other !== null) problems.push(problem("other-version", name, run, other));
      const known = runs.get(runKey(run));
      const clash = known && firstDifference(said(known, receipt), said(run, known.signed.receipt), SAID);
      if (clash) problems.push(problem("conflict", name, run, clash));
      if (known !== undefined) doubled++;
      // Two sites may have judged one run on their own machines: the same one is kept, whichever file came first.
      if (known === undefined || byText(canonicalJson(run), canonicalJson(known)) < 0) runs.set(runKey(run), run);
    }
  }
  if (problems.length > 0) return { kind: "refused", problems };
  const sorted = [...runs.entries()].sort(([a], [b]) => byText(a, b)).map(([, run]) => run);
  return { kind: "merged", content: { receipts: 1, runs: sorted }, doubled };
}
