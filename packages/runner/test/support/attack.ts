import type { Limits, OutcomeStatus } from "../../src/index.ts";

/**
 * A hostile program and how its run must end, on every back end and in every way of starting the judge.
 * The runner knows no verdicts: what a team is told of each ending stands in the judge's table.
 */
export interface Attack {
  /** What it tries, as a claim about the sandbox: "a fork bomb gets no second process". */
  readonly name: string;
  /** A file of `test/attacks`; its ending tells the language. */
  readonly program: string;
  readonly ends: readonly OutcomeStatus[];
  /** Where memory is bounded process by process a runtime may die in other ways than by the kernel's hand. */
  readonly endsWithoutCgroup?: readonly OutcomeStatus[];
  /** What it must print where that is the proof. */
  readonly prints?: string | RegExp;
  readonly limits?: Partial<Limits>;
  /** It takes what others need too: an honest run beside it must not notice. */
  readonly heavy?: true;
  /** Runs so often, one after the other; the last is judged. */
  readonly times?: number;
}

export const ATTACK_LIMITS: Limits = { cpuMs: 4000, wallMs: 30_000, memoryMiB: 256, tmpMiB: 8, outputMiB: 1, logKiB: 16 };

export const languageOf = (attack: Attack): "node" | "python" => (attack.program.endsWith(".py") ? "python" : "node");
