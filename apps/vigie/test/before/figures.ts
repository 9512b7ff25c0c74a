/** Figures of judged examples: what must be the same to the last bit, whatever becomes of the code. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Type, type Static } from "@sinclair/typebox";
import { canonicalJson } from "@vigie/spec";
import { asBefore, reportAsBefore } from "./as-before.ts";
import { sha256 } from "./stored.ts";

const Score = Type.Object({
  points: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
  parts: Type.Record(Type.String(), Type.Number()),
  harm: Type.Number(),
});

export const Figure = Type.Object(
  {
    verdict: Type.String(),
    reason: Type.String(),
    fault: Type.Unknown(),
    score: Type.Union([Score, Type.Null()]),
    /** SHA-256 of the replicates as little-endian 64-bit floats, and the first of them to look at. */
    replicates: Type.Object({ count: Type.Integer(), sha256: Type.String(), first: Type.Array(Type.Number()) }),
    /** SHA-256 of the report's canonical JSON; null of what was not accepted. */
    report: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false },
);
export type Figure = Static<typeof Figure>;

export const Figures = Type.Object({
  /** SHA-256 of what is published of the dataset, by path. */
  published: Type.Record(Type.String(), Type.String()),
  /** By split. */
  sets: Type.Record(
    Type.String(),
    Type.Object({
      accounts: Type.Integer(),
      inputs: Type.String(),
      labels: Type.String(),
      examples: Type.Record(Type.String(), Figure),
    }),
  ),
});
export type Figures = Static<typeof Figures>;

/** What the figures read of a judgement on practice, in whatever form its score is. */
export interface Judged {
  readonly verdict: string;
  readonly reason: string;
  readonly score: unknown;
  readonly replicates: readonly number[];
  readonly practice: Readonly<Record<string, unknown>> | null;
}

function littleEndian(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, i) => view.setFloat64(8 * i, value, true));
  return new Uint8Array(view.buffer);
}

/** Score, details, every mistake and the log of an accepted run; what it used is of the machine. */
export function reportOf({ verdict, practice }: Judged): unknown {
  return verdict === "accepted" ? reportAsBefore({ ...practice, resources: null }) : null;
}

export function figureOf(judged: Judged): unknown {
  const { verdict, reason, score, replicates, practice } = judged;
  const report = reportOf(judged);
  return {
    verdict,
    // On a busy machine a program that never ends runs out of the wall's time first.
    reason: reason === "wall_time" ? "cpu_time" : reason,
    fault: practice?.["fault"] ?? null,
    score: asBefore(score),
    replicates: { count: replicates.length, sha256: sha256(littleEndian(replicates)), first: replicates.slice(0, 5) },
    report: report === null ? null : sha256(canonicalJson(report)),
  };
}

/** Of a page, what it says: its looks may change. */
function contentOf(file: string): Uint8Array | string {
  const bytes = readFileSync(file);
  return file.endsWith(".html") ? bytes.toString("utf8").replace(/<style>.*?<\/style>/gsu, "") : bytes;
}

/** SHA-256 of the checksums that a dataset's folder publishes, and of every file under `published/`, a page's styles apart. */
export function publishedIn(dataset: string): Record<string, string> {
  const names = ["checksums.json", ...readdirSync(join(dataset, "published")).map((name) => `published/${name}`)];
  return Object.fromEntries(names.sort().map((name) => [name, sha256(contentOf(join(dataset, name)))]));
}
