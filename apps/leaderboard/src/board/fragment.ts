/**
 * The live parts of a board's page: head, pager, and the rows under their bands, as everybody sees them. Rows are pieces
 * of their own, in bytes: a page of a hundred is put together by copying, not by rendering.
 */
import { axisTicks, boardFinding, boardShapes, formatDateTime, kindReport } from "@vigie/report";
import { worldOf, type Language } from "@vigie/spec";
import { isoOf } from "../clock.ts";
import type { Render, View } from "../render.ts";
import { pagerOf } from "../pager.ts";
import { dictionaries, say } from "../say.ts";
import { columnsOf } from "./columns.ts";
import { isPartial, PAGE_ROWS, pageWith, queryOf, type BoardPage } from "./pages.ts";
import type { Band, Place, Snapshot } from "./snapshot.ts";

export interface Row {
  readonly place: Place;
  readonly plain: Buffer;
}

export interface Fragment {
  readonly head: string;
  readonly pager: string;
  readonly below: string;
  readonly board: readonly (Buffer | Row)[];
}

/** Around a row's number in the rendered board. */
const HOLE = "\u0002";

function placesWords(ranks: readonly number[], lang: Language): string | null {
  const [from, to] = [Math.min(...ranks), Math.max(...ranks)];
  if (ranks.length === 0) return null;
  return from === to ? say(lang, "board.place", { from }) : say(lang, "board.places", { from, to });
}

/** A band with those of its rows that stand on the page; null where none does. It says where the rest of it is. */
function bandView({ band, from, to }: Band, page: BoardPage, { places }: Snapshot, lang: Language): View | null {
  const here = page.places.filter((place) => place >= from && place < to);
  if (here.length === 0) return null;
  const ranks = places.slice(from, to).flatMap(({ row }) => row.rank ?? []);
  const whole = isPartial(page) || band === null;
  const [before, after] = [!whole && here[0] > from, !whole && here[here.length - 1] < to - 1];
  const words = [
    placesWords(ranks, lang),
    before ? say(lang, "board.begins", { page: pageWith(from) }) : null,
    after ? say(lang, "board.goesOn", { page: pageWith(to - 1) }) : null,
  ];
  return {
    label: band === null ? null : say(lang, "board.band", { band }),
    words: words.filter((one) => one !== null),
    before,
    after,
    rows: here.map((place) => `${HOLE}${place}${HOLE}`).join(""),
  };
}

function pagerView(page: BoardPage, address: string, lang: Language, label: string): View {
  const href = (number: number): string => `${address}${queryOf({ ...page, page: number, search: "" })}`;
  return pagerOf({ page: page.page, pages: page.pages, href, label }, lang);
}

function foundWords({ search, total }: BoardPage, lang: Language): string {
  if (search === "") return say(lang, "board.filtered", { count: total });
  return total === 0 ? say(lang, "board.foundNone", { search }) : say(lang, "board.found", { count: total, search });
}

function foundView(page: BoardPage, address: string, lang: Language): View | null {
  if (!isPartial(page)) return null;
  return { words: foundWords(page, lang), more: page.search !== "" && page.total > PAGE_ROWS, all: address };
}

function preparing(lang: Language, state: Snapshot["hidden"]): string | null {
  if (state === "ready") return null;
  return say(lang, state === "failed" ? "board.preparationFailed" : "board.preparing");
}

function headView(snapshot: Snapshot, scored: boolean, lang: Language): View {
  const { challenge, standings, pending, state, event, audience } = snapshot;
  return {
    frozen:
      state.frozenSince === null || audience === "hosts"
        ? null
        : say(lang, "board.frozenAt", { at: formatDateTime(lang, isoOf(state.frozenSince), event.timeZone) }),
    finding: scored ? boardFinding(lang, standings.rows) : say(lang, "board.empty"),
    empty: !scored,
    bandsHelp: say(lang, "board.bandsHelp", { subjects: worldOf(challenge).subject.many[lang] }),
    preparing: preparing(lang, snapshot.hidden),
    inJudging: pending.length === 0 ? null : say(lang, "board.inJudging", { count: pending.length }),
  };
}

function boardView(snapshot: Snapshot, page: BoardPage, address: string, lang: Language): View {
  const { challenge, axis, bands, places } = snapshot;
  const rest = page.places.filter((place) => !places[place].face.scored);
  return {
    found: foundView(page, address, lang),
    empty: rest.length === page.places.length,
    wide: page.places.some((place) => (places[place].row.rank ?? 0) > 99),
    caption: say(lang, "board.caption", { challenge: challenge.title[lang] }),
    legend: kindReport(challenge).rules(challenge, lang).legend,
    heads: columnsOf(challenge, lang),
    shapes: boardShapes(axis),
    axis: axisTicks(axis, lang).svg,
    bands: bands.flatMap((band) => bandView(band, page, snapshot, lang) ?? []),
    rest: rest.length === 0 ? null : rest.map((place) => `${HOLE}${place}${HOLE}`).join(""),
  };
}

/** Renders what a page of a board shows, its rows left open. `address` is the board's, without a query. */
export function fragmentOf(render: Render, snapshot: Snapshot, page: BoardPage, address: string, lang: Language): Fragment {
  const scored = snapshot.bands.length > 0;
  const common = { lang, t: dictionaries[lang] };
  const board = render("board", { ...common, board: boardView(snapshot, page, address, lang) });
  const pager = (label: string): string => render("pager", { ...common, ...pagerView(page, address, lang, label) });
  return {
    head: render("board-head", { ...common, board: headView(snapshot, scored, lang) }),
    pager: pager(say(lang, "pager.label")),
    below: pager(say(lang, "pager.below")),
    board: board.split(HOLE).map((text, i) => (i % 2 === 0 ? Buffer.from(text) : rowOf(snapshot.places[Number(text)], lang))),
  };
}

function rowOf(place: Place, lang: Language): Row {
  return { place, plain: place.face.bytes(lang, place.row.rank) };
}

/** The board; `write` gives other bytes for a row, or null for everybody's. */
export function boardBytes({ board }: Fragment, write: (place: Place) => Buffer | null): Buffer {
  return Buffer.concat(board.map((piece) => (Buffer.isBuffer(piece) ? piece : (write(piece.place) ?? piece.plain))));
}
