/** A row's result as an icon with its word. */
import type { Language } from "@vigie/spec";
import { icon } from "../../icons.ts";
import { escapeXml } from "../../picture.ts";
import { say } from "./say.ts";
import { FEWEST_CASES } from "./values.ts";
import type { Comparison } from "./values.ts";

/** Never by colour alone: the icon and the word say it too. */
export function resultMark({ verdict, reference, observations }: Comparison, lang: Language): string {
  const name = verdict === "off" ? "off-row" : verdict;
  const shape = verdict === "close" ? icon("check") : verdict === "off" ? icon("warning") : "";
  const tooFew = verdict === "none" && reference !== null && observations < FEWEST_CASES;
  const word = tooFew ? say(lang, "tooFew") : say(lang, `verdict.${verdict}`);
  return `<span class="result ${name}">${shape}${escapeXml(word)}</span>`;
}
