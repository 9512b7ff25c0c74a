/**
 * The schema of a column map: how one row of somebody else's CSV, a transfer from one account to another, becomes rows of
 * our tables. A column is named as in the file's header; the second of two columns of one name is `name#2`.
 */
import { Type, type Static } from "@sinclair/typebox";
import { BilingualText } from "../../text.ts";
import { CHANNELS } from "./vocabulary.ts";

const Closed = { additionalProperties: false } as const;
const ColumnName = Type.String({ minLength: 1 });
const Words = Type.Array(Type.String(), { minItems: 1 });

/** Time as text: the columns are joined by a space, and every character of the format must be there. */
const TextTime = Type.Object(
  {
    columns: Type.Array(ColumnName, { minItems: 1, maxItems: 2 }),
    /** Made of YYYY, MM, DD, HH, mm, ss, each once, and characters that stand for themselves. YYYY, MM and DD must be there. */
    format: Type.String({ minLength: 8, maxLength: 40 }),
  },
  Closed,
);

/** Time as a number of steps since a day. */
const StepTime = Type.Object(
  {
    step: ColumnName,
    minutes: Type.Integer({ minimum: 1, maximum: 1440 }),
    /** The day on which step 0 begins. */
    from: Type.String({ pattern: "^[0-9]{4}-[01][0-9]-[0-3][0-9]$" }),
  },
  Closed,
);

/** One side of a transfer. */
const Side = Type.Object(
  {
    /** Together they name the account (a bank's number and an account number, say). */
    account: Type.Array(ColumnName, { minItems: 1, maxItems: 2 }),
    institution: Type.Optional(ColumnName),
    /** The amount as it left or came. Its currency, one of `currencies`; where no column says, amounts are dollars already. */
    amount: ColumnName,
    currency: Type.Optional(ColumnName),
    /** The balance afterwards, in the amount's currency. Without it, balances are counted from 0. */
    balanceAfter: Type.Optional(ColumnName),
    /** An account whose name begins with one of these is outside of the set: it gets a token, and no rows. */
    outsidePrefixes: Type.Optional(Words),
  },
  Closed,
);

const Channel = Type.Union(CHANNELS.map((channel) => Type.Literal(channel)));

const Kind = Type.Object(
  {
    channel: Channel,
    code: Type.String({ pattern: "^[a-z][a-z-]*$" }),
    /** The money goes the other way: from the side called `to` to the side called `from` (PaySim's CASH_IN). */
    backwards: Type.Optional(Type.Boolean()),
  },
  Closed,
);

/** A file with one row an account. What it lacks, or lacks for an account, gets the default. */
const AccountsFile = Type.Object(
  {
    account: Type.Array(ColumnName, { minItems: 1, maxItems: 2 }),
    institution: Type.Optional(ColumnName),
    city: Type.Optional(ColumnName),
    province: Type.Optional(ColumnName),
    kind: Type.Optional(
      Type.Object(
        {
          column: ColumnName,
          words: Type.Record(Type.String(), Type.Union([Type.Literal("personal"), Type.Literal("business")])),
        },
        Closed,
      ),
    ),
  },
  Closed,
);

export const ImportMap = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: Type.String({ pattern: "^[a-z][a-z0-9-]{1,63}$" }),
    title: BilingualText,
    /** What is known of the layout, what was assumed, and what the source does not say. */
    about: BilingualText,
    licence: Type.String({ minLength: 1 }),
    delimiter: Type.Union([Type.Literal(","), Type.Literal(";"), Type.Literal("\t")]),
    time: Type.Union([TextTime, StepTime]),
    utcOffsetMinutes: Type.Integer({ minimum: -720, maximum: 840 }),
    from: Side,
    to: Side,
    /** Dollars for one unit of each currency: round figures that keep amounts comparable, of no particular day. */
    currencies: Type.Optional(Type.Record(Type.String(), Type.Number({ exclusiveMinimum: 0 }))),
    /** What kind of transfer it is; every word must be known. */
    kind: Type.Union([Type.Object({ column: ColumnName, words: Type.Record(Type.String(), Kind) }, Closed), Kind]),
    illicit: Type.Object({ column: ColumnName, yes: Words, no: Words }, Closed),
    /** Which sides of an illicit transfer belong to a ring: who pays, who is paid, or both. */
    positives: Type.Union([Type.Literal("both"), Type.Literal("payer"), Type.Literal("payee")]),
    /** A column that numbers the ring; the words of `none` say that there is none. */
    ring: Type.Optional(Type.Object({ column: ColumnName, none: Type.Array(Type.String()) }, Closed)),
    /** A column that says how an illicit transfer was made. */
    typology: Type.Optional(ColumnName),
    accounts: Type.Optional(AccountsFile),
  },
  Closed,
);
export type ImportMap = Static<typeof ImportMap>;
export type ImportSide = ImportMap["from"];
export type TransferKind = Static<typeof Kind>;
