/** One ajv for every schema of the platform; its errors become ours. */
import type { Static, TSchema } from "@sinclair/typebox";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { SpecError, type Problem } from "./problem.ts";

const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, strictTuples: false });
const compiled = new WeakMap<TSchema, ValidateFunction>();

function validatorOf(schema: TSchema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

function excerpt(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function problemOf(file: string, error: ErrorObject, under: string): Problem {
  const at = `${under}${error.instancePath}`;
  const extra: unknown = error.params["additionalProperty"];
  if (typeof extra === "string") {
    return { file, pointer: `${at}/${extra}`, expected: "no such key", found: JSON.stringify(extra) };
  }
  const missing: unknown = error.params["missingProperty"];
  if (typeof missing === "string") {
    return { file, pointer: `${at}/${missing}`, expected: "a value (it is required)", found: "nothing" };
  }
  return {
    file,
    pointer: at,
    expected: (error.message ?? "another value").replace(/^must be /, "").replace(/^must /, "to "),
    found: excerpt(error.data),
  };
}

/** What keeps a value from its schema; empty where nothing does. @param under the JSON pointer at which the value stands in its file. */
export function problemsOf(schema: TSchema, value: unknown, file: string, under = ""): Problem[] {
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const kept = errors.filter((error) => error.keyword !== "anyOf" && error.keyword !== "if");
  return (kept.length > 0 ? kept : errors).map((error) => problemOf(file, error, under));
}

/**
 * Narrows a value that crossed a boundary to its schema's type.
 * @param file where it came from, for the message.
 * @throws SpecError with every problem found, by JSON pointer.
 */
export function checked<S extends TSchema>(schema: S, value: unknown, file: string): Static<S> {
  if (isValid(schema, value)) return value;
  throw new SpecError("invalid", problemsOf(schema, value, file));
}

/** True of a value that its schema allows. */
export function isValid<S extends TSchema>(schema: S, value: unknown): value is Static<S> {
  return validatorOf(schema)(value);
}
