/** What a request says beside its address, checked against its route's schema; a fault says where, what was expected, what came. */
import type { TSchema } from "@sinclair/typebox";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { Language } from "@vigie/spec";
import { say } from "../say.ts";
import { Refusal, type InputFault } from "./refusals.ts";

/** A query is text: what is to be a number is read as one. Keys that nobody asked for are let be. */
const OPTIONS = { allErrors: true, verbose: true, strict: true } as const;
const readers = { query: new Ajv({ ...OPTIONS, coerceTypes: true }), body: new Ajv(OPTIONS) };
const compiled = new WeakMap<TSchema, ValidateFunction>();

function validatorOf(schema: TSchema, place: keyof typeof readers): ValidateFunction {
  const validate = compiled.get(schema) ?? readers[place].compile(schema);
  compiled.set(schema, validate);
  return validate;
}

function expected(lang: Language, { keyword, params, message }: ErrorObject): string {
  const value = (name: string): string => String(params[name]);
  switch (keyword) {
    case "required":
      return say(lang, "input.required");
    case "type":
      return say(lang, "input.type", { type: value("type") });
    case "minimum":
    case "maximum":
      return say(lang, `input.${keyword}`, { limit: value("limit") });
    case "minLength":
    case "maxLength":
      return say(lang, `input.${keyword}`, { limit: value("limit") });
    case "pattern":
      return say(lang, "input.pattern", { pattern: value("pattern") });
    default:
      return message ?? "";
  }
}

function excerpt(lang: Language, { keyword, data }: ErrorObject): string {
  if (keyword === "required") return say(lang, "input.nothing");
  const text = JSON.stringify(data) ?? say(lang, "input.nothing");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function faultOf(lang: Language, error: ErrorObject, place: string): InputFault {
  const missing: unknown = error.params["missingProperty"];
  const at = typeof missing === "string" ? `${error.instancePath}/${missing}` : error.instancePath;
  return { where: `${place}${at}`, expected: expected(lang, error), found: excerpt(lang, error) };
}

/** @returns the value as its schema has it. @throws Refusal `bad-request`, with every fault in both languages. */
export function checkedInput(schema: TSchema, value: unknown, place: keyof typeof readers): unknown {
  const copy: unknown = place === "query" ? { ...(typeof value === "object" ? value : {}) } : value;
  const validate = validatorOf(schema, place);
  if (validate(copy)) return copy;
  const errors = validate.errors ?? [];
  const faults = (lang: Language): InputFault[] => errors.map((error) => faultOf(lang, error, place));
  const told = (lang: Language): string =>
    faults(lang)
      .map((fault) => say(lang, "input.fault", { ...fault }))
      .join(" ");
  const problems = { en: faults("en"), fr: faults("fr") };
  throw new Refusal("bad-request", { detail: { en: told("en"), fr: told("fr") }, problems });
}
