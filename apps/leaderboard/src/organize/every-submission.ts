/** Every submission to a challenge, read a page at a time. */
import type { ListedSubmission, Store } from "@vigie/store";

const PAGE = 100;

/** Team by team as they are listed, each team's newest first. */
export async function* everySubmission(store: Store, challenge: string): AsyncGenerator<ListedSubmission> {
  for (const { id } of await store.teams()) {
    let before: number | undefined;
    for (;;) {
      const page = await store.submissionsOf(id, challenge, { most: PAGE, ...(before === undefined ? {} : { before }) });
      yield* page;
      if (page.length < PAGE) break;
      before = page[page.length - 1].attempt;
    }
  }
}
