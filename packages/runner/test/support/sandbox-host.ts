// Bundled and started under another account by remote-sandbox.ts: opens a sandbox there and runs what it is sent.
import { openSandbox, type SandboxPreference } from "../../src/index.ts";
import type { FromHost, ToHost } from "./remote-sandbox.ts";

const [, , backEnd = "", cgroups] = process.argv;
const isPreference = (name: string): name is SandboxPreference => name !== "";
const send = (message: FromHost): void => void process.send?.(message);

const opened = isPreference(backEnd) ? await openSandbox(backEnd, { cgroups: cgroups === "true" }) : null;
const sandbox = opened?.kind === "ready" ? opened.sandbox : null;
const why = opened?.kind === "missing" ? `${opened.missing.reason}: ${opened.missing.detail}` : "";
const aborts = new Map<number, AbortController>();

async function close(): Promise<void> {
  await sandbox?.close();
  process.disconnect();
}

process.on("message", (message: ToHost) => {
  if ("close" in message) return void close();
  if ("abort" in message) return aborts.get(message.id)?.abort();
  const { id, request } = message;
  const abort = new AbortController();
  aborts.set(id, abort);
  void sandbox
    ?.run({ ...request, signal: abort.signal, onOutput: (chunk) => send({ id, chunk }) })
    .then((outcome) => send({ id, outcome }))
    .finally(() => aborts.delete(id));
});
// the judge ends with whoever started it
process.on("disconnect", () => process.exit(0));

send({
  why,
  opened: sandbox === null ? null : { kind: sandbox.kind, weaknesses: sandbox.weaknesses, runtimes: sandbox.runtimes },
});
