/** The worlds of which more is published than of any, by id. */
import { BANK_PUBLICATION } from "./bank/bank-publication.ts";
import type { WorldPublication } from "./world-publication.ts";

export const WORLD_PUBLICATIONS: Readonly<Record<string, WorldPublication>> = { bank: BANK_PUBLICATION };
