/**
 * A form with one archive, looked at whole. The archive is handed on while it comes, and its stream ends only once the form
 * has been read to its end and holds nothing else: a reader that keeps nothing of a stream that fails keeps nothing of
 * a request that is wrong.
 *
 * Invariants: after the first fault nothing more is handed on, and the fault alone is told; parts are counted twice, by the
 * parser and by their delimiters, so that what the parser skips is seen.
 */
import type { Readable } from "node:stream";
import type { Request } from "express";
import busboy from "busboy";
import { Refusal } from "../http/refusals.ts";
import { say } from "../say.ts";
import { Delimiters } from "./delimiters.ts";

const FIELD = "archive";
const MOST_FIELDS = 4;
const MOST_FIELD_BYTES = 4096;

export type FormFault = "noFile" | "otherFile" | "secondFile" | "fields" | "broken" | "unnamed";

function refusalOf(fault: FormFault, cause?: unknown): Refusal {
  return new Refusal("bad-request", { detail: { en: say("en", `form.${fault}`), fr: say("fr", `form.${fault}`) }, cause });
}

/** The boundary that a form's content-type names. @throws Refusal `not-multipart` where it is none. */
export function boundaryOf(request: Request): string {
  const match = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    request.get("content-type") ?? "",
  );
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw new Refusal("not-multipart");
  return boundary;
}

export interface Form {
  /** The file in the field `archive`, as soon as it begins. Fails as `whole` does. */
  readonly file: Promise<Readable>;
  /** Ends when everything was read and nothing else was there. @throws Refusal. */
  readonly whole: Promise<undefined>;
  readonly fail: (why: Refusal) => void;
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (why: Refusal) => void;
}

/** Node 20 has no `Promise.withResolvers`. */
function deferred<T>(): Deferred<T> {
  let ends: Pick<Deferred<T>, "resolve" | "reject"> = { resolve: () => undefined, reject: () => undefined };
  const promise = new Promise<T>((resolve, reject) => (ends = { resolve, reject }));
  promise.catch(() => undefined);
  return { promise, ...ends };
}

/** @throws Refusal `not-multipart` where the parser cannot make sense of the content-type. */
function parserOf(request: Request, limits: busboy.Limits): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits, defParamCharset: "utf8" });
  } catch (cause) {
    throw new Refusal("not-multipart", { cause });
  }
}

/** Begins to read a form. */
export function openForm(request: Request, boundary: string): Form {
  const file = deferred<Readable>();
  const whole = deferred<undefined>();
  const delimiters = new Delimiters(boundary);
  const count = (chunk: Buffer): void => delimiters.take(chunk);
  const limits = { files: 2, fields: MOST_FIELDS + 1, fieldSize: MOST_FIELD_BYTES, headerPairs: 50 };
  const parser = parserOf(request, limits);
  let [files, fields, failed] = [0, 0, false];
  let open: Readable | null = null;
  const fail = (why: Refusal): void => {
    if (failed) return;
    failed = true;
    request.unpipe(parser);
    request.off("data", count);
    file.reject(why);
    whole.reject(why);
    open?.destroy(why);
  };
  parser.on("file", (name, stream, { filename }) => {
    files += 1;
    stream.on("error", () => undefined);
    if (files === 1 && name === FIELD && filename) {
      open = stream;
      file.resolve(stream);
      return;
    }
    stream.resume();
    if (files > 1) fail(refusalOf("secondFile"));
    else fail(refusalOf(name === FIELD ? "noFile" : "otherFile"));
  });
  parser.on("field", (_name, _value, { nameTruncated, valueTruncated }) => {
    fields += 1;
    if (fields > MOST_FIELDS || nameTruncated || valueTruncated) fail(refusalOf("fields"));
  });
  parser.on("error", (cause) => fail(refusalOf("broken", cause)));
  parser.on("close", () => {
    const parts = delimiters.parts();
    if (parts === null) fail(refusalOf("broken"));
    else if (parts !== files + fields) fail(refusalOf("unnamed"));
    else if (files === 0) fail(refusalOf("noFile"));
    else whole.resolve(undefined);
  });
  request.once("close", () => {
    if (!request.complete) fail(refusalOf("broken"));
  });
  request.on("data", count).pipe(parser);
  return { file: file.promise, whole: whole.promise, fail };
}

/**
 * The archive of a form. Its bytes end well only where the whole form was read and is right; `tooLarge` is thrown where they
 * are more than `mostBytes`.
 */
export async function* bytesOf(form: Form, mostBytes: number, tooLarge: () => Refusal): AsyncGenerator<Uint8Array> {
  const stream = await form.file;
  let size = 0;
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError("an upload's stream gave something that is no bytes");
      size += chunk.length;
      if (size > mostBytes) throw tooLarge();
      yield chunk;
    }
  } catch (cause) {
    // A file that breaks off says so before the form does, whose refusal has the words.
    if (!(cause instanceof Refusal) && !(cause instanceof TypeError)) await form.whole;
    throw cause;
  }
  await form.whole;
}
