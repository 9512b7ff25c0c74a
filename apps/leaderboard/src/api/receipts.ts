/** All receipts of a challenge, for an organizer who puts the verdicts of several sites together. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import type { ExportedReceipt } from "@vigie/store";
import { challengeOf } from "../challenge-of.ts";
import { admitted } from "../http/admission.ts";
import type { Site } from "../page.ts";
import { tellsNoMore } from "../visibility.ts";

/** As text, one receipt at a time: there may be twenty thousand. One of a hidden split that says too much is left out. */
async function* told(receipts: AsyncIterable<ExportedReceipt>, stepPoints: number): AsyncGenerator<string> {
  let begun = false;
  yield '{"receipts":1,"runs":[';
  for await (const { team, baseline, attempt, receivedAt, signed } of receipts) {
    if (signed.receipt.split !== "practice" && !tellsNoMore(signed.receipt, stepPoints)) continue;
    yield `${begun ? "," : ""}${JSON.stringify({ team, baseline, attempt, receivedAt, signed })}`;
    begun = true;
  }
  yield "]}";
}

export function exportReceipts({ store }: Site) {
  return async (request: Request, response: Response): Promise<void> => {
    const { actor } = admitted(request, "rejudge");
    const { id, precisionPoints } = await challengeOf({ store }, request);
    response.set("cache-control", "private, no-store").type("json");
    if (request.method === "HEAD") return void response.end();
    await store.audit({ actor, act: "export-receipts", subject: id });
    await pipeline(Readable.from(told(store.receipts(id), precisionPoints)), response);
  };
}
