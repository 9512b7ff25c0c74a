/** The data dictionary of a challenge: its tables as its world declares them. */
import type { Request, Response } from "express";
import { capital } from "@vigie/report";
import { meaningOf, tablesOf, type Column, type Language } from "@vigie/spec";
import { publicChallenge } from "../challenge-of.ts";
import { languageOf, sendPage, type Site } from "../page.ts";
import type { View } from "../render.ts";
import { say } from "../say.ts";

/** What the values of a column stand for; of words that stand for themselves alone, the words. */
function valuesOf({ words, meanings }: Column, lang: Language): View {
  const told = Object.entries(meanings ?? {}).map(([value, meaning]) => ({ value, meaning: meaning[lang] }));
  const bare = (words ?? []).filter((word) => meanings === undefined || !Object.hasOwn(meanings, word));
  const title = told.length === 0 ? null : say(lang, "data.values", { count: told.length });
  return { words: bare, title, values: told };
}

function columnView(column: Column, lang: Language): View {
  const { name, type, nullable } = column;
  return { name, type, nullable, about: meaningOf(column, lang), ...valuesOf(column, lang) };
}

export function showDataDictionary(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const challenge = await publicChallenge(site, request.params["id"]);
    const tables = tablesOf(site.options.datasetOf(challenge) ?? challenge, "inputs");
    const title = say(lang, "data.title");
    await sendPage(site, request, response, {
      template: "data-dictionary",
      title,
      here: "none",
      about: challenge.id,
      crumbs: [{ text: challenge.title[lang], href: `/${lang}/challenges/${challenge.id}` }, { text: title }],
      view: {
        tables: tables.map(({ name, about, columns }) => ({
          name,
          about: capital(about[lang]),
          columns: columns.map((column) => columnView(column, lang)),
        })),
      },
    });
  };
}
