import type { View } from "./render.ts";

export interface Tab {
  /** The address without its language. */
  readonly path: string;
  readonly text: string;
  readonly current: boolean;
}

/** What a page gives to the frame that all share. */
export interface PageContent {
  readonly template: string;
  readonly title: string;
  /** Which entry of the navigation is marked. */
  readonly here:
    | "home"
    | "board"
    | "runs"
    | "teams"
    | "challenge"
    | "indicators"
    | "signIn"
    | "console"
    | "audit"
    | "timeline"
    | "organize-teams"
    | "none";
  /** The way from the event's page; the last one is here and has no address. */
  readonly crumbs: readonly { readonly text: string; readonly href?: string }[];
  /** The challenge that the page is about, by its id. */
  readonly about?: string;
  /** Tabs that stand before those of the challenges, or instead of them. */
  readonly tabs?: readonly Tab[];
  /** The address, without its language, of the same page of another challenge. */
  readonly sibling?: (challenge: string) => string;
  /** What the language switch keeps of the address' query, with its question mark. */
  readonly query?: string;
  /** True of a page that nobody may keep, a browser neither: it holds codes. */
  readonly secret?: boolean;
  /** True of pages that are kept, here or by a browser that asks whether they are fresh: they say no time of their making. */
  readonly kept?: boolean;
  readonly view: View;
}
