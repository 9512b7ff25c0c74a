/** A few accounts of the practice set as CSV files, to look at in a spreadsheet, with a data dictionary in both languages. */
import { join } from "node:path";
import { LOOK_ALIKE, OTHER, readBankTruth, RING } from "@vigie/audit/bank";
import { LANGUAGES, TableReader, tablesOf, type Language, type Table } from "@vigie/spec";
import { csvOfSubjects, csvRows, readTable } from "@vigie/testset";
import type { Artefact } from "../../artefact.ts";

const PER_KIND = 2;
/** What is sampled; of merchants those that the accounts deal with. */
const SAMPLED: readonly Table[] = ["accounts", "transactions", "events", "merchants", "positives", "groups", "findings"].flatMap(
  (sampled) => tablesOf({ world: "bank" }).filter(({ name }) => name === sampled),
);

/** The first two accounts of rings, of look-alike groups, and of everybody else. */
function sampledAccounts(folder: string): ReadonlySet<number> {
  const { standing } = readBankTruth(folder);
  const all = Array.from(standing.keys());
  return new Set(
    [RING, LOOK_ALIKE, OTHER].flatMap((kind) => all.filter((account) => standing[account] === kind).slice(0, PER_KIND)),
  );
}

/** Merchants that the sampled accounts deal with. */
function sampledMerchants(folder: string, accounts: ReadonlySet<number>): ReadonlySet<number> {
  const columns = ["account", "counterparty_kind", "counterparty"];
  const table = new TableReader(readTable(join(folder, "inputs"), "transactions", columns), "transactions");
  const [account, kind, party] = columns.map((column) => table.cells(column));
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const own = rows.filter((row) => accounts.has(Number(account(row))) && kind(row) === "merchant");
  return new Set(own.map((row) => Number(party(row))));
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
  const tables = SAMPLED.map((table) => {
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
  const files = SAMPLED.map((table) => ({
    path: `sample/${table.name}.csv`,
    text:
      table.name === "merchants"
        ? csvRows(join(folder, "inputs"), table.name, (row) => merchants.has(row))
        : csvOfSubjects(folder, table, accounts),
  }));
  const readmes = LANGUAGES.map((language) => ({ path: `sample/README.${language}.md`, text: dictionary(language) }));
  return [...files, ...readmes];
}
