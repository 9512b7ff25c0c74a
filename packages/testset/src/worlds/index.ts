/** The worlds of which sets can be imported, by id. */
import type { WorldImport } from "../import/world-import.ts";
import { BANK_IMPORT } from "./bank/import/bank-import.ts";

export const WORLD_IMPORTS: Readonly<Record<string, WorldImport>> = { bank: BANK_IMPORT };
