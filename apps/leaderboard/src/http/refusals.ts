/** What an answer refuses, as a value that is thrown: one error handler turns it into a page or into problem details. */

export type RefusalCode =
  | "bad-request"
  | "wrong-code"
  | "sign-in"
  | "forbidden"
  | "cross-site"
  | "not-found"
  | "wrong-method"
  | "too-slow"
  | "closed"
  | "too-large"
  | "not-multipart"
  | "not-json"
  | "refused-archive"
  | "quota"
  | "too-many"
  | "uploads-off"
  | "failed"
  | "busy"
  | "no-room";

const STATUS: Readonly<Record<RefusalCode, number>> = {
  "bad-request": 400,
  "wrong-code": 401,
  "sign-in": 401,
  forbidden: 403,
  "cross-site": 403,
  "uploads-off": 403,
  "not-found": 404,
  "wrong-method": 405,
  "too-slow": 408,
  closed: 409,
  "too-large": 413,
  "not-multipart": 415,
  "not-json": 415,
  "refused-archive": 422,
  quota: 429,
  "too-many": 429,
  failed: 500,
  busy: 503,
  "no-room": 507,
};

/** A request that is not served. `values` fill the sentence; `detail` replaces it where another room wrote one. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly values: Readonly<Record<string, string | number>>;
  readonly detail: { readonly en: string; readonly fr: string } | null;
  readonly retryAfterSeconds: number | null;

  constructor(
    code: RefusalCode,
    more: {
      readonly values?: Readonly<Record<string, string | number>>;
      readonly detail?: { readonly en: string; readonly fr: string };
      readonly retryAfterSeconds?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(`refused: ${code}`, { cause: more.cause });
    this.name = "Refusal";
    this.code = code;
    this.status = STATUS[code];
    this.values = more.values ?? {};
    this.detail = more.detail ?? null;
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
  }
}
