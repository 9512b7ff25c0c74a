/** What a team sent, to be read by people: the files of its archive, as text where they are text. It is never run here. */
import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inert } from "@vigie/report";
import { readSubmission } from "@vigie/store/archive";

/** A file in words, or named only: `binary` is none that people read, `large` one that no page holds. */
export type Source =
  | { readonly kind: "text"; readonly path: string; readonly bytes: number; readonly text: string }
  | { readonly kind: "binary" | "large"; readonly path: string; readonly bytes: number; readonly digest: string };

const MOST_TEXT_BYTES = 256 * 1024;
const FORMATS = ["zip", "tar.gz"] as const;
const NUL = 0;

function textOf(content: Buffer): string | null {
  if (content.includes(NUL)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

/** @returns the file with its text made inert: what would act on a page or turn a line around is shown as its code. */
export function sourceOf(path: string, content: Buffer): Source {
  const named = { path: inert(path), bytes: content.length };
  const large = content.length > MOST_TEXT_BYTES;
  const text = large ? null : textOf(content);
  if (text === null) return { kind: large ? "large" : "binary", ...named, digest: hash("sha256", content) };
  return { kind: "text", ...named, text: inert(text).replaceAll("\r", "\\x0d") };
}

/** The bytes of a submission's archive as they were sent; null where they are not kept any more. */
export async function archiveIn(spoolDir: string, id: string): Promise<Buffer | null> {
  if (!/^[\w-]{1,64}$/.test(id)) return null;
  for (const format of FORMATS) {
    const bytes = await readFile(join(spoolDir, `${id}.${format}`)).catch(() => null);
    if (bytes !== null) return bytes;
  }
  return null;
}

/** The files of a submission by path; null where its archive is not there any more, or cannot be read. */
export async function sourcesOf(spoolDir: string, id: string): Promise<readonly Source[] | null> {
  const bytes = await archiveIn(spoolDir, id);
  const read = bytes === null ? null : await readSubmission(bytes);
  if (read?.kind !== "read") return null;
  const sources = read.files.map(({ path, content }) => sourceOf(path, content));
  return sources.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The lines of a text; one that ends with a line end has no empty line behind it. */
export function linesOf(text: string): string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
