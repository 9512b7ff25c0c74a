/** The seven questions as a form sends them, and the event's file that they describe. */
import { Type, type Static } from "@sinclair/typebox";
import type { Language } from "@vigie/spec";
import { MOST_TEAMS, type EventFile } from "@vigie/spec/event";
import { say } from "../../say.ts";
import type { Fault } from "../fault.ts";
import { all, Bytes, Field, readDay, readTime, Several, trimmed } from "../fields.ts";
import { listFaults } from "../teams/list-form.ts";
import { readPastedTeams, readTeamsCsv, type ReadTeams } from "../teams-csv.ts";

export const SetUpForm = Type.Object({
  name_en: Field,
  name_fr: Field,
  zone: Field,
  opens_day: Field,
  opens_time: Field,
  opens_meant: Field,
  locks_day: Field,
  locks_time: Field,
  locks_meant: Field,
  challenge: Several,
  teams: Field,
  names: Field,
  csv: Bytes,
  count: Field,
  language: Several,
});
export type SetUpForm = Static<typeof SetUpForm>;

export const LONGEST_NAME = 80;
/** Stands for what nobody can read: no calendar has it. */
const UNREADABLE = "0000-00-00T00:00";

export interface ReadForm {
  readonly file: EventFile;
  readonly faults: readonly Fault[];
  /** What was read of a list of teams, where there was one. */
  readonly teams: ReadTeams | null;
}

type Key = "opens" | "locks";

/** A moment as it was typed; where it was asked which of two was meant, the answer, as long as nobody changed the question. */
export function typedWall(day: string | undefined, time: string | undefined, meant: string | undefined): string {
  const [readableDay, readableTime] = [readDay(day ?? ""), readTime(time ?? "")];
  if (readableDay === null || readableTime === null) return UNREADABLE;
  const wall = `${readableDay}T${readableTime}`;
  const [asked, answer] = (meant ?? "").split(">");
  return asked === wall && answer !== undefined ? answer : wall;
}

function wallOfForm(form: SetUpForm, key: Key): string {
  return typedWall(form[`${key}_day`], form[`${key}_time`], form[`${key}_meant`]);
}

function nameFaults(form: SetUpForm): Fault[] {
  const names = { en: trimmed(form.name_en), fr: trimmed(form.name_fr) };
  if (names.en === "" && names.fr === "") return [{ at: "name/en", found: "", words: (lang) => say(lang, "fault.no-name") }];
  return (["en", "fr"] as const)
    .filter((language) => names[language].length > LONGEST_NAME)
    .map((language) => ({
      at: `name/${language}`,
      found: names[language],
      words: (lang: Language) => say(lang, "fault.long-name", { most: LONGEST_NAME }),
    }));
}

function languagesOf(form: SetUpForm): Language[] {
  return all(form.language).filter((one): one is Language => one === "en" || one === "fr");
}

function readList(form: SetUpForm): ReadTeams | null {
  const languages = languagesOf(form);
  const known = languages.length === 0 ? undefined : languages;
  if (form.teams === "csv") return readTeamsCsv(form.csv ?? new Uint8Array(), known);
  return form.teams === "count" || trimmed(form.names) === "" ? null : readPastedTeams(form.names ?? "", known);
}

/** What is wrong with a list before anybody asks the store. */
function faultsOf(read: ReadTeams | null, form: SetUpForm): Fault[] {
  if (form.teams === "csv" && form.csv === undefined)
    return [{ at: "teams", found: "", words: (lang) => say(lang, "fault.no-file") }];
  return read === null ? [] : listFaults(read);
}

function teamsOf(form: SetUpForm, read: ReadTeams | null): { readonly teams: EventFile["teams"]; readonly faults: Fault[] } {
  if (form.teams !== "count") {
    const faults = faultsOf(read, form);
    return { teams: read?.lines.map(({ line }) => line) ?? [], faults };
  }
  const count = Number(trimmed(form.count));
  if (Number.isInteger(count) && count >= 1 && count <= MOST_TEAMS) return { teams: { count }, faults: [] };
  const words = (lang: Language): string => say(lang, "fault.count", { most: MOST_TEAMS });
  return { teams: [], faults: [{ at: "teams", found: trimmed(form.count), words }] };
}

/** Reads a form; what cannot be read is among the faults, and stands in the file as something that no event has. */
export function readSetUp(form: SetUpForm): ReadForm {
  const languages = languagesOf(form);
  const challenges = all(form.challenge).map((id) => ({ id }));
  const read = readList(form);
  const { teams, faults } = teamsOf(form, read);
  const [en, fr] = [trimmed(form.name_en), trimmed(form.name_fr)];
  const none = (at: string, code: "fault.no-challenge" | "fault.no-language"): Fault => {
    return { at, found: "", words: (lang) => say(lang, code) };
  };
  return {
    file: {
      event: 1,
      name: { en: en === "" ? fr : en, fr: fr === "" ? en : fr },
      timeZone: trimmed(form.zone),
      opens: wallOfForm(form, "opens"),
      locks: wallOfForm(form, "locks"),
      challenges,
      ...(teams === undefined ? {} : { teams }),
      ...(languages.length === 0 ? {} : { languages }),
    },
    faults: [
      ...nameFaults(form),
      ...(challenges.length === 0 ? [none("challenges", "fault.no-challenge")] : []),
      ...faults,
      ...(languages.length === 0 ? [none("languages", "fault.no-language")] : []),
    ],
    teams: read,
  };
}
