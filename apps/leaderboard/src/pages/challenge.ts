/** What is asked, how it is scored, under which limits: every number comes from `challenge.json`. */
import type { Request, Response } from "express";
import { formatCount, formatDuration, formatPercent, partName, partQuestion } from "@vigie/report";
import { PART_IDS, type ChallengeSpec, type Language } from "@vigie/spec";
import { challengeOf } from "../challenge-of.ts";
import { languageOf, sendPage, type Site } from "../page.ts";
import { say } from "../say.ts";

function limits(challenge: ChallengeSpec, lang: Language): { name: string; value: string }[] {
  const { limits: run, splits } = challenge;
  const mib = (size: number): string => `${formatCount(lang, size)} ${lang === "fr" ? "Mio" : "MiB"}`;
  return [
    {
      name: say(lang, "challenge.budget"),
      value: say(lang, "challenge.budgetValue", { share: formatPercent(lang, challenge.budgetShare) }),
    },
    { name: say(lang, "challenge.attempts"), value: formatCount(lang, challenge.attemptsPerDay) },
    { name: say(lang, "challenge.cpu"), value: formatDuration(lang, run.cpuMs) },
    { name: say(lang, "challenge.wall"), value: formatDuration(lang, run.wallMs) },
    { name: say(lang, "challenge.memory"), value: mib(run.memoryMiB) },
    { name: say(lang, "challenge.source"), value: mib(run.sourceMiB) },
    { name: say(lang, "challenge.output"), value: mib(run.outputMiB) },
    {
      name: say(lang, "challenge.accounts"),
      value: [splits.practice, splits.public, splits.final].map(({ accounts }) => formatCount(lang, accounts)).join("; "),
    },
  ];
}

export function showChallenge(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const challenge = await challengeOf(site, request);
    const parts = PART_IDS.filter((part) => challenge.weights[part] > 0).map((part) => ({
      name: partName(lang, part),
      weight: formatPercent(lang, challenge.weights[part]),
      question: partQuestion(lang, part),
    }));
    const harm = {
      name: partName(lang, "harm"),
      weight: say(lang, "challenge.harmWeight", { share: formatPercent(lang, challenge.harm.weight) }),
      question: partQuestion(lang, "harm"),
    };
    await sendPage(site, request, response, {
      template: "challenge",
      title: challenge.title[lang],
      here: "challenge",
      view: {
        id: challenge.id,
        title: challenge.title[lang],
        summary: challenge.summary[lang],
        parts: [...parts, harm],
        limits: limits(challenge, lang),
        commands: ["npx --no-install vigie submit ../my-team"],
        example:
          '{"account":17,"score":0.6,"role":"controller","findings":[{"indicator":"small-ad-payments","evidence":[4503599627]}]}\n{"end":1}',
      },
    });
  };
}
