/** What the app keeps in mind of those who come: one of each for all requests. */
import { Gate } from "../upload/gate.ts";
import { UPLOAD_LIMITS, type UploadLimits } from "../upload/limits.ts";
import { WrongCodes } from "./wrong-codes.ts";

export interface Doors {
  readonly limits: UploadLimits;
  readonly gate: Gate;
  readonly wrongCodes: WrongCodes;
}

export function openDoors(wished: Partial<UploadLimits> = {}): Doors {
  const limits = { ...UPLOAD_LIMITS, ...wished };
  return { limits, gate: new Gate(limits), wrongCodes: new WrongCodes() };
}
