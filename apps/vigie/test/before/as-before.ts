/** What the code says now, in the form in which it was said before there were several kinds of challenges. */

type Values = Readonly<Record<string, unknown>>;

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A score kept `harm` beside its parts; now it is one of its `penalties`. Where both are told, they must agree. */
function withHarm(value: Values): Values {
  const { penalties, ...rest } = value;
  if (!isValues(penalties)) return value;
  const { harm, ...others } = penalties;
  const told = "harm" in rest && rest["harm"] !== harm;
  return Object.keys(others).length > 0 || told ? value : { ...rest, harm };
}

/** Any value of an answer, receipt or score; what has the old form stays as it is. */
export function asBefore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asBefore);
  if (!isValues(value)) return value;
  return withHarm(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asBefore(each)])));
}

function renamed(value: unknown, now: string, then: string): unknown {
  if (!isValues(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key === now ? then : key, each]));
}

/** A practice report as the judge makes it: it names its kind now, and subjects were accounts. No answer of the API is read so. */
export function reportAsBefore({ kind, details, mistakes, ...rest }: Values): unknown {
  if (kind !== undefined && kind !== "ranking")
    throw new Error(`a report of a ranking was expected; found ${JSON.stringify(kind)}`);
  const renamedMistakes = Array.isArray(mistakes) ? mistakes.map((each) => renamed(each, "subject", "account")) : mistakes;
  return asBefore({ ...rest, details: renamed(details, "subjects", "accounts"), mistakes: renamedMistakes });
}
