/** A few accounts of the practice set as CSV files, to look at in a spreadsheet, with a data dictionary in both languages. */
import { join } from "node:path";
import { ACCOUNTS, EVENTS, FINDINGS, GROUPS, MERCHANTS, POSITIVES, TRANSACTIONS, type Language, type Table } from "@vigie/spec";
import { csvRows, readTable } from "@vigie/testset";
import type { Artefact } from "./artefact.ts";

const PER_KIND = 2;

interface Sampled {
  readonly table: Table;
  readonly half: "inputs" | "labels";
}

const SAMPLED: readonly Sampled[] = [
  { table: ACCOUNTS, half: "inputs" },
  { table: TRANSACTIONS, half: "inputs" },
  { table: EVENTS, half: "inputs" },
  { table: MERCHANTS, half: "inputs" },
  { table: POSITIVES, half: "labels" },
  { table: GROUPS, half: "labels" },
  { table: FINDINGS, half: "labels" },
];

function numbers(folder: string, half: string, table: string, column: string): Int32Array | Float64Array {
  const { columns } = readTable(join(folder, half), table, [column]);
  const values = columns[column];
  if (values.kind === "text") throw new TypeError(`expected numbers in ${table}.${column}`);
  return values.values;
}

/** The first two accounts of rings, of look-alike groups, and of everybody else. */
function sampledAccounts(folder: string): ReadonlySet<number> {
  const rings = new Set(numbers(folder, "labels", "positives", "account"));
  const groups = new Set(numbers(folder, "labels", "groups", "account"));
  const count = readTable(join(folder, "inputs"), "accounts", ["account"]).rows;
  const all = Array.from({ length: count }, (_, account) => account);
  const first = (wanted: (account: number) => boolean): number[] => all.filter(wanted).slice(0, PER_KIND);
  return new Set([
    ...first((account) => rings.has(account)),
    ...first((account) => groups.has(account) && !rings.has(account)),
    ...first((account) => !groups.has(account) && !rings.has(account)),
  ]);
}

/** Merchants that the sampled accounts deal with. */
function sampledMerchants(folder: string, accounts: ReadonlySet<number>): ReadonlySet<number> {
  const { rows, columns } = readTable(join(folder, "inputs"), "transactions", ["account", "counterparty_kind", "counterparty"]);
  const { account, counterparty_kind: kind, counterparty: party } = columns;
  if (account.kind === "text" || kind.kind !== "text" || party.kind !== "text") throw new TypeError("expected another column");
  const merchants = new Set<number>();
  for (let row = 0; row < rows; row++) {
    if (accounts.has(account.values[row]) && kind.words[kind.codes[row]] === "merchant") {
      merchants.add(Number(party.words[party.codes[row]]));
    }
  }
  return merchants;
}

const WORDS = {
  en: {
    title: "A sample to look at",
    about:
      "Six accounts of the practice set: two of rings, two of lawful look-alike groups, two of everybody else, with their transactions and events, the merchants that they deal with, and the labels. Everything is invented. Two of six is no rate: in the whole set about one account in a hundred belongs to a ring. Import the columns `transaction`, `transfer`, `event` and `evidence` as text: spreadsheets keep 15 digits. Times are UTC.",
    column: "column",
    meaning: "meaning",
    empty: "may be empty",
  },
  fr: {
    title: "Un échantillon à regarder",
    about:
      "Six comptes du jeu d’entraînement : deux de réseaux, deux de groupes licites semblables et deux autres, avec leurs opérations, leurs événements, les commerces fréquentés et les étiquettes. Tout est inventé. Deux sur six n’est pas une proportion : dans le jeu entier, un compte sur cent environ appartient à un réseau. Importez les colonnes `transaction`, `transfer`, `event` et `evidence` comme du texte, car un tableur ne garde que 15 chiffres. Les heures sont en temps universel.",
    column: "colonne",
    meaning: "sens",
    empty: "peut être vide",
  },
} as const;

function dictionary(language: Language): string {
  const words = WORDS[language];
  const tables = SAMPLED.map(({ table }) => {
    const rows = table.columns.map(
      ({ name, about, nullable }) => `| \`${name}\` | ${about[language]}${nullable ? ` (${words.empty})` : ""} |`,
    );
    return `## ${table.name}.csv\n\n| ${words.column} | ${words.meaning} |\n| --- | --- |\n${rows.join("\n")}\n`;
  });
  const text = `# ${words.title}\n\n${words.about}\n\n${tables.join("\n")}`;
  return language === "fr" ? text.replaceAll(" : ", "\u00a0: ") : text;
}

/** The files of `sample/`, from the practice set in `folder`. */
export function sampleFiles(folder: string): Artefact[] {
  const accounts = sampledAccounts(folder);
  const merchants = sampledMerchants(folder, accounts);
  const files = SAMPLED.map(({ table, half }) => {
    const key = table === MERCHANTS ? "merchant" : "account";
    const owner = numbers(folder, half, table.name, key);
    const wanted = table === MERCHANTS ? merchants : accounts;
    return { path: `sample/${table.name}.csv`, text: csvRows(join(folder, half), table.name, (row) => wanted.has(owner[row])) };
  });
  const readmes = (["en", "fr"] as const).map((language) => ({
    path: `sample/README.${language}.md`,
    text: dictionary(language),
  }));
  return [...files, ...readmes];
}
