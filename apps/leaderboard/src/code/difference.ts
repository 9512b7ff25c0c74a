/** Which lines changed between two submissions, file by file. */
import { structuredPatch, type StructuredPatchHunk } from "diff";
import { highlighted } from "./highlight.ts";
import type { Source } from "./sources.ts";

export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  /** Its number in the one before, and in the one after. */
  readonly before: number | null;
  readonly after: number | null;
  readonly html: string;
}

export interface FileDifference {
  readonly path: string;
  readonly kind: "changed" | "new" | "gone";
  readonly added: number;
  readonly removed: number;
  /** Runs of lines, each with what stands around it; null where there are no lines to show: a binary file, or too much. */
  readonly hunks: readonly (readonly DiffLine[])[] | null;
}

export interface Difference {
  readonly files: readonly FileDifference[];
  readonly unchanged: number;
  readonly added: number;
  readonly removed: number;
}

const CONTEXT = 3;
const DIFF_MS = 300;
const WHOLE_MS = 1500;
const MOST_EDITS = 4000;
const MOST_LINES = 3000;

function linesOfHunk({ oldStart, newStart, lines }: StructuredPatchHunk, html: (side: "before" | "after", n: number) => string) {
  let [before, after] = [oldStart, newStart];
  return lines.flatMap((line): DiffLine[] => {
    if (line.startsWith("-")) return [{ kind: "removed", before, after: null, html: html("before", before++) }];
    if (line.startsWith("+")) return [{ kind: "added", before: null, after, html: html("after", after++) }];
    if (line.startsWith(" ")) return [{ kind: "same", before: before++, after, html: html("after", after++) }];
    return [];
  });
}

function textOf(source: Source | undefined): string | null {
  return source === undefined ? "" : source.kind === "text" ? source.text : null;
}

function same(one: Source, other: Source): boolean {
  if (one.kind === "text") return other.kind === "text" && one.text === other.text;
  return other.kind !== "text" && one.digest === other.digest;
}

type Changes = Pick<FileDifference, "added" | "removed" | "hunks">;

const NOT_SHOWN: Changes = { added: 0, removed: 0, hunks: null };

function changesOf(path: string, before: string, after: string): Changes {
  const limits = { context: CONTEXT, timeout: DIFF_MS, maxEditLength: MOST_EDITS };
  const patch = structuredPatch(path, path, before, after, "", "", limits);
  if (patch === undefined) return NOT_SHOWN;
  const all = { before: highlighted(path, before), after: highlighted(path, after) };
  const hunks = patch.hunks.map((hunk) => linesOfHunk(hunk, (side, n) => all[side][n - 1] ?? ""));
  const count = (kind: DiffLine["kind"]): number => hunks.flat().filter((line) => line.kind === kind).length;
  return { added: count("added"), removed: count("removed"), hunks };
}

/** What changed from one submission's files to another's; of what nobody reads as text, only that it changed. */
export function differenceOf(before: readonly Source[], after: readonly Source[]): Difference {
  const started = performance.now();
  const [old, now] = [before, after].map((all) => new Map(all.map((source) => [source.path, source])));
  const files: FileDifference[] = [];
  let [unchanged, lines] = [0, 0];
  for (const path of [...new Set([...old.keys(), ...now.keys()])].toSorted()) {
    const [one, other] = [old.get(path), now.get(path)];
    if (one !== undefined && other !== undefined && same(one, other)) {
      unchanged += 1;
      continue;
    }
    const kind = one === undefined ? "new" : other === undefined ? "gone" : "changed";
    const [was, is] = [textOf(one), textOf(other)];
    const room = lines < MOST_LINES && performance.now() - started < WHOLE_MS;
    const changes = was === null || is === null || !room ? NOT_SHOWN : changesOf(path, was, is);
    lines += changes.hunks?.flat().length ?? 0;
    files.push({ path, kind, ...changes });
  }
  const sum = (side: "added" | "removed"): number => files.reduce((total, file) => total + file[side], 0);
  return { files, unchanged, added: sum("added"), removed: sum("removed") };
}
