/** What is asked, how it is scored, under which limits: every number comes from `challenge.json`. */
import type { Request, Response } from "express";
import { capital, formatCount, formatDuration, formatPercent, kindReport, listed, penaltyNoun } from "@vigie/report";
import {
  challengeOn,
  HIDDEN_SPLITS,
  measureOf,
  ownSetOf,
  questionOf,
  SPLITS,
  subjectsIn,
  worldOf,
  type ChallengeSpec,
  type Language,
  type Penalty,
} from "@vigie/spec";
import { publicChallenge } from "../challenge-of.ts";
import { commandsFor } from "../commands.ts";
import type { PythonOffer } from "../options.ts";
import { languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";

function limits(challenge: ChallengeSpec, lang: Language): View[] {
  const { limits: run, caps, attemptsPerDay } = challenge;
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
    ...kindReport(challenge).rules(challenge, lang).limits,
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

/** The most that a penalty takes, where its parameters say so. */
function mostTaken(penalty: Penalty & { readonly weight?: unknown }, lang: Language): string {
  const { weight } = penalty;
  return typeof weight === "number" ? say(lang, "challenge.upTo", { share: formatPercent(lang, weight) }) : "";
}

function scoring(challenge: ChallengeSpec, lang: Language): View[] {
  const row = (measure: string, weight: string): View => {
    const { name } = measureOf(challenge, measure);
    return { name: name[lang], question: questionOf(challenge, measure)[lang], weight };
  };
  const parts = challenge.parts.filter(({ weight }) => weight > 0);
  return [
    ...parts.map(({ measure, weight }) => row(measure, formatPercent(lang, weight))),
    ...challenge.penalties.map((penalty) => row(penalty.measure, mostTaken(penalty, lang))),
  ];
}

/** "Each part is 0 for chance …", and what penalties do to the sum of them. */
function scaleWords(challenge: ChallengeSpec, lang: Language): string {
  const nouns = challenge.penalties.map(({ measure }) => penaltyNoun(lang, challenge, measure));
  const parts = say(lang, "challenge.scoreHelp");
  if (nouns.length === 0) return parts;
  const penalties = capital(listed(lang, nouns, "conjunction"));
  return `${parts} ${say(lang, "challenge.penaltyHelp", { count: nouns.length, penalties })}`;
}

function splits(challenge: ChallengeSpec, lang: Language): View[] {
  return SPLITS.map((split) => ({
    name: say(lang, `split.${split}`),
    size: formatCount(lang, subjectsIn(challenge, split)),
    shown: say(lang, `challenge.${split}Shown`),
  }));
}

/** What there is to know of hidden splits that the organizer brought. */
function ownData(challenge: ChallengeSpec, lang: Language): string[] {
  return HIDDEN_SPLITS.flatMap((split) => {
    const own = ownSetOf(challenge, split);
    if (own === null) return [];
    const about = { title: own.title[lang], version: own.version, inputs: own.inputsDigest.slice(0, 16) };
    const brought = say(lang, "challenge.ownData", { split: say(lang, `split.${split}`), ...about });
    if (!own.imported) return [brought];
    const parts = challengeOn(challenge, split)
      .parts.filter(({ weight }) => weight > 0)
      .map(({ measure, weight }) => `${measureOf(challenge, measure).name[lang]} (${formatPercent(lang, weight)})`);
    return [brought, kindReport(challenge).rules(challenge, lang).imported(parts.join(", "))];
  });
}

export function showChallenge(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const challenge = await publicChallenge(site, request.params["id"]);
    const { id } = challenge;
    const title = challenge.title[lang];
    const rules = kindReport(challenge).rules(challenge, lang);
    const offered = site.options.python ? [python(await site.options.python(), lang)] : [];
    await sendPage(site, request, response, {
      template: "challenge",
      title,
      here: "challenge",
      about: id,
      sibling: (other) => `/challenges/${other}`,
      crumbs: [{ text: title }],
      view: {
        id,
        title,
        summary: challenge.summary[lang],
        scale: scaleWords(challenge, lang),
        parts: scoring(challenge, lang),
        rules,
        subjects: capital(worldOf(challenge).subject.many[lang]),
        splits: splits(challenge, lang),
        ownData: ownData(challenge, lang),
        limits: [...limits(challenge, lang), ...offered],
        signs: worldOf(challenge).indicators.length > 0,
        ...(await commandsFor(site, request, challenge)),
      },
    });
  };
}
