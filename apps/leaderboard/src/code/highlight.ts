/**
 * A stranger's source as HTML, line by line.
 *
 * Theory. What highlight.js answers is not believed to be HTML: it is read back into pieces of text with a class, and the
 * page is written from these pieces alone. So whatever stands in a source, a line holds escaped text in `span.hljs-*`,
 * and what cannot be read back, or takes too long, is plain text.
 */
import hljs from "highlight.js/lib/core";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import typescript from "highlight.js/lib/languages/typescript";
import yaml from "highlight.js/lib/languages/yaml";
import { escapeXml } from "@vigie/report";
import { linesOf } from "./sources.ts";
import { timeLimited } from "./time-limited.ts";

const LANGUAGES = { ini, javascript, json, python, typescript, yaml };
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);

const BY_ENDING: Readonly<Record<string, keyof typeof LANGUAGES>> = {
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  py: "python",
  json: "json",
  toml: "ini",
  ini: "ini",
  cfg: "ini",
  yml: "yaml",
  yaml: "yaml",
};

const MOST_CHARACTERS = 128 * 1024;
const LONGEST_LINE = 2000;
const LONGEST_MS = 400;
const PIECE = /<span class="([^"<>]*)">|<\/span>|([^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#x27;": "'" };

interface Piece {
  /** Of the innermost span; empty of plain text. */
  readonly name: string;
  readonly text: string;
}

function plainOf(escaped: string): string {
  return escaped.replace(/&(?:lt|gt|amp|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** The pieces of what highlight.js answered; null where it is anything but nested spans around text. */
function piecesOf(html: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  const open: string[] = [];
  let at = 0;
  for (const match of html.matchAll(PIECE)) {
    const [whole, name, text] = match;
    at += whole.length;
    if (text !== undefined) pieces.push({ name: open.at(-1) ?? "", text: plainOf(text) });
    else if (name !== undefined) open.push(/^hljs-[a-z_-]+/.exec(name)?.[0] ?? open.at(-1) ?? "");
    else if (open.pop() === undefined) return null;
  }
  return at === html.length ? pieces : null;
}

/** Lines longer than anybody reads are shown as they are, and cut. */
function plainLine(line: string): string {
  return escapeXml(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} …` : line);
}

function written({ name, text }: Piece): string {
  return name === "" ? escapeXml(text) : `<span class="${name}">${escapeXml(text)}</span>`;
}

function inLines(pieces: readonly Piece[]): string[] {
  const lines = [""];
  for (const { name, text } of pieces) {
    text.split("\n").forEach((part, i) => {
      if (i > 0) lines.push("");
      if (part !== "") lines[lines.length - 1] += written({ name, text: part });
    });
  }
  return lines;
}

/** A text's lines as HTML, coloured where its file's name says in which of a few languages it is written. */
export function highlighted(path: string, text: string): readonly string[] {
  const lines = linesOf(text);
  const language = BY_ENDING[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ""];
  const fit = text.length <= MOST_CHARACTERS && lines.every(({ length }) => length <= LONGEST_LINE);
  if (language === undefined || !fit) return lines.map(plainLine);
  const html = timeLimited(LONGEST_MS, () => hljs.highlight(text, { language, ignoreIllegals: true }).value);
  const pieces = html === null ? null : piecesOf(html);
  const same = pieces !== null && pieces.map((piece) => piece.text).join("") === text;
  return same ? inLines(pieces).slice(0, lines.length) : lines.map(plainLine);
}
