/** What people write with e-transfers: how often, how varied, how alive. */
import { CHANNELS } from "@vigie/spec/bank";
import type { Comparison } from "@vigie/report/bank";
import { compareBand, rowsOf, share } from "./compare.ts";
import type { Measure, RowView } from "./walk.ts";

const E_TRANSFER = CHANNELS.indexOf("e-transfer");
const EMOJI = /\p{Extended_Pictographic}/u;

const named = rowsOf("words", {
  memos: ["E-transfers sent with a message", "Virements envoyés avec un message"],
  "memo-variety": ["Messages as varied as so many equally common ones", "Variété des messages, en messages d’égale fréquence"],
  "memo-top": ["Most common message", "Message le plus fréquent"],
  "memo-emoji": ["Messages with an emoji", "Messages avec un émoji"],
});

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
    const observations = this.#messages;
    return [
      compareBand(named("memos"), share(observations, this.#transfers), [0.4, 0.9]),
      compareBand(
        named("memo-variety"),
        { unit: "count", observations, observed: squares === 0 ? 0 : 1 / squares },
        [150, 20_000],
      ),
      compareBand(named("memo-top"), share(most, observations), [0, 0.04]),
      compareBand(named("memo-emoji"), share(withEmoji, observations), [0.01, 0.2]),
    ];
  }
}
