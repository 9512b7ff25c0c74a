/** `vigie status`: a team's submissions, newest first. */
import Table from "cli-table3";
import { Type } from "@sinclair/typebox";
import { formatScore, verdictName } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { Say } from "../say.ts";
import { ask, bearer, readCredentials } from "../server-client.ts";
import { SubmissionAnswer } from "./submit.ts";

export async function status(language: Language, say: Say): Promise<string> {
  const credentials = readCredentials(say);
  const answer = await ask(
    credentials.url,
    "/api/v1/me/submissions",
    { headers: bearer(credentials, language) },
    Type.Union([Type.Array(SubmissionAnswer), Type.Object({ submissions: Type.Array(SubmissionAnswer) })]),
    say,
  );
  const submissions = Array.isArray(answer) ? answer : answer.submissions;
  if (submissions.length === 0) return say("status.empty");
  const table = new Table({ head: [say("status.id"), say("status.public"), say("try.score")], style: { head: [], border: [] } });
  for (const { id, verdict, score, sealed } of submissions) {
    table.push([
      id,
      sealed === true ? say("status.sealed") : verdict === null ? "…" : verdictName(language, verdict),
      score === null ? "" : formatScore(language, score, 0),
    ]);
  }
  return table.toString();
}
