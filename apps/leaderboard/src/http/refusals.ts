/** What an answer refuses, as a value that is thrown: one error handler turns it into a page or into problem details. */

export type RefusalCode =
  | "bad-request"
  | "wrong-code"
  | "sign-in"
  | "forbidden"
  | "consent"
  | "cross-site"
  | "not-found"
  | "wrong-method"
  | "too-slow"
  | "closed"
  | "meanwhile"
  | "too-large"
  | "not-multipart"
  | "not-json"
  | "refused-archive"
  | "faulty"
  | "quota"
  | "too-many"
  | "uploads-off"
  | "failed"
  | "preparing"
  | "busy"
  | "no-room";

const STATUS: Readonly<Record<RefusalCode, number>> = {
  "bad-request": 400,
  "wrong-code": 401,
  "sign-in": 401,
  forbidden: 403,
  consent: 403,
  "cross-site": 403,
  "uploads-off": 403,
  "not-found": 404,
  "wrong-method": 405,
  "too-slow": 408,
  closed: 409,
  meanwhile: 409,
  "too-large": 413,
  "not-multipart": 415,
  "not-json": 415,
  "refused-archive": 422,
  faulty: 422,
  quota: 429,
  "too-many": 429,
  failed: 500,
  preparing: 503,
  busy: 503,
  "no-room": 507,
};

/** What a request's query or body is refused for. */
export interface InputFault {
  /** "query/page", "body/code". */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}

/** A request that is not served. `detail` replaces the sentence of its code; `problems` say what of the request was not as expected. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly detail: { readonly en: string; readonly fr: string } | null;
  readonly retryAfterSeconds: number | null;
  readonly problems: { readonly en: readonly InputFault[]; readonly fr: readonly InputFault[] } | null;

  constructor(
    code: RefusalCode,
    more: {
      readonly detail?: { readonly en: string; readonly fr: string };
      readonly retryAfterSeconds?: number;
      readonly problems?: { readonly en: readonly InputFault[]; readonly fr: readonly InputFault[] };
      readonly cause?: unknown;
    } = {},
  ) {
    super(`refused: ${code}`, { cause: more.cause });
    this.name = "Refusal";
    this.code = code;
    this.status = STATUS[code];
    this.detail = more.detail ?? null;
    this.problems = more.problems ?? null;
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
  }
}
