/**
 * What the audit of test sets needs to know of a column. Nothing may tell who is sought, nor one split from another, but what
 * is allowed here with its reason.
 */
import type { BilingualText } from "../text.ts";

export interface ColumnAudit {
  /** Ids and tokens: values that say nothing, and belong to one set. The column of cited ids need not say so. */
  readonly opaque?: true;
  /** Numbers of rows of another table: they grow with the set, and belong to none. */
  readonly rowNumber?: true;
  /** Subjects that belong together may share a value. */
  readonly shared?: true;
  /** A subject is compared with subjects of the same value. */
  readonly stratum?: true;
  /** A row is compared with rows of the same value. */
  readonly likeRows?: true;
  /** Texts whose single words are looked at. */
  readonly wordy?: true;
  /** Integers of 64 bits whose single values are looked at. */
  readonly values?: true;
  /** Amounts, whose last digits are looked at. */
  readonly digits?: true;
  /** What happened to a subject on that day ("day of opening"). */
  readonly day?: BilingualText;
  /** Why it may tell who is sought: by its values, and by those that `also` names. */
  readonly signal?: { readonly why: BilingualText; readonly also?: readonly ("lengths" | "missing")[] };
  /** Why what one split teaches of it may hold in another. */
  readonly carries?: BilingualText;
  /** Why splits may differ in it, and by how much at most: a share, 1 where absent. */
  readonly differs?: { readonly why: BilingualText; readonly most?: number };
  /** It is several columns in one, told apart by another one's words. */
  readonly parts?: { readonly by: string; readonly into: Readonly<Record<string, ColumnAudit>> };
}
