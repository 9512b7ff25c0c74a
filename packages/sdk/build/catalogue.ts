/** The catalogue of indicators as it is written down, and the TypeScript and Python made from it. */
import type { Bilingual } from "../src/bilingual.ts";
import { ROLES } from "../src/catalogue/roles.ts";
import CATALOGUE from "../src/catalogue/catalogue.json" with { type: "json" };
import { doc, NOTE, typeName } from "./words.ts";

export interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly label: Bilingual;
}

const { notice, groups, sources, lookAlikes, indicators } = CATALOGUE;
const ROWS = Object.entries(indicators).flatMap(([kind, rows]) =>
  Object.entries(rows).map(([id, row]) => ({ id, kind, ...row })),
);

/** Indicators in catalogue order: money, digital, counter. */
export const LISTED: readonly Listed[] = ROWS;
export const idsOf = (kind: string): string[] => LISTED.filter((row) => row.kind === kind).map(({ id }) => id);

/** Lists of words, by the type of their ids: name, meaning, entries. */
const LISTS: Readonly<Record<string, readonly [string, Bilingual, object]>> = {
  IndicatorGroup: [
    "INDICATOR_GROUPS",
    { en: "what an indicator is about, with the words for it", fr: "de quoi traite un indicateur, en mots" },
    groups,
  ],
  SourceId: [
    "SOURCES",
    {
      en: "published documents that the catalogue refers to, by the names under which they can be looked up",
      fr: "documents publiés auxquels le catalogue renvoie, sous le nom qui permet de les retrouver",
    },
    sources,
  ],
  LookAlike: [
    "LOOK_ALIKES",
    {
      en: "lawful lives that show a pattern which an indicator describes: why no single indicator proves anything",
      fr: "vies licites qui présentent ce que décrit un indicateur : la raison pour laquelle aucun ne prouve rien à lui seul",
    },
    lookAlikes,
  ],
};
const KINDS: Readonly<Record<string, Bilingual>> = {
  money: { en: "indicators of money, by id", fr: "indicateurs financiers, par identifiant" },
  digital: { en: "digital indicators, by id", fr: "indicateurs numériques, par identifiant" },
  counter: { en: "counter-evidence, by id", fr: "contre-preuves, par identifiant" },
};
const NOTICE = {
  en: "what must stand wherever the catalogue is shown",
  fr: "ce qui doit figurer partout où le catalogue est montré",
};

function listSource([type, [name, about, entries]]: [string, readonly [string, Bilingual, object]]): string {
  const ids = Object.keys(entries).map((id) => JSON.stringify(id));
  return `export type ${type} = ${ids.join(" | ")};

${doc({ about })}export const ${name}: Readonly<Record<${type}, Bilingual>> = ${JSON.stringify(entries, null, 2)};
`;
}

/** Ids as keys, so that an editor shows each one's sentence; and what the catalogue says of each. */
function kindSource([kind, rows]: [string, object]): string {
  const name = `${typeName(kind)}Indicators`;
  const keys = LISTED.filter((row) => row.kind === kind).map(
    ({ id, label }) => `${doc({ about: label }, "  ")}  readonly "${id}": unknown;\n`,
  );
  return `${doc({ about: KINDS[kind] })}export interface ${name} {
${keys.join("")}}

export const ${kind.toUpperCase()}: Readonly<Record<keyof ${name}, Row>> = ${JSON.stringify(rows, null, 2)};
`;
}

/** The text of `src/catalogue/made.ts`. */
export function catalogueSource(): string {
  return `// ${NOTE}.
import type { Bilingual } from "../bilingual.ts";
import type { CatalogueRow } from "./row.ts";

${doc({ about: NOTICE })}export const CATALOGUE_NOTICE: Bilingual = ${JSON.stringify(notice, null, 2)};

${Object.entries(LISTS).map(listSource).join("\n")}
export type Row = CatalogueRow<${Object.keys(LISTS).join(", ")}>;

${Object.entries(indicators).map(kindSource).join("\n")}`;
}

/** The text of `vigie/_catalogue.py`. It is JSON there: a run starts sooner than with as many lines to compile. */
export function pythonCatalogue(): string {
  const rows = ROWS.map(({ id, label, ...row }): [string, unknown] => [
    id,
    [row.kind, row.code, row.group, row.roles, label.en, label.fr, row.sources, row.lookAlikes],
  ]);
  const texts = [notice, groups, sources, lookAlikes, Object.fromEntries(rows)];
  return `"""The catalogue of indicators. ${NOTE}."""

from json import loads as _loads

ROLES = tuple(${JSON.stringify(ROLES)})

MONEY_INDICATOR_IDS = tuple(${JSON.stringify(idsOf("money"))})

CATALOGUE_NOTICE, INDICATOR_GROUPS, SOURCES, LOOK_ALIKES, INDICATOR_ROWS = _loads(r"""${JSON.stringify(texts, null, 1)}""")
`;
}
