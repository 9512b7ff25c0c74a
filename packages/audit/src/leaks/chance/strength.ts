/** How well one column alone ranks positives. */

/**
 * Average precision of ranking subjects by `ranks`, upwards or downwards, whichever is better; ties are taken together.
 * From the share of positives (no use) to 1 (the column tells all).
 */
export function averagePrecision(ranks: Float64Array, members: Int32Array): number {
  return Math.max(oneWay(ranks, members, 1), oneWay(ranks, members, -1));
}

function oneWay(ranks: Float64Array, members: Int32Array, sign: number): number {
  const own = Float64Array.from(members, (subject) => sign * ranks[subject]).sort();
  const all = ranks.map((rank) => sign * rank).sort();
  let total = 0;
  let seen = 0;
  for (let at = own.length - 1; at >= 0;) {
    const value = own[at];
    let tied = 0;
    while (at >= 0 && own[at] === value) {
      tied++;
      at--;
    }
    seen += tied;
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle] < value) low = middle + 1;
      else high = middle;
    }
    total += tied * (seen / (all.length - low));
  }
  return total / Math.max(1, own.length);
}
