/** What a subcommand of `vigie data` is made with. */
import type { Command } from "commander";
import type { MessageKey, Voice } from "../say.ts";

export interface DataGroup extends Voice {
  /** A line on standard output. */
  readonly print: (line: string) => void;
  /** The exit code of the whole. */
  readonly end: (code: number) => void;
  /** Begins the subcommand `vigie data <name>`. */
  readonly command: (name: string, about: MessageKey) => Command;
}
