/**
 * Dictionary-encoded text: words are decoded when first met, once each.
 *
 * Words of small dictionaries are interned by the engine, so that `===` against a constant compares pointers.
 */
import { SdkError } from "../sdk-error.ts";
import { checkWindow, isThere, readDictionary, readValidity, readWords, type StoredColumn } from "./stored-column.ts";

const INTERN_BELOW = 4096;

/** A text column whose words are all of type `Word`; `narrow` says which, or throws. */
export class TextColumn<Word extends string> {
  private readonly stored: StoredColumn;
  private readonly narrow: (text: string) => Word;
  private places: Int32Array | null = null;
  private validity: Uint8Array | null = null;
  private decoded: (Word | null)[] = [];
  private dictionary: { readonly offsets: Int32Array; readonly bytes: Uint8Array; readonly ascii: string } | null = null;

  constructor(stored: StoredColumn, narrow: (text: string) => Word) {
    this.stored = stored;
    this.narrow = narrow;
  }

  /** The word of a column where nothing is missing. */
  at(row: number): Word {
    const place = (this.places ?? this.load())[row];
    return this.decoded[place] ?? this.decode(place);
  }

  atOrNull(row: number): Word | null {
    const places = this.places ?? this.load();
    if (!isThere(this.validity, row)) return null;
    const place = places[row];
    return this.decoded[place] ?? this.decode(place);
  }

  /** Places in `words()`, −1 where nothing is there. */
  codes(from = 0, to = this.stored.rows): Int32Array {
    checkWindow(this.stored, from, to);
    const whole = from === 0 && to === this.stored.rows;
    const loaded = this.places ?? (whole ? this.load() : null);
    const places = loaded === null ? readWords(this.stored, 1, from, to) : loaded.subarray(from, to);
    const validity = readValidity(this.stored);
    return validity === null ? places : places.map((place, i) => (isThere(validity, from + i) ? place : -1));
  }

  words(): readonly Word[] {
    const size = this.stored.layout.dictionary?.size ?? 0;
    this.open();
    return Array.from({ length: size }, (_, place) => this.decoded[place] ?? this.decode(place));
  }

  private load(): Int32Array {
    this.open();
    this.validity = readValidity(this.stored);
    this.places = readWords(this.stored, 1, 0, this.stored.rows);
    return this.places;
  }

  private open(): NonNullable<typeof this.dictionary> {
    if (this.dictionary !== null) return this.dictionary;
    const { offsets, bytes } = readDictionary(this.stored);
    this.decoded = new Array<Word | null>(offsets.length - 1).fill(null);
    // One character a byte: right wherever the word is ASCII, which most are.
    this.dictionary = { offsets, bytes, ascii: new TextDecoder("latin1").decode(bytes) };
    return this.dictionary;
  }

  private decode(place: number): Word {
    const { offsets, bytes, ascii } = this.open();
    if (!(place >= 0 && place < this.decoded.length)) throw this.badPlace(place);
    const [start, end] = [offsets[place], offsets[place + 1]];
    let high = 0;
    for (let i = start; i < end; i++) high |= bytes[i];
    const text = high < 0x80 ? ascii.slice(start, end) : new TextDecoder().decode(bytes.slice(start, end));
    const word = this.narrow(this.decoded.length < INTERN_BELOW ? interned(text) : text);
    this.decoded[place] = word;
    return word;
  }

  private badPlace(place: number): SdkError {
    const where = `${this.stored.table}.${this.stored.layout.name}`;
    return new SdkError("damaged-data", {
      en: `${where}: expected a place within a dictionary of ${this.decoded.length} words, found ${place}; generate or copy the data again`,
      fr: `${where}\u00a0: place ${place} hors d’un dictionnaire de ${this.decoded.length} mots; générez ou copiez les données de nouveau`,
    });
  }
}

/** A property's key is always an interned string. */
function interned(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text;
}

/** Any text. */
export function anyWord(text: string): string {
  return text;
}

/** One of a closed list of words. */
export function oneOf<Word extends string>(words: readonly Word[], where: string): (text: string) => Word {
  return (text) => {
    const word = words.find((known) => known === text);
    if (word !== undefined) return word;
    throw new SdkError("unknown-word", {
      en: `${where}: expected one of ${words.join(", ")}; found "${text}"; this SDK and the data are of different versions`,
      fr: `${where}\u00a0: valeurs attendues ${words.join(", ")}; trouvé «\u00a0${text}\u00a0»; la trousse et les données sont de versions différentes`,
    });
  };
}
