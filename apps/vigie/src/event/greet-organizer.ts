/** What `vigie start` tells the organizer of an event: the code, once, and what to do next. */
import type { Language } from "@vigie/spec";
import type { Say } from "../say.ts";
import { organizerCodeFile } from "./organizer-code.ts";

interface Greeting {
  readonly dataDir: string;
  readonly language: Language;
  /** Made just now, or null. */
  readonly code: string | null;
  readonly stands: boolean;
  readonly urls: readonly string[];
}

/** Line by line. */
export function greeting({ dataDir, language, code, stands, urls }: Greeting, say: Say): string[] {
  const file = organizerCodeFile(dataDir);
  const told =
    code === null ? [say(stands ? "host.codeLost" : "host.codeKept", { file })] : [say("host.code", { file }), `  ${code}`];
  const next = stands ? [] : [say("host.next"), ...urls.map((url) => `  ${new URL(`${language}/set-up`, url).href}`)];
  return [...told, ...next, say("host.again", { folder: dataDir })];
}
