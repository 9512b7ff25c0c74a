import { ask, type Engine } from "./engine.ts";

/** What the engine has written down of a container that ended. */
export interface ContainerRecord {
  /** The program was started; else the engine failed before that. */
  readonly ran: boolean;
  /** The program's own, 128 + n where signal n ended it; null where it never ran. */
  readonly exitCode: number | null;
  /** The kernel killed it for memory, by the word of the engine's monitor. */
  readonly outOfMemory: boolean;
}

const FORMAT = "{{.State.Status}} {{.State.ExitCode}} {{.State.OOMKilled}} {{.State.StartedAt}}";
const NEVER = /^0001-/;

/** Asks the engine how a container ended. One that it does not know never ran. */
export async function readRecord(engine: Engine, name: string): Promise<ContainerRecord> {
  const said = await ask(engine, ["container", "inspect", "--format", FORMAT, name]);
  const [status = "", exitCode, outOfMemory, startedAt = "0001-"] = said.out.trim().split(" ");
  const ran = said.code === 0 && !NEVER.test(startedAt) && status !== "created" && status !== "configured";
  return { ran, exitCode: ran ? Number(exitCode) : null, outOfMemory: outOfMemory === "true" };
}
