/** The known name that a misspelt one was probably meant to be. */

const LONGEST_MISSPELLING = 64;

/** Levenshtein distance (insert, delete, replace one UTF-16 unit); O(|a|·|b|). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** The nearest of `known` (the first of equals) when it differs in at most a third of its letters; else undefined. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST_MISSPELLING) return undefined;
  const wanted = name.toLowerCase().replaceAll("_", "-");
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance >= least || distance * 3 > candidate.length) continue;
    nearest = candidate;
    least = distance;
  }
  return nearest;
}
