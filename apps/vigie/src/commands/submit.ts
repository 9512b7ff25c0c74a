/** `vigie submit`: packs a project's sources, sends them, and waits for the verdict. */
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Type, type Static } from "@sinclair/typebox";
import { formatScore, reasonSentence, verdictName } from "@vigie/report";
import { VerdictName, REASONS, type Language } from "@vigie/spec";
import { packFolder } from "@vigie/store/archive";
import { readProject, sourceFiles } from "../project.ts";
import type { Say } from "../say.ts";
import { ask, readCredentials, type Credentials } from "../server-client.ts";

export const SubmissionAnswer = Type.Object({
  id: Type.String(),
  state: Type.String(),
  verdict: Type.Union([VerdictName, Type.Null()]),
  score: Type.Union([Type.Number(), Type.Null()]),
  interval: Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()]),
});
export type SubmissionAnswer = Static<typeof SubmissionAnswer>;

export function bearer({ token }: Credentials, language: Language): Record<string, string> {
  return { authorization: `Bearer ${token}`, "accept-language": language };
}

export async function submit(
  target: string,
  wait: boolean,
  language: Language,
  say: Say,
  print: (line: string) => void,
): Promise<number> {
  const folder = resolve(target);
  const manifest = readProject(folder, say);
  const credentials = readCredentials(say);
  const archive = await packFolder(folder, sourceFiles(folder));
  const form = new FormData();
  form.append("archive", new Blob([new Uint8Array(archive)]), "submission.tar.gz");
  const { id } = await ask(
    credentials.url,
    `/api/v1/challenges/${manifest.challenge}/submissions`,
    { method: "POST", headers: bearer(credentials, language), body: form },
    Type.Object({ id: Type.String() }),
    say,
  );
  const url = new URL(`/${language}/submissions/${id}`, credentials.url).href;
  print(say("submit.sent", { id, size: Math.ceil(archive.length / 1000), url }));
  return wait ? await follow(id, credentials, language, say, print) : 0;
}

async function follow(
  id: string,
  credentials: Credentials,
  language: Language,
  say: Say,
  print: (line: string) => void,
): Promise<number> {
  print(say("submit.waiting"));
  for (;;) {
    const answer = await ask(
      credentials.url,
      `/api/v1/submissions/${id}`,
      { headers: bearer(credentials, language) },
      SubmissionAnswer,
      say,
    );
    if (answer.verdict !== null && answer.state === "judged") {
      print(verdictName(language, answer.verdict));
      if (answer.verdict !== "accepted") {
        const reason = REASONS.find((known) => known === answer.verdict);
        if (reason !== undefined) print(reasonSentence(language, reason));
        return 1;
      }
      if (answer.score !== null && answer.interval !== null) {
        const [score, low, high] = [answer.score, ...answer.interval].map((value) => formatScore(language, value, 0));
        print(say("submit.public", { score, low, high }));
      }
      return 0;
    }
    await pause(1500);
  }
}
