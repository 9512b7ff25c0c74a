import type { Language } from "@vigie/spec";
import { nameOf } from "../../names.ts";
import { speakerOf } from "../../speaker.ts";
import { realismEn } from "./messages.en.ts";
import { realismFr } from "./messages.fr.ts";

/** Sentences of the realism report. */
export const say = speakerOf(realismEn, realismFr);

/** What a group, a typology or a role of this world is called. */
export function bankName(lang: Language, id: string): string {
  return nameOf({ world: "bank" }, id, lang);
}
