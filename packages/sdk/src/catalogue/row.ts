/** How a row of the catalogue is written down. */
import type { Bilingual } from "../bilingual.ts";
import type { Role } from "./roles.ts";

export interface CatalogueRow<Group, Source, LookAlike> {
  /** Catalogue number; `HT-FIN-…`, `HT-DIG-…` or `HT-CTR-…`. @fr Numéro dans le catalogue : `HT-FIN-…`, `HT-DIG-…` ou `HT-CTR-…`. */
  readonly code: string;
  readonly group: Group;
  /** Whom it may point at. @fr Qui il peut désigner. */
  readonly roles: readonly Role[];
  readonly label: Bilingual;
  /** Published documents that name it, where that could be checked; empty: defined by this project. @fr Documents publiés qui le nomment, lorsque cela a pu être vérifié; liste vide : défini par ce projet. */
  readonly sources: readonly Source[];
  /** Lawful lives that show the same pattern. @fr Vies licites qui présentent la même chose. */
  readonly lookAlikes: readonly LookAlike[];
}
