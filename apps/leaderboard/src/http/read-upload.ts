/** A page's form with one small file, read whole: fields by their names, the file's bytes under its field's. */
import type { Request, Response } from "express";
import busboy from "busboy";
import { UPLOAD_LIMITS } from "../upload/limits.ts";
import { boundaryOf } from "../upload/form.ts";
import { dropRest, watchPace } from "../upload/pace.ts";
import { beginBody } from "./begin-body.ts";
import { Refusal } from "./refusals.ts";

/** Five thousand teams, each with everything that is asked. */
const MOST_FILE_BYTES = 1 << 20;
const MOST_FIELD_BYTES = 1 << 20;

type Fields = Record<string, string | string[] | Uint8Array>;

function put(fields: Fields, name: string, value: string): void {
  const before = fields[name];
  fields[name] = typeof before === "string" ? [before, value] : Array.isArray(before) ? [...before, value] : value;
}

/** A file that nobody chose is no field. */
function takeFile(fields: Fields, parser: busboy.Busboy, fail: (why: Refusal) => void): void {
  parser.on("file", (name, stream, { filename }) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("limit", () => fail(new Refusal("too-large")));
    stream.on("end", () => {
      if (filename !== "" && filename !== undefined) fields[name] = new Uint8Array(Buffer.concat(chunks));
    });
  });
}

/** @throws Refusal `not-multipart`, `too-large`, `too-slow`, `bad-request`. */
export async function readUpload(request: Request, response: Response): Promise<unknown> {
  boundaryOf(request);
  beginBody(request, response);
  const fields: Fields = {};
  const limits = { files: 1, fields: 200, fileSize: MOST_FILE_BYTES, fieldSize: MOST_FIELD_BYTES, headerPairs: 50 };
  const parser = busboy({ headers: request.headers, limits, defParamCharset: "utf8" });
  await new Promise<void>((resolve, reject) => {
    const end = watchPace(request, 0, UPLOAD_LIMITS, () => fail(new Refusal("too-slow")));
    const fail = (why: Refusal): void => {
      end();
      request.unpipe(parser);
      response.set("connection", "close");
      dropRest(request);
      reject(why);
    };
    takeFile(fields, parser, fail);
    parser.on("field", (name, value, { valueTruncated }) => {
      if (valueTruncated) fail(new Refusal("too-large"));
      else put(fields, name, value);
    });
    parser.on("error", (cause) => fail(new Refusal("bad-request", { cause })));
    parser.on("close", () => {
      end();
      resolve();
    });
    request.pipe(parser);
  });
  return { ...fields };
}
