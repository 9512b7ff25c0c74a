/** The columns of `accounts`. */
import { CITIES } from "../ground/geography.ts";
import { INSTITUTIONS, type Ground } from "../ground/ground.ts";
import { BUSINESS_TYPES, OCCUPATIONS } from "../ground/occupations.ts";
import { TOKEN, tokenNumber } from "../ground/tokens.ts";
import type { Profile } from "../life/profile.ts";
import { GrowingTable } from "./columns.ts";
import { SparseWords } from "./words.ts";

const CITY_WORDS = CITIES.map(({ name }) => name);
const PROVINCES = [...new Set(CITIES.map(({ province }) => province))];
const OCCUPATION_WORDS = OCCUPATIONS.map(({ name }) => name);
const TYPE_WORDS = BUSINESS_TYPES.map(({ name }) => name);
const KINDS = ["personal", "business"];

/** Writes one block of accounts; `household` gives the slot at whose address an account lives. */
export function accountsTable(
  ground: Ground,
  profiles: readonly Profile[],
  accounts: readonly number[],
  household: (slot: number) => number,
) {
  const table = new GrowingTable(profiles.length);
  const token = () => new SparseWords((number) => ground.tokens.text(number));
  const [owners, phones, emails, addresses] = [token(), token(), token(), token()];
  const handles = new SparseWords((name) => ground.names.text(name));
  const c = {
    account: table.int("account"),
    institution: table.int("institution", INSTITUTIONS),
    kind: table.int("kind", KINDS),
    opened: table.int("opened_on"),
    occupation: table.int("occupation", OCCUPATION_WORDS),
    income: table.double("declared_income_cents"),
    hasIncome: table.valid("declared_income_cents"),
    household: table.int("household_size"),
    hasHousehold: table.valid("household_size"),
    city: table.int("home_city", CITY_WORDS),
    province: table.int("home_province", PROVINCES),
    businessType: table.int("business_type", TYPE_WORDS),
    open: table.int("open_minute"),
    hasOpen: table.valid("open_minute"),
    close: table.int("close_minute"),
    hasClose: table.valid("close_minute"),
    owner: table.int("owner_token", owners.restart()),
    phone: table.int("phone_token", phones.restart()),
    email: table.int("email_token", emails.restart()),
    address: table.int("address_token", addresses.restart()),
    handle: table.int("handle", handles.restart()),
  };
  profiles.forEach((profile, row) => {
    const { slot, business } = profile;
    c.account[row] = accounts[row];
    c.institution[row] = profile.institution;
    c.kind[row] = business ? 1 : 0;
    c.opened[row] = ground.calendar.firstEpochDay - profile.ageDays;
    c.occupation[row] = business ? -1 : OCCUPATIONS.indexOf(profile.occupation);
    c.income[row] = profile.statesIncome ? profile.incomeDollars * 100 : 0;
    c.hasIncome[row] = profile.statesIncome ? 1 : 0;
    c.household[row] = business ? 0 : profile.householdSize;
    c.hasHousehold[row] = business ? 0 : 1;
    c.city[row] = profile.city;
    c.province[row] = PROVINCES.indexOf(CITIES[profile.city].province);
    c.businessType[row] = business ? BUSINESS_TYPES.indexOf(profile.businessType) : -1;
    c.open[row] = business ? profile.openMinute : 0;
    c.close[row] = business ? profile.closeMinute : 0;
    c.hasOpen[row] = c.hasClose[row] = business ? 1 : 0;
    c.owner[row] = owners.code(tokenNumber(TOKEN.owner, slot, 0));
    c.phone[row] = phones.code(tokenNumber(TOKEN.phone, slot, 0));
    c.email[row] = profile.hasEmail ? emails.code(tokenNumber(TOKEN.email, slot, 0)) : -1;
    c.address[row] = addresses.code(tokenNumber(TOKEN.address, household(slot), 0));
    c.handle[row] = profile.handle < 0 ? -1 : handles.code(profile.handle);
  });
  table.rows = profiles.length;
  return table.batch();
}
