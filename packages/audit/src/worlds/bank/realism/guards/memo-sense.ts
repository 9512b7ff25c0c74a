/**
 * What a message says of the payment that it goes with: between which amounts it makes sense, which months it names, whether
 * it speaks of family or love. By words of our own, with room to spare: what fits nowhere near is what counts.
 */

export interface MemoSense {
  /** Amounts that make sense, in cents; null where any does. */
  readonly cents: readonly [least: number, most: number] | null;
  /** Months that it names, 0 for January. */
  readonly months: readonly number[];
  /** Whether only family, friends and lovers write so. */
  readonly close: boolean;
}

/** A pattern that finds whole words; a word may go on where it ends in `~`. */
function wordy(words: string): RegExp {
  const any = words.split("|").map((word) => (word.endsWith("~") ? word.slice(0, -1) : `${word}(?!\\p{L})`));
  return new RegExp(`(?<!\\p{L})(?:${any.join("|")})`, "u");
}

/** The first that a message matches says what it is about: its words, and the dollars that make sense. */
const TOPICS: readonly (readonly [words: RegExp, least: number, most: number])[] = [
  [wordy("rent|loyer|appart|apt"), 80, 5000],
  [wordy("cat food|bouffe à chat|dog food"), 2, 300],
  [
    wordy("donut~|double-double|coffee|café|parking|stationnement|taxi|ride~|uber|beer|bi[eè]re~|movie|cinéma|bowling|quilles"),
    1,
    150,
  ],
  [
    wordy("lunch|dinner|supper|souper|d[iî]ner|pizza~|groc~|[ée]picerie|sushi|brunch|takeout|take-out|bbq|potluck|wings|poutine"),
    2,
    400,
  ],
  [wordy("resto~|d[ée]jeuner|bouffe|5 à 7|cabane|snack~|breakfast"), 2, 400],
  [wordy("gas bill|hydro|internet|wifi|phone~|cell~|utilities|électricité|chauffage|forfait|facture~|fact"), 5, 700],
  [wordy("insurance|assurance~|car insurance"), 10, 2000],
  [wordy("allowance|argent de poche"), 2, 400],
  [wordy("babysitting|gardiennage|garde"), 5, 1000],
  [wordy("b-?day|birthday~|f[eê]te|anniversaire|gift|cadeau~"), 5, 1000],
  [wordy("ticket~|billet~|concert|show|spectacle|hockey~|curling|poker~|playoffs~|pool|match|balle molle|bowling"), 2, 1000],
  [wordy("gas money|gas|essence|lawn|gazon|snow removal|déneigement"), 3, 400],
];

const MONTHS: readonly RegExp[] = [
  "january|jan|janvier|janv",
  "february|feb|février|fevrier|fév",
  "march|mars",
  "april|apr|avril|avr",
  "may rent|rent may|may hydro|may bill~|mai",
  "june|juin",
  "july|juillet|juil",
  "august|aug|août|aout",
  "september|sept|septembre",
  "october|oct|octobre",
  "november|nov|novembre",
  "december|dec|décembre|decembre|déc",
].map(wordy);

const CLOSE = wordy(
  "love|xoxo|je t.aime|bisous|mom|maman|dad|papa|grandma|grandpa|mamie|papi|kids|enfants|allowance|argent de poche|b-?day|birthday|f[eê]te",
);
const KISSES = /😘|💕|💋/u;

/** Reads a message. */
export function senseOf(memo: string): MemoSense {
  const text = memo.toLowerCase();
  const topic = TOPICS.find(([words]) => words.test(text));
  return {
    cents: topic === undefined ? null : [100 * topic[1], 100 * topic[2]],
    months: MONTHS.flatMap((words, month) => (words.test(text) ? [month] : [])),
    close: CLOSE.test(text) || KISSES.test(text),
  };
}
