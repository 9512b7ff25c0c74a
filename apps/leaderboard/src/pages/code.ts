/** What a team sent, file by file, to be read: by the team, by mentors and organizers (each look is written down). */
import type { Request, Response } from "express";
import { formatCount } from "@vigie/report";
import type { Language } from "@vigie/spec";
import { highlighted } from "../code/highlight.ts";
import { sourcesOf, type Source } from "../code/sources.ts";
import { viewerOf } from "../http/visitor.ts";
import { lookedAt } from "../looked-at.ts";
import { languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";
import { looksIn, type SeenSubmission } from "../visibility.ts";

const MOST_LINES = 4000;
const MOST_FILES = 400;

function sizeOf(bytes: number, lang: Language): string {
  return say(lang, "unit.kibibytes", { n: formatCount(lang, Math.max(1, Math.ceil(bytes / 1024))) });
}

/** What the manifest calls the program's entry; else the first file that is text. */
function firstOf(sources: readonly Source[]): Source | undefined {
  const manifest = sources.find(({ path }) => path === "vigie.json");
  const entry = manifest?.kind === "text" ? /"entry"\s*:\s*"([^"]+)"/.exec(manifest.text)?.[1] : undefined;
  const texts = sources.filter(({ kind }) => kind === "text");
  return texts.find(({ path }) => path === entry) ?? texts.find(({ path }) => path !== "vigie.json") ?? texts[0];
}

function fileView(source: Source | undefined, lang: Language): View | null {
  if (source === undefined) return null;
  if (source.kind !== "text") return { path: source.path, why: say(lang, `code.${source.kind}`), lines: null };
  const lines = highlighted(source.path, source.text);
  return {
    path: source.path,
    why: lines.length > MOST_LINES ? say(lang, "code.cut", { count: MOST_LINES }) : null,
    lines: lines.slice(0, MOST_LINES).map((html, i) => ({ number: i + 1, html })),
  };
}

function filesView(sources: readonly Source[], shown: Source | undefined, address: string, lang: Language): View[] {
  return sources.slice(0, MOST_FILES).map((source) => ({
    path: source.path,
    href: source.kind === "text" ? `${address}?file=${encodeURIComponent(source.path)}` : null,
    current: source === shown,
    size: sizeOf(source.bytes, lang),
    kind: source.kind === "text" ? null : say(lang, `code.${source.kind}Short`),
  }));
}

function crumbsOf(guest: boolean, shown: SeenSubmission, lang: Language) {
  const list = guest ? "teams" : "runs";
  return [
    { text: say(lang, `nav.${list}`), href: `/${lang}/${list}?challenge=${shown.challenge}` },
    { text: say(lang, "runs.attempt", { attempt: shown.attempt }), href: `/${lang}/submissions/${shown.id}` },
    { text: say(lang, "code.crumb") },
  ];
}

export function showCode(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const viewer = viewerOf(request);
    const { shown, challenge } = await lookedAt(site, request, viewer, "view-code");
    const sources = await sourcesOf(site.store.spoolDir, shown.id);
    const wished = request.query["file"];
    const file = sources === null ? undefined : (sources.find(({ path }) => path === wished) ?? firstOf(sources));
    const guest = looksIn(viewer, shown.team.id);
    const address = `/${lang}/submissions/${shown.id}/code`;
    const title = say(lang, "code.title", { attempt: shown.attempt, team: shown.team.name });
    await sendPage(site, request, response, {
      template: "code",
      title: file === undefined ? title : `${file.path}, ${title}`,
      here: guest ? "teams" : "runs",
      about: challenge.id,
      crumbs: crumbsOf(guest, shown, lang),
      query: file === undefined || wished === undefined ? "" : `?file=${encodeURIComponent(file.path)}`,
      view: {
        title,
        team: guest ? say(lang, "run.guest", { team: shown.team.name }) : null,
        lead: sources === null ? say(lang, "code.gone") : say(lang, "code.lead", { count: sources.length }),
        file: fileView(file, lang),
        files: sources === null ? [] : filesView(sources, file, address, lang),
        compare: `/${lang}/submissions/${shown.id}/compare`,
      },
    });
  };
}
