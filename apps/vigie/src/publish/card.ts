/**
 * Numbers in a data card stand between markers and come from the data:
 *
 *     <!-- data:composition -->
 *     … made by a program …
 *     <!-- /data -->
 */
const BLOCK = /<!-- data:([a-z-]+) -->\n[\s\S]*?<!-- \/data -->/g;

/** What stands between the markers, by the names that they carry. */
export type CardBlocks = Readonly<Record<string, string>>;

/**
 * The card with its blocks filled anew.
 * @throws Error for a marker that nothing fills, a block that the card has no marker for, or one that stands twice.
 */
export function filledCard(card: string, blocks: CardBlocks): string {
  const seen: string[] = [];
  const filled = card.replace(BLOCK, (_, name: string) => {
    seen.push(name);
    if (!Object.hasOwn(blocks, name))
      throw new Error(`data card: nothing fills the block “${name}”; known: ${Object.keys(blocks).join(", ")}`);
    return `<!-- data:${name} -->\n\n${blocks[name].trim()}\n\n<!-- /data -->`;
  });
  const missing = Object.keys(blocks).filter((name) => seen.filter((one) => one === name).length !== 1);
  if (missing.length > 0) throw new Error(`data card: expected each block once; look at ${missing.join(", ")}`);
  return filled;
}
