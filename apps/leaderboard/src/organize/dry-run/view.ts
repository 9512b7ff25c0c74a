/** The dry run on the console: before it, while it plays, and the board as it would be. */
import { formatCount, formatDateTime, formatDuration, formatPercent, formatScore, verdictName } from "@vigie/report";
import { VERDICTS, type Language } from "@vigie/spec";
import { dryRunPace, MOST_SPEED, playedThrough, type DryRunReport, type DryRunState } from "@vigie/spec/event";
import type { View } from "../../render.ts";
import { say } from "../../say.ts";
import type { Situation } from "../acts/deeds.ts";
import { shortWhen, whenWords } from "../when.ts";

interface About extends Pick<Situation, "event" | "state"> {
  readonly lang: Language;
  readonly dryRun: DryRunState | null;
}

/** What the checklist says of it: null where it was not played through with the calendar that holds now. */
export function dryRunDone({ lang, event, state, dryRun }: About): { readonly at: string | null; readonly fact: string } {
  const report = dryRun?.report ?? null;
  if (report === null || report.event !== event.id) return { at: null, fact: say(lang, "check.dry-runHelp") };
  const at = formatDateTime(lang, report.playedAt, event.timeZone);
  if (playedThrough(report, state.calendar)) return { at: report.playedAt, fact: at };
  return { at: null, fact: say(lang, "dryRun.otherCalendar", { at }) };
}

function reasonsOf(lang: Language, { answers }: DryRunReport): string {
  const refused = (["not-open", "quota", "locked", "other"] as const).filter((why) => answers[why] > 0);
  return refused.map((why) => say(lang, `dryRun.refused.${why}`, { n: formatCount(lang, answers[why]) })).join(", ");
}

/** An answer or a verdict; what a server of ours said otherwise stands as it is. */
function wordOf(lang: Language, word: string): string {
  const key = `dryRun.word.${word}`;
  const verdict = VERDICTS.find((one) => one === word);
  if (verdict !== undefined) return verdictName(lang, verdict);
  return say.knows(key) ? say(lang, key) : word;
}

function reportView(lang: Language, report: DryRunReport, zone: string): View {
  const { answers, verdicts, longestWaitSeconds, surprises, boards } = report;
  return {
    title: say(lang, "dryRun.played", { at: formatDateTime(lang, report.playedAt, zone) }),
    how: say(lang, "dryRun.how", {
      time: formatDuration(lang, report.seconds * 1000),
      speed: formatCount(lang, report.speed),
      attempts: formatCount(lang, report.attemptsPerDay),
    }),
    robots: report.robots === 0 ? null : say(lang, "dryRun.robots", { count: report.robots }),
    phases: report.phases.map(({ phase, at }) => ({
      name: say(lang, `dryRun.phase.${phase}`),
      when: shortWhen(lang, Date.parse(at), zone),
    })),
    facts: [
      say(lang, "dryRun.taken", { count: answers.taken }),
      ...(reasonsOf(lang, report) === "" ? [] : [say(lang, "dryRun.refused", { list: reasonsOf(lang, report) })]),
      ...verdicts.map(({ verdict, count }) =>
        say(lang, "dryRun.verdicts", { verdict: verdictName(lang, verdict), n: formatCount(lang, count) }),
      ),
      ...(report.unjudged === 0 ? [] : [say(lang, "dryRun.unjudged", { count: report.unjudged })]),
      ...(longestWaitSeconds === null
        ? []
        : [say(lang, "dryRun.wait", { time: formatDuration(lang, Math.ceil(longestWaitSeconds) * 1000) })]),
    ],
    right: surprises.length === 0,
    surprises: surprises.map(({ team, detector, expected, found }) =>
      say(lang, "dryRun.surprise", { team, detector, expected: wordOf(lang, expected), found: wordOf(lang, found) }),
    ),
    boards: boards.map(({ title, rows }) => ({
      title: title[lang],
      rows: rows.map(({ rank, team, score, verdict }) => ({
        rank,
        team,
        score: score === null ? null : formatScore(lang, score, 0),
        verdict: verdict === null ? say(lang, "dryRun.nothing") : verdictName(lang, verdict),
      })),
    })),
  };
}

/** Null where there is nothing to show: the event goes on, and none was played. */
export function dryRunView(about: About): View | null {
  const { lang, event, state, dryRun } = about;
  if (dryRun === null) return null;
  const { running, trouble, report } = dryRun;
  const isBefore = state.phase === "set-up";
  if (!isBefore && report === null) return null;
  const { seconds, speed } = dryRunPace(state.calendar, MOST_SPEED);
  return {
    before: isBefore,
    startable: isBefore && running === null,
    offer: say(lang, "dryRun.offer", { time: formatDuration(lang, seconds * 1000), speed: formatCount(lang, speed) }),
    running:
      running === null
        ? null
        : {
            share: Math.round(running.share * 100),
            words: say(lang, `dryRun.step.${running.step}`, {
              share: formatPercent(lang, running.share),
              at: whenWords(lang, Date.parse(running.at), event.timeZone),
              sent: formatCount(lang, running.sent),
              judged: formatCount(lang, running.judged),
            }),
          },
    trouble: trouble === null ? null : say(lang, `dryRun.trouble.${trouble}`),
    report: report === null ? null : reportView(lang, report, event.timeZone),
    other: report === null || playedThrough(report, state.calendar) ? null : dryRunDone(about).fact,
  };
}
