/** The way through pages of a list: numbers, and the pages before and after. */
import type { Language } from "@vigie/spec";
import type { View } from "./render.ts";
import { say } from "./say.ts";

export interface Paged {
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  /** Tells one pager of a page from another. */
  readonly label: string;
}

/** Numbers of a pager: the ends and the neighbours of the page; null for what is left out between. */
export function pagerNumbers(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const shown = [...new Set(near)].toSorted((a, b) => a - b);
  return shown.flatMap((one, i) => {
    const gap = i === 0 ? 1 : one - shown[i - 1];
    return gap > 2 ? [null, one] : gap === 2 ? [one - 1, one] : [one];
  });
}

export function pagerOf({ page, pages, href, label }: Paged, lang: Language): View {
  return {
    label,
    several: pages > 1,
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
    numbers: pagerNumbers(page, pages).map((number) =>
      number === null
        ? null
        : { number, href: href(number), current: number === page, words: say(lang, "pager.page", { page: number }) },
    ),
  };
}
