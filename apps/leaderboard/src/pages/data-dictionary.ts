/** The data dictionary, made from the tables' own schema. */
import type { Request, Response } from "express";
import { ACCOUNTS, EVENTS, MERCHANTS, TRANSACTIONS } from "@vigie/spec";
import { languageOf, sendPage, type Site } from "../page.ts";
import { say } from "../say.ts";

export function showDataDictionary(site: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const lang = languageOf(request);
    const title = say(lang, "data.title");
    const tables = [ACCOUNTS, TRANSACTIONS, EVENTS, MERCHANTS].map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => ({
        name: column.name,
        type: column.type,
        about: column.about[lang],
        nullable: column.nullable,
      })),
    }));
    await sendPage(site, request, response, {
      template: "data-dictionary",
      title,
      here: "none",
      crumbs: [{ text: title }],
      view: { tables },
    });
  };
}
