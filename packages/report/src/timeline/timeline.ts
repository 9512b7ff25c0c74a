/** A calendar, and what organizers did to it, as a picture that lies, one that stands, and a table. */
import { chart, type Picture } from "../picture.ts";
import { formatCity } from "../format.ts";
import { acrossBody } from "./across.ts";
import { hoursAhead, isShort, planOf, type Plan, type TimelineAsked } from "./plan.ts";
import { uprightBody } from "./upright.ts";
import { flagsOf, renewalWords, say, titleOf, type Flag } from "./words.ts";

export interface TimelinePicture {
  /** What the picture shows, as a sentence for a heading. */
  readonly title: string;
  /** How it is to be read. */
  readonly lead: string;
  /** For wide screens. */
  readonly across: Picture;
  /** For narrow ones: above and below 960 pixels the stylesheet shows one of the two. */
  readonly upright: Picture;
  /** What happens, when at the event, and when where the visitor is (empty where that is the same). */
  readonly table: readonly (readonly [what: string, there: string, here: string])[];
}

/** A visitor's zone says nothing where its clocks agree with the event's all along. */
function differs({ zone, own }: TimelineAsked, { from, to, changes, ownChanges }: Plan): boolean {
  if (own === null || own === zone) return false;
  const instants = [from, to, ...[...changes, ...ownChanges].map(({ at }) => at)];
  return instants.some((at) => hoursAhead(own, zone, at) !== 0);
}

function leadOf(plan: Plan): string {
  const { lang, zone, own } = plan.asked;
  const days = Math.round((plan.to - plan.from) / 86_400_000);
  const place = formatCity(zone);
  const first = isShort(plan) ? say(lang, "lead", { count: days, zone: place }) : say(lang, "leadLens", { days, zone: place });
  return own === null ? first : `${first} ${say(lang, "leadOwn", { own: formatCity(own) })}`;
}

function rowOf({ name, time, own }: Flag): readonly [string, string, string] {
  return [name, time, own === null ? "" : `${own.weekday} ${own.time}`];
}

/** Draws a calendar. It asks no clock: `now` is passed in. */
export function timelinePicture(asked: TimelineAsked): TimelinePicture {
  const wished = planOf(asked);
  const plan = differs(asked, wished) ? wished : planOf({ ...asked, own: null });
  const { lang } = asked;
  const title = titleOf(plan);
  const table = flagsOf(plan).map(rowOf);
  const renewed = renewalWords(plan);
  const said = table.map(([name, time, own]) =>
    own === "" ? say(lang, "summary", { name, time }) : say(lang, "summaryOwn", { name, time, own }),
  );
  const summary = `${[...said, ...(renewed === null ? [] : [renewed])].join("; ")}.`;
  const [across, upright] = [acrossBody(plan), uprightBody(plan)];
  return {
    title,
    lead: leadOf(plan),
    across: chart({ kind: "timeline", title, summary, ...across }),
    upright: chart({ kind: "timeline-upright", title, summary, ...upright }),
    table: renewed === null ? table : [...table, [say(lang, "renewal"), renewed, ""]],
  };
}
