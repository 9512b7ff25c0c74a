/**
 * One way in for archives, by page and by API: streamed from the request into the store, so that an archive lies neither
 * in memory nor in a file of ours, and nothing is read from somebody who may not send.
 *
 * The store may answer before it has read everything (a refused archive); the rest is then read and dropped, so that the
 * sender gets the answer instead of a broken connection.
 */
import type { Readable } from "node:stream";
import type { Request, Response } from "express";
import multer from "multer";
import { archiveFaultSentence, formatDateTime } from "@vigie/report";
import type { ChallengeSpec, Language } from "@vigie/spec";
import type { Store, Submission, SubmitResult, Team } from "@vigie/store";
import { admittedTeam } from "./http/admission.ts";
import { Refusal } from "./http/refusals.ts";
import { eventOf, type Site } from "./page.ts";
import { say } from "./say.ts";

const MIB = 1024 * 1024;

class ArchiveTooLarge extends Error {}

/** The bytes of a stream, up to a cap. @throws ArchiveTooLarge beyond it. */
async function* capped(stream: Readable, mostBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError("an upload's stream gave something that is no bytes");
    bytes += chunk.length;
    if (bytes > mostBytes) throw new ArchiveTooLarge();
    yield chunk;
  }
}

function streamInto(
  store: Store,
  team: Team,
  challenge: ChallengeSpec,
  keep: (result: SubmitResult) => void,
): multer.StorageEngine {
  return {
    _handleFile(request, file, done) {
      request.once("close", () => {
        if (!request.complete) file.stream.destroy(new Error("the upload was broken off"));
      });
      const archive = capped(file.stream, challenge.limits.sourceMiB * MIB);
      store.submit({ team: team.id, challenge: challenge.id, archive, countAttempt: true }).then(
        (result) => {
          keep(result);
          file.stream.resume();
          done(null, {});
        },
        (error: unknown) => {
          file.stream.resume();
          done(error);
        },
      );
    },
    _removeFile(_request, _file, done) {
      done(null);
    },
  };
}

function both(sentence: (lang: Language) => string): { en: string; fr: string } {
  return { en: sentence("en"), fr: sentence("fr") };
}

function mebibytes(lang: Language, size: number): string {
  return say(lang, "unit.mebibytes", { n: size });
}

function refusalOf(error: unknown, { limits }: ChallengeSpec): Error {
  if (error instanceof ArchiveTooLarge) {
    return new Refusal("too-large", {
      detail: both((lang) => say(lang, "runs.tooLarge", { size: mebibytes(lang, limits.sourceMiB) })),
    });
  }
  if (error instanceof multer.MulterError) return new Refusal("not-multipart", { cause: error });
  if (error instanceof Error && /multipart|boundary|unexpected end|malformed/i.test(error.message))
    return new Refusal("bad-request", { cause: error });
  return error instanceof Error ? error : new Error("the upload failed", { cause: error });
}

/** What the store said to the field `archive`; null where the form came without a file. */
async function streamed(
  site: Site,
  team: Team,
  challenge: ChallengeSpec,
  request: Request,
  response: Response,
): Promise<SubmitResult | null> {
  let result: SubmitResult | null = null;
  const take = multer({
    storage: streamInto(site.store, team, challenge, (kept) => (result = kept)),
    limits: { files: 1, fields: 4, fieldSize: 4096, headerPairs: 50 },
    fileFilter: (_request, file, done) => done(null, file.originalname !== ""),
    defParamCharset: "utf8",
  }).single("archive");
  await new Promise<void>((resolve, reject) => {
    take(request, response, (error: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(refusalOf(error, challenge));
    });
  });
  return result;
}

/** The team that sends. @throws Refusal where this visitor may not submit here. */
function sender({ options: { uploads } }: Site, request: Request): Team {
  const { team } = admittedTeam(request, "submit");
  if (!uploads.allowed) throw new Refusal("uploads-off", uploads.reason === undefined ? {} : { detail: uploads.reason });
  return team;
}

/** Takes and stores an archive. @throws Refusal with the reason, in both languages. */
export async function storeArchive(
  site: Site,
  request: Request,
  response: Response,
  challenge: ChallengeSpec,
): Promise<Submission> {
  const team = sender(site, request);
  if (!request.is("multipart/form-data")) throw new Refusal("not-multipart");
  const result = await streamed(site, team, challenge, request, response);
  if (result === null) throw new Refusal("bad-request", { detail: both((lang) => say(lang, "runs.noFile")) });
  if (result.kind === "stored") return result.submission;
  const { timeZone } = await eventOf(site);
  if (result.kind === "refused") {
    throw new Refusal("refused-archive", { detail: both((lang) => archiveFaultSentence(lang, result.fault)) });
  }
  if (result.kind === "closed") {
    throw new Refusal("closed", {
      detail: both((lang) => say(lang, "runs.closed", { at: formatDateTime(lang, result.closesAt, timeZone) })),
    });
  }
  throw new Refusal("quota", {
    detail: both((lang) => say(lang, "runs.quota", { perDay: result.perDay, at: formatDateTime(lang, result.nextAt, timeZone) })),
    retryAfterSeconds: Math.max(1, Math.ceil((Date.parse(result.nextAt) - Date.now()) / 1000)),
  });
}
