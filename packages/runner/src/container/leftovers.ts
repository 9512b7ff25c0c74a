/**
 * Containers carry the mark of the judge that made them (its pid, start time and PID namespace). A killed judge's programs die with
 * it, but their records stay with the engine: the next start removes those whose judge is gone.
 */
import { isMarkAlive, ownMark } from "../private-folder.ts";
import { ask, type Engine } from "./engine.ts";

const LABEL = "vigie.judge";

let sequence = 0;

/** A container's name, and the label by which a later start knows whose it was. */
export function newIdentity(): { readonly name: string; readonly label: string } {
  const mark = ownMark().replaceAll(" ", "-");
  return { name: `vigie-${mark}-${sequence++}`, label: `${LABEL}=${mark}` };
}

const isJudgeAlive = (mark: string): boolean => isMarkAlive(mark.replaceAll("-", " "));

/** Removes a container, running or not; nothing happens where it is gone. */
export async function removeContainer(engine: Engine, names: readonly string[]): Promise<void> {
  if (names.length > 0) await ask(engine, ["rm", "--force", "--volumes", ...names]);
}

/** Removes what judges that are gone have left. */
export async function sweepContainers(engine: Engine): Promise<void> {
  const format = `{{.ID}} {{index .Labels "${LABEL}"}}`;
  const listed = await ask(engine, ["ps", "--all", "--no-trunc", "--filter", `label=${LABEL}`, "--format", format]);
  const rows = listed.out.split("\n").map((row) => row.trim().split(" "));
  const dead = rows.filter(([id, mark]) => id !== undefined && mark !== undefined && !isJudgeAlive(mark));
  await removeContainer(
    engine,
    dead.map(([id]) => id),
  );
}
