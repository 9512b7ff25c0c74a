/** The columns of `accounts`. */
import type { TableBatch } from "@vigie/spec";
import { ACCOUNT_KINDS } from "@vigie/spec/bank";
import { CITY_NAMES, PROVINCE_OF, PROVINCES } from "../../../ground/geography.ts";
import { INSTITUTIONS, type Ground } from "../ground/ground.ts";
import { BUSINESS_TYPES, OCCUPATIONS } from "../ground/occupations.ts";
import { TOKEN, tokenNumber } from "../ground/tokens.ts";
import type { Profile } from "../life/profile.ts";
import { GrowingTable } from "../../../columns/growing-table.ts";
import { TokenColumn } from "./token-column.ts";
import { wordsOfNames } from "./transaction-writer.ts";
import type { NumberedWords } from "../../../columns/words.ts";

const OCCUPATION_WORDS = OCCUPATIONS.map(({ name }) => name);
const TYPE_WORDS = BUSINESS_TYPES.map(({ name }) => name);

/** Writes accounts, block by block; `household` gives the slot at whose address an account lives, `names` may be shared with other tables. */
export class AccountWriter {
  readonly #ground: Ground;
  readonly #household: (slot: number) => number;
  readonly #owners: TokenColumn;
  readonly #phones: TokenColumn;
  readonly #emails: TokenColumn;
  readonly #addresses: TokenColumn;
  readonly #names: NumberedWords;

  constructor(ground: Ground, household: (slot: number) => number, names = wordsOfNames(ground)) {
    this.#ground = ground;
    this.#household = household;
    this.#owners = new TokenColumn(ground.tokens);
    this.#phones = new TokenColumn(ground.tokens);
    this.#emails = new TokenColumn(ground.tokens);
    this.#addresses = new TokenColumn(ground.tokens);
    this.#names = names;
  }

  #columns(table: GrowingTable) {
    for (const tokens of [this.#owners, this.#phones, this.#emails, this.#addresses]) tokens.restart();
    return {
      account: table.int("account"),
      institution: table.int("institution", INSTITUTIONS),
      kind: table.int("kind", ACCOUNT_KINDS),
      opened: table.int("opened_on"),
      occupation: table.int("occupation", OCCUPATION_WORDS),
      income: table.double("declared_income_cents"),
      hasIncome: table.valid("declared_income_cents"),
      household: table.int("household_size"),
      hasHousehold: table.valid("household_size"),
      city: table.int("home_city", CITY_NAMES),
      province: table.int("home_province", PROVINCES),
      businessType: table.int("business_type", TYPE_WORDS),
      open: table.int("open_minute"),
      hasOpen: table.valid("open_minute"),
      close: table.int("close_minute"),
      hasClose: table.valid("close_minute"),
      owner: table.int("owner_token", this.#owners.words),
      phone: table.int("phone_token", this.#phones.words),
      email: table.int("email_token", this.#emails.words),
      address: table.int("address_token", this.#addresses.words),
      handle: table.int("handle", this.#names.words),
    };
  }

  /** The table of one block. */
  write(profiles: readonly Profile[], accounts: readonly number[]): TableBatch {
    const table = new GrowingTable(profiles.length);
    const c = this.#columns(table);
    profiles.forEach((profile, row) => {
      const { slot, business } = profile;
      c.account[row] = accounts[row];
      c.institution[row] = profile.institution;
      c.kind[row] = business ? 1 : 0;
      c.opened[row] = this.#ground.calendar.firstEpochDay - profile.ageDays;
      c.occupation[row] = business ? -1 : OCCUPATIONS.indexOf(profile.occupation);
      c.income[row] = profile.statesIncome ? profile.incomeDollars * 100 : 0;
      c.hasIncome[row] = profile.statesIncome ? 1 : 0;
      c.household[row] = business ? 0 : profile.householdSize;
      c.hasHousehold[row] = business ? 0 : 1;
      c.city[row] = profile.city;
      c.province[row] = PROVINCE_OF[profile.city];
      c.businessType[row] = business ? BUSINESS_TYPES.indexOf(profile.businessType) : -1;
      c.open[row] = business ? profile.openMinute : 0;
      c.close[row] = business ? profile.closeMinute : 0;
      c.hasOpen[row] = c.hasClose[row] = business ? 1 : 0;
      c.owner[row] = this.#owners.code(tokenNumber(TOKEN.owner, slot, 0));
      c.phone[row] = this.#phones.code(tokenNumber(TOKEN.phone, slot, 0));
      c.email[row] = profile.hasEmail ? this.#emails.code(tokenNumber(TOKEN.email, slot, 0)) : -1;
      c.address[row] = this.#addresses.code(tokenNumber(TOKEN.address, this.#household(slot), 0));
      c.handle[row] = this.#names.code(profile.handle);
    });
    table.rows = profiles.length;
    return table.batch();
  }
}
