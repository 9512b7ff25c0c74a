import type { Language } from "@vigie/spec";
import type { FaultWords } from "./kinds/kind-report.ts";
import type { Speaker, Values } from "./speaker.ts";

/** What a list of sentences has to say of a fault, under `fault.<code>.what` and `fault.<code>.next`. */
export function faultWords<T>(say: Speaker<T>, code: string, lang: Language, values: Values): FaultWords {
  const said = (part: keyof FaultWords): FaultWords => {
    const key = `fault.${code}.${part}`;
    return say.knows(key) ? { [part]: say(lang, key, values) } : {};
  };
  return { ...said("what"), ...said("next") };
}
