/** What a page says of a board that stands still. */
import { formatDateTime } from "@vigie/report";
import type { Language } from "@vigie/spec";
import type { EventState } from "@vigie/spec/event";
import type { EventSettings, Viewer } from "@vigie/store";
import { isoOf } from "../clock.ts";
import { say } from "../say.ts";
import { isHost } from "../visibility.ts";

export interface Notice {
  readonly what: string;
  readonly more: string;
}

/** Null while the board is live. Those who run the event see it as it is, and are told that nobody else does. */
export function frozenNotice(
  { event, state }: { readonly event: EventSettings; readonly state: EventState },
  viewer: Viewer | null,
  lang: Language,
): Notice | null {
  if (state.frozenSince === null) return null;
  const at = formatDateTime(lang, isoOf(state.frozenSince), event.timeZone);
  if (isHost(viewer)) return { what: say(lang, "frozen.hosts", { at }), more: say(lang, "frozen.hostsMore") };
  const own = event.hidesPublicInFreeze ? "frozen.ownSealed" : "frozen.own";
  const more = state.phase === "frozen" && !state.held ? own : "frozen.over";
  return { what: say(lang, "frozen.board", { at }), more: say(lang, more) };
}
