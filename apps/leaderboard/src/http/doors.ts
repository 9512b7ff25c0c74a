/** What the app keeps in mind of those who come: one of each for all requests. */
import { Gate } from "../upload/gate.ts";
import { UPLOAD_LIMITS, type UploadLimits } from "../upload/limits.ts";
import { WrongCodes } from "./wrong-codes.ts";

export interface Doors {
  readonly limits: UploadLimits;
  readonly gate: Gate;
  readonly wrongCodes: WrongCodes;
  /** From where somebody signed in since this program began; other machines alone, and no more than a few thousand. */
  readonly devices: Set<string>;
}

const MOST_DEVICES = 4096;

/** Remembers that somebody signed in from elsewhere. */
export function noteDevice({ devices }: Pick<Doors, "devices">, address: string): void {
  const here = address === "" || address === "::1" || address.startsWith("127.");
  if (!here && devices.size < MOST_DEVICES) devices.add(address);
}

export function openDoors(wished: Partial<UploadLimits> = {}): Doors {
  const limits = { ...UPLOAD_LIMITS, ...wished };
  return { limits, gate: new Gate(limits), wrongCodes: new WrongCodes(), devices: new Set() };
}
