/** The worlds that the SDK has rows of its own for; any other is read by its tables. A new one: its folder, and its lines here. */
import type { ByteSource } from "../reader/byte-source.ts";
import type { AnyDataset } from "../reader/columns.ts";
import { openTables } from "./bank/index.ts";

/** Opens a world's data set from its layout and its bytes. */
export const WORLD_OPENERS: Readonly<Record<string, (layout: unknown, sourceOf: (file: string) => ByteSource) => AnyDataset>> = {
  bank: openTables,
};

export * from "./bank/index.ts";
