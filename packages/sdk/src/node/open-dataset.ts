import { openTables, type WalkableDataset } from "../worlds/index.ts";
import { opened } from "./open-any-dataset.ts";

/** A data set whose files are open; `close` lets them go, and what was read stays readable. */
export interface OpenDataset extends WalkableDataset {
  close(): void;
}

/**
 * Opens the inputs of a bank's split: `layout.json` and the Arrow files beside it. Columns are read when first asked for.
 * @throws SdkError when the layout is missing, broken or of another version.
 */
export function openDataset(folder: string): OpenDataset {
  return opened(folder, openTables);
}
