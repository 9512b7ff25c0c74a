/** `vigie submit`: packs a project's sources, sends them, and waits for the verdict. */
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Type, type Static } from "@sinclair/typebox";
import { formatScore, reasonSentence, verdictName } from "@vigie/report";
import { VerdictName, REASONS, type Language } from "@vigie/spec";
import { packFolder } from "@vigie/store/archive";
import { consent } from "../consent.ts";
import { askTerminal } from "../event/question.ts";
import { readProject, sourceFiles } from "../project.ts";
import { Patience } from "../patience.ts";
import type { Say } from "../say.ts";
import { sendArchive } from "../send-archive.ts";
import { ask, bearer, readCredentials, type Credentials } from "../server-client.ts";

export const SubmissionAnswer = Type.Object({
  id: Type.String(),
  state: Type.String(),
  verdict: Type.Union([VerdictName, Type.Null()]),
  score: Type.Union([Type.Number(), Type.Null()]),
  interval: Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()]),
  /** Judged, and told at the reveal only. */
  sealed: Type.Optional(Type.Boolean()),
});
export type SubmissionAnswer = Static<typeof SubmissionAnswer>;

/** A thousand teams wait at once: who has waited long looks less often. */
const FIRST_LOOK_MS = 1000;
const LONGEST_LOOK_MS = 8000;

export interface SubmitOptions {
  readonly wait: boolean;
  /** The team has read what is kept of it, and agrees. */
  readonly yes: boolean;
}

export async function submit(
  target: string,
  { wait, yes }: SubmitOptions,
  language: Language,
  say: Say,
  print: (line: string) => void,
): Promise<number> {
  const folder = resolve(target);
  const manifest = readProject(folder, say);
  const credentials = readCredentials(say);
  const archive = await packFolder(folder, sourceFiles(folder));
  const { challenge } = manifest;
  const agree = () => consent({ credentials, language, yes, question: askTerminal, print }, say);
  const sending = { credentials, language, challenge, archive, name: "submission.zip", consent: agree };
  const id = await sendArchive(sending, say, print);
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
  for (let waitMs = FIRST_LOOK_MS; ; waitMs = Math.min(LONGEST_LOOK_MS, waitMs * 1.4)) {
    const answer = await ask(
      credentials.url,
      `/api/v1/submissions/${id}`,
      { headers: bearer(credentials, language) },
      SubmissionAnswer,
      say,
      new Patience(say, print),
    );
    if (answer.sealed === true) {
      print(say("submit.sealed"));
      return 0;
    }
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
    await pause(waitMs * (0.8 + Math.random() * 0.4));
  }
}
