/** What the judge offers to detectors in Python, in words. */
import type { PythonOffer } from "@vigie/runner";
import { LANGUAGES } from "@vigie/spec";
import { speaker, type Say } from "./say.ts";

/** One sentence: the version, the packages with theirs, and those that are not there. */
export function pythonSentence(offer: PythonOffer | null, say: Say): string {
  if (offer === null) return say("python.none");
  const packages = offer.packages.map(({ name, version }) =>
    version === null ? say("python.noPackage", { name }) : `${name} ${version}`,
  );
  return say("python.offer", { version: offer.version, packages: packages.join(", ") });
}

/** The page of the kit that says what the event's judge has, in both languages. */
export function judgePage(offer: PythonOffer | null): string {
  return LANGUAGES.map((language) => {
    const say = speaker(language);
    return `# ${say("kit.judge")}\n\n${pythonSentence(offer, say)}\n`;
  }).join("\n");
}
