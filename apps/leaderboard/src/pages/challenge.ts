/** What is asked, how it is scored, under which limits: every number comes from `challenge.json`. */
import type { Request, Response } from "express";
import { formatCount, formatDuration, formatPercent, partName, partQuestion } from "@vigie/report";
import {
  analystBudget,
  challengeOn,
  HIDDEN_SPLITS,
  ownSetOf,
  PART_IDS,
  SPLITS,
  type ChallengeSpec,
  type Language,
} from "@vigie/spec";
import { challengeOf } from "../challenge-of.ts";
import type { PythonOffer } from "../options.ts";
import { languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { addressOf } from "./home.ts";

function limits({ limits: run, caps, attemptsPerDay }: ChallengeSpec, lang: Language): View[] {
  const count = (n: number): string => formatCount(lang, n);
  const mebibytes = (n: number): string => say(lang, "unit.mebibytes", { n: count(n) });
  const kibibytes = (n: number): string => say(lang, "unit.kibibytes", { n: count(n) });
  return [
    { name: say(lang, "challenge.attempts"), value: count(attemptsPerDay) },
    { name: say(lang, "challenge.cpu"), value: formatDuration(lang, run.cpuMs) },
    { name: say(lang, "challenge.wall"), value: formatDuration(lang, run.wallMs) },
    { name: say(lang, "challenge.memory"), value: mebibytes(run.memoryMiB) },
    { name: say(lang, "challenge.tmp"), value: mebibytes(run.tmpMiB) },
    { name: say(lang, "challenge.source"), value: mebibytes(run.sourceMiB) },
    { name: say(lang, "challenge.output"), value: mebibytes(run.outputMiB) },
    { name: say(lang, "challenge.log"), value: kibibytes(run.logKiB) },
    { name: say(lang, "challenge.line"), value: kibibytes(caps.lineBytes / 1024) },
    { name: say(lang, "challenge.findings"), value: count(caps.findingsPerAlert) },
    { name: say(lang, "challenge.evidence"), value: count(caps.evidencePerFinding) },
  ];
}

/** Python and its packages, those that are missing named too. */
function python(offer: PythonOffer | null, lang: Language): View {
  const name = say(lang, "challenge.python");
  if (offer === null) return { name, value: say(lang, "challenge.noPython") };
  const packages = offer.packages.map((each) =>
    each.version === null ? say(lang, "challenge.noPackage", { name: each.name }) : `${each.name} ${each.version}`,
  );
  return { name, value: [offer.version, ...packages].join(", ") };
}

function scoring(challenge: ChallengeSpec, lang: Language): View[] {
  const parts = PART_IDS.filter((part) => challenge.weights[part] > 0).map((part) => ({
    name: partName(lang, part),
    weight: formatPercent(lang, challenge.weights[part]),
    question: partQuestion(lang, part),
  }));
  const weight = say(lang, "challenge.harmWeight", { share: formatPercent(lang, challenge.harm.weight) });
  return [...parts, { name: partName(lang, "harm"), weight, question: partQuestion(lang, "harm") }];
}

function splits(challenge: ChallengeSpec, lang: Language): View[] {
  return SPLITS.map((split) => {
    const { accounts } = challenge.splits[split];
    return {
      name: say(lang, `split.${split}`),
      accounts: formatCount(lang, accounts),
      budget: formatCount(lang, analystBudget(challenge, accounts)),
      shown: say(lang, `challenge.${split}Shown`),
    };
  });
}

/** What there is to know of hidden splits that the organizer brought. */
function ownData(challenge: ChallengeSpec, lang: Language): string[] {
  return HIDDEN_SPLITS.flatMap((split) => {
    const own = ownSetOf(challenge, split);
    if (own === null) return [];
    const { weights } = challengeOn(challenge, split);
    const parts = PART_IDS.filter((part) => weights[part] > 0).map(
      (part) => `${partName(lang, part)} (${formatPercent(lang, weights[part])})`,
    );
    const about = { title: own.title[lang], version: own.version, inputs: own.inputsDigest.slice(0, 16) };
    return [
      say(lang, "challenge.ownData", { split: say(lang, `split.${split}`), ...about }),
      ...(own.imported ? [say(lang, "challenge.ownImported", { parts: parts.join(", ") })] : []),
    ];
  });
}

const EXAMPLE = [
  '{"account":17,"score":0.6,"role":"controller","findings":[{"indicator":"small-ad-payments","evidence":[4503599627]}]}',
  '{"end":1}',
];

export function showChallenge(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const challenge = await challengeOf(site, request);
    const title = challenge.title[lang];
    const offered = site.options.python ? [python(await site.options.python(), lang)] : [];
    await sendPage(site, request, response, {
      template: "challenge",
      title,
      here: "challenge",
      crumbs: [{ text: title }],
      view: {
        id: challenge.id,
        title,
        summary: challenge.summary[lang],
        parts: scoring(challenge, lang),
        harmHelp: say(lang, "challenge.harmHelp", { cap: formatPercent(lang, challenge.harm.cap) }),
        budgetHelp: say(lang, "challenge.budgetHelp", { share: formatPercent(lang, challenge.budgetShare, 1) }),
        splits: splits(challenge, lang),
        ownData: ownData(challenge, lang),
        limits: [...limits(challenge, lang), ...offered],
        address: addressOf(site, request),
        example: EXAMPLE,
      },
    });
  };
}
