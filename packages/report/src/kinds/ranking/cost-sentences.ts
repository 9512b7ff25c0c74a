/** What a run costs lawful people, in sentences: the rule, the group that costs most with what sparing one would gain, the next. */
import type { GroupHarm } from "@vigie/spec/ranking";
import type { Language } from "@vigie/spec";
import { formatScore } from "../../format.ts";
import { gainOfOneSpared } from "./burden.ts";
import { harmSentence, type InWorld } from "./findings.ts";
import { say } from "./say.ts";

const MOST_GROUPS = 3;

/** Judged groups that would have been questioned, the one that costs most first. */
function costly(groups: readonly GroupHarm[]): GroupHarm[] {
  return groups.filter(({ judged, rate }) => judged && rate > 0).sort((a, b) => b.rate - a.rate || b.members - a.members);
}

/** None where no judged group costs anything. @param worth points of the run, and how many alerts analysts have time for. */
export function costSentences(
  lang: Language,
  groups: readonly GroupHarm[],
  of: InWorld,
  worth: { readonly points: number; readonly budget: number },
): string[] {
  const [first, ...others] = costly(groups);
  if (first === undefined) return [];
  const gain = gainOfOneSpared(groups, first.group, worth);
  const spared = say(lang, "harm.spared", { count: Math.round(gain * 10) / 10, gain: formatScore(lang, gain) });
  const most = say(lang, "harm.most", { harm: harmSentence(lang, first, of) });
  return [
    say(lang, "rules.harm"),
    gain < 0.05 ? most : `${most} ${spared}`,
    ...others.slice(0, MOST_GROUPS - 1).map((one) => say(lang, "harm.then", { harm: harmSentence(lang, one, of) })),
  ];
}
