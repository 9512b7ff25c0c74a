/** Whom lines are about: subjects by their numbers. */
import type { Truth } from "@vigie/spec";
import type { JsonNode } from "./json-line.ts";
import { LineFault } from "./line-fault.ts";
import { wholeNumber } from "./line-values.ts";

export class SubjectsOfLines {
  /** By subject: 1 where a line was counted. */
  readonly met: Uint8Array;
  /** How many were counted. */
  count = 0;

  constructor({ subjects }: Pick<Truth, "subjects">) {
    this.met = new Uint8Array(subjects);
  }

  /** The subject that a value names. @throws LineFault `subject-not-an-id` or `unknown-subject`. */
  named(node: JsonNode): number {
    const subject = wholeNumber(node);
    const all = this.met.length;
    if (subject === null) throw new LineFault("subject-not-an-id", node.raw);
    if (subject >= all) throw new LineFault("unknown-subject", node.raw, `0 … ${all - 1}`);
    return subject;
  }

  /** Counts a subject that may come but once. @throws LineFault `too-many-lines` or `doubled-subject`. */
  once(subject: number): void {
    if (this.count >= this.met.length) throw new LineFault("too-many-lines", undefined, String(this.met.length));
    if (this.met[subject] === 1) throw new LineFault("doubled-subject", String(subject));
    this.met[subject] = 1;
    this.count++;
  }
}
