/** Receipts of a site, as they go from one to another: `vigie receipts export` writes them, `vigie receipts merge` reads them. */
import { Type, type Static } from "@sinclair/typebox";
import { SignedReceipt } from "@vigie/spec";

/** One judged run. What stands beside the receipt is the site's word and is not signed. */
export const SiteRun = Type.Object(
  {
    team: Type.String(),
    baseline: Type.Boolean(),
    attempt: Type.Integer({ minimum: 1 }),
    receivedAt: Type.String(),
    signed: SignedReceipt,
  },
  { additionalProperties: false },
);
export type SiteRun = Static<typeof SiteRun>;

export const ReceiptFile = Type.Object({ receipts: Type.Literal(1), runs: Type.Array(SiteRun) }, { additionalProperties: false });
export type ReceiptFile = Static<typeof ReceiptFile>;
