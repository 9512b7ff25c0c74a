/** The ways through an event: its navigation, and the tabs from one challenge to another. */
import { worldOf, type ChallengeSpec, type Language } from "@vigie/spec";
import type { Viewer } from "@vigie/store";
import type { PageContent, Tab } from "./page-content.ts";
import type { View } from "./render.ts";
import { say } from "./say.ts";

export interface Whereabouts {
  readonly lang: Language;
  readonly challenges: readonly ChallengeSpec[];
  readonly viewer: Viewer | null;
}

/** The challenge that a page's navigation leads to: the event's only one, else the one that the page is about. */
function atHand({ challenges }: Whereabouts, { about }: PageContent): ChallengeSpec | undefined {
  return challenges.length === 1 ? challenges[0] : challenges.find(({ id }) => id === about);
}

/** Where an event has several challenges and the page is about none, the list of them stands for all their pages. */
export function navigation(where: Whereabouts, page: PageContent): View[] {
  const { lang, challenges, viewer } = where;
  const challenge = atHand(where, page);
  const pages = challenge === undefined ? null : `/${lang}/challenges/${challenge.id}`;
  const wish = pages === null || challenges.length === 1 ? "" : `?challenge=${challenge?.id}`;
  const host = viewer?.role === "mentor" || viewer?.role === "organizer";
  const signs = challenge !== undefined && worldOf(challenge).indicators.length > 0;
  const runs = viewer?.role === "organizer";
  const entries = [
    { id: "console", href: `/${lang}/organize`, show: runs },
    { id: "timeline", href: `/${lang}/organize/timeline`, show: runs },
    { id: "organize-teams", href: `/${lang}/organize/teams`, show: runs },
    { id: "home", href: `/${lang}`, show: !runs },
    { id: "challenges", href: `/${lang}#challenges`, show: pages === null && challenges.length > 0 },
    { id: "challenge", href: pages, show: pages !== null && !runs },
    { id: "board", href: `${pages}/leaderboard`, show: pages !== null },
    { id: "audit", href: `/${lang}/organize/audit`, show: runs },
    { id: "runs", href: `/${lang}/runs${wish}`, show: viewer?.role === "participant" },
    { id: "teams", href: `/${lang}/teams${wish}`, show: host && !runs },
    { id: "indicators", href: `${pages}/indicators`, show: signs && !runs },
  ] as const;
  return entries
    .filter(({ show }) => show)
    .map(({ id, href }) => ({
      href,
      text: say(lang, `nav.${id}`),
      current: id === page.here || (id === "organize-teams" && page.here === "teams"),
    }));
}

/** The page's own tabs, then the same page of each challenge; null where there is one alone, or nothing of either. */
export function challengeTabs({ lang, challenges }: Whereabouts, { about, sibling, tabs = [] }: PageContent): Tab[] | null {
  if (challenges.length < 2 || (sibling === undefined && tabs.length === 0)) return null;
  const siblings = sibling === undefined ? [] : challenges;
  return [...tabs, ...siblings.map(({ id, title }) => ({ path: sibling?.(id) ?? "", text: title[lang], current: id === about }))];
}
