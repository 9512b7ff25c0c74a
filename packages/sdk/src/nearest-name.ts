/** Levenshtein distance: the least number of letters to insert, delete or replace between two texts. O(a·b) time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}

/** The name that a misspelt one most likely meant: the closest within a third of its letters (capitals and _ forgiven), else null. */
export function nearestName<Name extends string>(text: string, names: Iterable<Name>): Name | null {
  const wanted = text.slice(0, 80).trim().toLowerCase().replaceAll("_", "-").replaceAll(" ", "-");
  let best: Name | null = null;
  let least = Math.floor(Math.max(3, wanted.length) / 3) + 1;
  for (const name of names) {
    const distance = editDistance(wanted, name);
    if (distance < least) {
      best = name;
      least = distance;
    }
  }
  return best;
}
