/** Visitors who keep all that the web app ever answered them: pages, API, feed and headers. */

interface Fetched {
  readonly path: string;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** A program that reads pages and API with a team's token, or without one. */
export class Visitor {
  readonly #address: string;
  readonly #token: string | null;
  /** All that was ever answered. */
  readonly log: Fetched[] = [];

  constructor(address: string, token: string | null) {
    [this.#address, this.#token] = [address, token];
  }

  async ask(path: string, init: RequestInit = {}): Promise<Fetched> {
    // One that waited for the next question may be closed by the server at the moment it comes.
    const headers: Record<string, string> = {
      connection: "close",
      ...(this.#token === null ? {} : { authorization: `Bearer ${this.#token}` }),
    };
    const answer = await fetch(this.#address + path, { ...init, headers, redirect: "manual" });
    const fetched = {
      path,
      status: answer.status,
      headers: JSON.stringify([...answer.headers]),
      body: await answer.text(),
    };
    this.log.push(fetched);
    return fetched;
  }

  send(path: string, archive: Buffer): Promise<Fetched> {
    const body = new FormData();
    body.set("archive", new Blob([Uint8Array.from(archive)]), "a.tar.gz");
    return this.ask(path, { method: "POST", body });
  }

  /** Follows every link and source of ours from these pages on. */
  async crawl(from: readonly string[]): Promise<void> {
    const seen = new Set(from);
    for (const path of seen) {
      const { body, headers } = await this.ask(path);
      if (!headers.includes("text/html")) continue;
      for (const [, link] of body.matchAll(/(?:href|src|action|data-[a-z]+)="(\/[^"#]*)/g)) {
        if (!link.endsWith("/feed")) seen.add(link.replaceAll("&amp;", "&").replaceAll("&#x3D;", "="));
      }
    }
  }
}

/** Listens to a feed until closed; gives all that came. */
export async function listenTo(address: string, token: string | null = null): Promise<() => Promise<string>> {
  const ending = new AbortController();
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(address, { headers, signal: ending.signal });
  let text = "";
  const reading = (async () => {
    try {
      for await (const chunk of answer.body ?? []) text += new TextDecoder().decode(chunk);
    } catch (error) {
      if (!ending.signal.aborted) throw error;
    }
  })();
  return async () => {
    ending.abort();
    await reading;
    return text;
  };
}

/** A visitor with the token that a code gives. */
export async function signIn(address: string, code: string): Promise<Visitor> {
  const answer = await fetch(`${address}/api/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  });
  const session: unknown = await answer.json();
  if (typeof session !== "object" || session === null || !("token" in session) || typeof session.token !== "string") {
    throw new Error(`expected a token; found ${JSON.stringify(session)}`);
  }
  return new Visitor(address, session.token);
}
