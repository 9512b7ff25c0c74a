/** Which places of a board stand on which page, and which are found by a team's name. */
import type { Language } from "@vigie/spec";
import { shownName } from "./shown-row.ts";
import type { Snapshot } from "./snapshot.ts";

export const PAGE_ROWS = 100;
const LONGEST_SEARCH = 60;

/** What an address asks for. */
export interface Wish {
  readonly page: number;
  /** As it was typed, blanks collapsed; empty where nothing is searched. */
  readonly search: string;
  /** Teams of this division or of this language alone; absent: all. */
  readonly division?: string;
  readonly language?: Language;
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

function typed(value: unknown): string {
  const plain = word(value).replace(/[\s\p{C}]+/gu, " ");
  return plain.trim().slice(0, LONGEST_SEARCH).trim();
}

/** The wish of an address: a search has one page. */
export function wishOf(query: Readonly<Record<string, unknown>>): Wish {
  const [search, division, language] = [typed(query["q"]), typed(query["division"]), query["language"]];
  return {
    page: search === "" ? pageNumber(query) : 1,
    search,
    ...(division === "" ? {} : { division }),
    ...(language === "en" || language === "fr" ? { language } : {}),
  };
}

/** Whether only some of the rows are asked for. */
export function isPartial({ search, division, language }: Wish): boolean {
  return search !== "" || division !== undefined || language !== undefined;
}

/** The address' query of a wish. */
export function queryOf({ page, search, division, language }: Wish): string {
  const words = [
    search === "" ? "" : `q=${encodeURIComponent(search)}`,
    division === undefined ? "" : `division=${encodeURIComponent(division)}`,
    language === undefined ? "" : `language=${language}`,
    search !== "" || page === 1 ? "" : `page=${page}`,
  ].filter((one) => one !== "");
  return words.length === 0 ? "" : `?${words.join("&")}`;
}

/** Letters without case and accents, so that "goelands" finds "Les Goélands". */
export function plainLetters(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");
}

/** The places of a wish, on whichever page; a name that is kept off boards is not found by it. */
function wished({ places }: Snapshot, { search, division, language }: Wish): number[] {
  const wanted = plainLetters(search);
  const fits = ({ row }: Snapshot["places"][number]): boolean =>
    (division === undefined || row.division === division) &&
    (language === undefined || row.language === language) &&
    (search === "" || plainLetters(shownName(row, "en")).includes(wanted));
  return places.flatMap((place, i) => (fits(place) ? [i] : []));
}

/** The page of a wish; beyond the last one stands the last. */
export function pageOf(snapshot: Snapshot, wish: Wish): BoardPage {
  const all = wished(snapshot, wish);
  if (wish.search !== "") return { ...wish, page: 1, pages: 1, places: all.slice(0, PAGE_ROWS), total: all.length };
  const pages = Math.max(1, Math.ceil(all.length / PAGE_ROWS));
  const page = Math.min(wish.page, pages);
  const from = (page - 1) * PAGE_ROWS;
  return { ...wish, page, pages, places: all.slice(from, from + PAGE_ROWS), total: all.length };
}

/** Divisions and languages of the teams on a board, where there is more than one: what it can be filtered by. */
export function filtersOf({ places }: Snapshot): {
  readonly divisions: readonly string[];
  readonly languages: readonly Language[];
} {
  const told = <T extends string>(all: readonly (T | undefined)[]): T[] => {
    const kinds = [...new Set(all.filter((one) => one !== undefined))].toSorted();
    return kinds.length > 1 || all.includes(undefined) ? kinds : [];
  };
  const teams = places.map(({ row }) => row).filter(({ baseline }) => !baseline);
  return { divisions: told(teams.map(({ division }) => division)), languages: told(teams.map(({ language }) => language)) };
}

/** The page on which a place stands. */
export function pageWith(place: number): number {
  return Math.floor(place / PAGE_ROWS) + 1;
}
