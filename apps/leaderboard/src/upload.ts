/** One way in for archives, by page and by API: multipart, capped, handed to the store, its answer turned into a refusal or an id. */
import type { Request, RequestHandler } from "express";
import multer from "multer";
import { archiveFaultSentence, formatDateTime } from "@vigie/report";
import type { ChallengeSpec } from "@vigie/spec";
import type { Submission, Viewer } from "@vigie/store";
import { Refusal } from "./http/refusals.ts";
import { eventOf, type Site } from "./page.ts";
import { say } from "./say.ts";

const MIB = 1024 * 1024;

/** Takes the field `archive` into memory, up to the size that any challenge allows. */
export function takeArchive(maxMiB: number): RequestHandler {
  const take = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: maxMiB * MIB, files: 1, fields: 8 },
    defParamCharset: "utf8",
  }).single("archive");
  return (request, response, next) => {
    if (!request.is("multipart/form-data")) {
      next(new Refusal("not-multipart"));
      return;
    }
    take(request, response, (error: unknown) => {
      if (error instanceof multer.MulterError)
        next(new Refusal(error.code === "LIMIT_FILE_SIZE" ? "too-large" : "bad-request", { cause: error }));
      else if (error !== undefined && error !== null) next(new Refusal("bad-request", { cause: error }));
      else next();
    });
  };
}

function both(sentence: (lang: "en" | "fr") => string): { en: string; fr: string } {
  return { en: sentence("en"), fr: sentence("fr") };
}

/** Stores what came. @throws Refusal with the store's reason, in both languages. */
export async function storeArchive(
  site: Site,
  request: Request,
  viewer: Viewer | null,
  challenge: ChallengeSpec,
): Promise<Submission> {
  if (viewer === null) throw new Refusal("sign-in");
  if (viewer.team === null) throw new Refusal("forbidden");
  const { uploads } = site.options;
  if (!uploads.allowed) throw new Refusal("uploads-off", uploads.reason === undefined ? {} : { detail: uploads.reason });
  const bytes = request.file?.buffer;
  if (bytes === undefined || bytes.length === 0)
    throw new Refusal("bad-request", { detail: both((lang) => say(lang, "runs.noFile")) });
  const result = await site.store.submit({
    team: viewer.team.id,
    challenge: challenge.id,
    archive: (async function* () {
      yield await Promise.resolve(bytes);
    })(),
    countAttempt: true,
  });
  if (result.kind === "stored") return result.submission;
  const { timeZone } = await eventOf(site);
  if (result.kind === "refused")
    throw new Refusal("refused-archive", { detail: both((lang) => archiveFaultSentence(lang, result.fault)) });
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
