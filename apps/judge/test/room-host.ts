// Bundled and started under another account by user-bench.ts: opens a sandbox there and judges what it is sent.
import process from "node:process";
import { openSandbox } from "@vigie/runner";
import { openRoom } from "./judge-room.ts";
import type { FromHost, ToHost } from "./user-bench.ts";

const send = (message: FromHost): void => void process.send?.(message);

async function open({ installation, challenge, parent }: Extract<ToHost, { kind: "open" }>): Promise<void> {
  const opened = await openSandbox("bubblewrap");
  if (opened.kind === "missing") {
    send({ kind: "missing", why: `${opened.missing.reason}: ${opened.missing.detail}` });
    return;
  }
  const room = await openRoom(opened.sandbox, installation, challenge, parent);
  process.on("message", (message: ToHost) => {
    if (message.kind === "judge") void room.judge(message.sources).then((judgement) => send({ kind: "judged", judgement }));
    if (message.kind === "close") void room.close().then(() => process.disconnect());
  });
  send({ kind: "opened", weaknesses: opened.sandbox.weaknesses });
}

process.once("message", (message: ToHost) => void (message.kind === "open" && open(message)));
// the judge ends with whoever started it
process.on("disconnect", () => process.exit(0));
