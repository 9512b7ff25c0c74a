/** The event that was stopped before there were several kinds of challenges: its folder, and all that it is asked. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { Type, type Static } from "@sinclair/typebox";
import { canonicalJson } from "@vigie/spec";
import { Home, type Running } from "../command-line.ts";
import { pageLines } from "./page-lines.ts";
import { stored } from "./stored.ts";

/** A home whose clock runs from a moment of the event's one day. */
export class HomeThen extends Home {
  readonly #now: string;

  constructor(now: string) {
    super();
    this.#now = now;
  }

  override environment(own: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    const clock = pathToFileURL(join(import.meta.dirname, "clock.mjs")).href;
    return super.environment({ NODE_OPTIONS: `--import=${clock}`, VIGIE_TEST_NOW: this.#now, ...own });
  }
}

/** Unpacks a stored archive over what lies in `folder`. */
export function unpack(name: string, folder: string): void {
  const input = brotliDecompressSync(readFileSync(stored(name)));
  execFileSync("tar", ["-x", "-m", "--no-same-owner", "-f", "-", "-C", folder], { input });
}

export const ROLES = ["guest", "team", "mentor", "organizer"] as const;
export type Role = (typeof ROLES)[number];

/** One answer: a page's lines, or those of JSON with sorted keys. */
const Answer = Type.Object(
  { status: Type.Integer(), type: Type.String(), lines: Type.Array(Type.String()) },
  { additionalProperties: false },
);
export type Answer = Static<typeof Answer>;
/** By who asked, and the path. */
export const Answers = Type.Record(Type.String(), Answer);

/** What is said now of what was told before: answers may have grown new keys, and nothing of the old ones may be gone or other. */
function asAsked(now: unknown, before: unknown): unknown {
  if (Array.isArray(now)) return now.map((each, i) => asAsked(each, Array.isArray(before) ? before[i] : null));
  if (typeof now !== "object" || now === null || typeof before !== "object" || before === null) return now;
  const known = Object.entries(now).filter(([key]) => Object.hasOwn(before, key));
  return Object.fromEntries(known.map(([key, each]) => [key, asAsked(each, Reflect.get(before, key))]));
}

/** What is signed stays as it was signed, whole. */
function jsonLines(path: string, text: string, before: readonly string[]): string[] {
  const value: unknown = JSON.parse(text);
  const said = path.includes("/receipts") ? value : asAsked(value, JSON.parse(before.join("\n")));
  return JSON.stringify(JSON.parse(canonicalJson(said)), null, 1).split("\n");
}

/** Python and its packages, as the challenge's page tells them, are this machine's. */
const PYTHON = /^3\.\d+\.\d+, .*$/;
async function answerTo(
  server: Running,
  path: string,
  headers: Readonly<Record<string, string>>,
  before: Answer,
): Promise<Answer> {
  const response = await fetch(server.url + path, { headers: { ...headers, connection: "close" }, redirect: "manual" });
  const type = (response.headers.get("content-type") ?? "").split(";")[0];
  const text = (await response.text()).replaceAll(server.url, "http://ADDRESS");
  const lines = type.endsWith("json")
    ? jsonLines(path, text, before.lines)
    : type === "text/html"
      ? pageLines(text)
      : text.split("\n");
  return { status: response.status, type, lines: lines.map((line) => line.replace(PYTHON, "PYTHON")) };
}

/** Asks again for what is stored of a role. */
export async function askAgain(
  server: Running,
  role: Role,
  before: Readonly<Record<string, Answer>>,
): Promise<Record<string, Answer>> {
  const headers = role === "guest" ? {} : await server.signedIn(role);
  const answers: Record<string, Answer> = {};
  for (const [path, then] of Object.entries(before)) answers[path] = await answerTo(server, path, headers, then);
  return answers;
}
