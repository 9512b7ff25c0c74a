/** What people write with e-transfers: how often, how varied, how alive. */
import { CHANNELS } from "@vigie/spec/bank";
import type { Comparison } from "@vigie/report/bank";
import { compareBand, type RowName } from "./compare.ts";
import { OURS } from "./references.ts";
import type { Measure, RowView } from "./walk.ts";

const E_TRANSFER = CHANNELS.indexOf("e-transfer");
const EMOJI = /\p{Extended_Pictographic}/u;

function named(id: string, en: string, fr: string): RowName {
  return { id, section: "words", title: { en, fr }, reference: OURS, tolerance: 0 };
}

export class Messages implements Measure {
  readonly #words: readonly string[];
  readonly #counts: Float64Array;
  #transfers = 0;
  #messages = 0;

  /** @param words the messages by their codes. */
  constructor(words: readonly string[]) {
    this.#words = words;
    this.#counts = new Float64Array(words.length);
  }

  row(row: RowView): void {
    if (row.channel !== E_TRANSFER || row.business || row.credit) return;
    this.#transfers++;
    if (row.memo < 0) return;
    this.#messages++;
    this.#counts[row.memo]++;
  }

  comparisons(): Comparison[] {
    const all = Math.max(1, this.#messages);
    let squares = 0;
    let most = 0;
    let withEmoji = 0;
    this.#counts.forEach((count, word) => {
      squares += (count / all) * (count / all);
      most = Math.max(most, count);
      if (count > 0 && EMOJI.test(this.#words[word])) withEmoji += count;
    });
    const share = this.#transfers === 0 ? 0 : this.#messages / this.#transfers;
    return [
      compareBand(
        named("memos", "E-transfers sent with a message", "Virements envoyés avec un message"),
        "share",
        this.#transfers,
        share,
        [0.4, 0.9],
      ),
      compareBand(
        named(
          "memo-variety",
          "Messages as varied as so many equally common ones",
          "Variété des messages, en messages d’égale fréquence",
        ),
        "count",
        this.#messages,
        squares === 0 ? 0 : 1 / squares,
        [150, 20_000],
      ),
      compareBand(
        named("memo-top", "Most common message", "Message le plus fréquent"),
        "share",
        this.#messages,
        most / all,
        [0, 0.04],
      ),
      compareBand(
        named("memo-emoji", "Messages with an emoji", "Messages avec un émoji"),
        "share",
        this.#messages,
        withEmoji / all,
        [0.01, 0.2],
      ),
    ];
  }
}
