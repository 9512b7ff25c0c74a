/** Teams by name, for the terminal: also those that an organizer adds while the event runs. */
import type { JudgeStore } from "@vigie/store/judge";

/** Reads the names, and reads them again when somebody unknown sends something. */
export async function teamNames(store: Pick<JudgeStore, "teams" | "onChange">): Promise<(id: string) => string> {
  const names = new Map<string, string>();
  const read = async (): Promise<void> => {
    for (const { id, name } of await store.teams()) names.set(id, name);
  };
  await read();
  store.onChange(({ kind, team }) => {
    if (kind === "submission" && team !== null && !names.has(team)) read().catch(() => undefined);
  });
  return (id) => names.get(id) ?? id;
}
