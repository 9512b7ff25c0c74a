/**
 * Sending an archive once, whatever happens on the way: where no answer came, the server may have stored it all the same. So it is
 * sent again only after the server said that it has not got it. What tells them apart is the digest, among the
 * attempts that were not there before.
 */
import { createHash } from "node:crypto";
import { Type, type Static } from "@sinclair/typebox";
import type { Language } from "@vigie/spec";
import { asksConsent } from "./consent.ts";
import { Patience } from "./patience.ts";
import type { Say } from "./say.ts";
import { ask, bearer, request, settled, type Credentials } from "./server-client.ts";

const Sent = Type.Object({ id: Type.String() });
const Attempts = Type.Array(
  Type.Object({ id: Type.String(), attempt: Type.Integer(), digest: Type.String(), sentDigest: Type.String() }),
);

export interface Sending {
  readonly credentials: Credentials;
  readonly language: Language;
  readonly challenge: string;
  readonly archive: Uint8Array;
  readonly name: string;
  /** Asks the team whether it agrees to what is kept of it, and tells the server. */
  readonly consent?: () => Promise<void>;
}

/** @returns the id of the submission. @throws CommandFailure with the server's sentence. */
export async function sendArchive(sending: Sending, say: Say, print: (line: string) => void): Promise<string> {
  const { credentials, language, challenge, archive, name } = sending;
  const { url } = credentials;
  const headers = bearer(credentials, language);
  const patience = new Patience(say, print);
  const attempts = (most: number): Promise<Static<typeof Attempts>> => {
    const query = new URLSearchParams({ challenge, most: String(most) }).toString();
    return ask(url, `/api/v1/me/submissions?${query}`, { headers }, Attempts, say, patience);
  };
  const digest = createHash("sha256").update(archive).digest("hex");
  const before = Math.max(0, ...(await attempts(1)).map(({ attempt }) => attempt));
  const path = `/api/v1/challenges/${encodeURIComponent(challenge)}/submissions`;
  const body = new FormData();
  body.append("archive", new Blob([new Uint8Array(archive)]), name);
  let hasAsked = false;
  for (;;) {
    const came = await request(url, path, { method: "POST", headers, body });
    if (sending.consent && asksConsent(came) && !hasAsked) {
      hasAsked = true;
      await sending.consent();
      continue;
    }
    if (!(await patience.waits(came))) return settled(came, url, path, Sent, say).id;
    if (came !== null) continue;
    const stored = (await attempts(20)).find((one) => one.attempt > before && [one.digest, one.sentDigest].includes(digest));
    if (stored !== undefined) return stored.id;
  }
}
