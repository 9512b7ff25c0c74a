/** Which places of a board stand on which page, and which are found by a team's name. */
import type { Snapshot } from "./snapshot.ts";

export const PAGE_ROWS = 100;
const LONGEST_SEARCH = 60;

/** What an address asks for. */
export interface Wish {
  readonly page: number;
  /** As it was typed, blanks collapsed; empty where nothing is searched. */
  readonly search: string;
}

export interface BoardPage extends Wish {
  readonly pages: number;
  /** Places of the snapshot, in order. */
  readonly places: readonly number[];
  /** How many rows there are, or were found. */
  readonly total: number;
}

function word(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The page that an address asks for; the first where it makes no sense. */
export function pageNumber(query: Readonly<Record<string, unknown>>): number {
  return /^[1-9]\d{0,4}$/.test(word(query["page"])) ? Number(query["page"]) : 1;
}

/** The wish of an address: a search has one page. */
export function wishOf(query: Readonly<Record<string, unknown>>): Wish {
  const plain = word(query["q"]).replace(/[\s\p{C}]+/gu, " ");
  const search = plain.trim().slice(0, LONGEST_SEARCH).trim();
  return { page: search === "" ? pageNumber(query) : 1, search };
}

/** The address' query of a wish. */
export function queryOf({ page, search }: Wish): string {
  if (search !== "") return `?q=${encodeURIComponent(search)}`;
  return page === 1 ? "" : `?page=${page}`;
}

/** Letters without case and accents, so that "goelands" finds "Les Goélands". */
export function plainLetters(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");
}

function found({ places }: Snapshot, search: string): number[] {
  const wanted = plainLetters(search);
  return places.flatMap(({ row }, i) => (plainLetters(row.teamName).includes(wanted) ? [i] : []));
}

/** The page of a wish; beyond the last one stands the last. */
export function pageOf(snapshot: Snapshot, { page, search }: Wish): BoardPage {
  if (search !== "") {
    const all = found(snapshot, search);
    return { page: 1, pages: 1, search, places: all.slice(0, PAGE_ROWS), total: all.length };
  }
  const total = snapshot.places.length;
  const pages = Math.max(1, Math.ceil(total / PAGE_ROWS));
  const shown = Math.min(page, pages);
  const from = (shown - 1) * PAGE_ROWS;
  const places = Array.from({ length: Math.min(PAGE_ROWS, total - from) }, (_, i) => from + i);
  return { page: shown, pages, search, places, total };
}

/** The page on which a place stands. */
export function pageWith(place: number): number {
  return Math.floor(place / PAGE_ROWS) + 1;
}
