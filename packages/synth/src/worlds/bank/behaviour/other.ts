/** What of somebody else turns up in an account that is not theirs. */
import { TOKEN, tokenNumber } from "../ground/tokens.ts";
import type { Plan } from "../plan.ts";
import type { Other } from "./act.ts";

/** The device, phone and address of the holder of a slot. */
export function otherOf(plan: Plan, slot: number): Other {
  return {
    device: tokenNumber(TOKEN.device, slot, 0),
    phone: tokenNumber(TOKEN.phone, slot, 0),
    address: tokenNumber(TOKEN.address, plan.homeOf(slot), 0),
  };
}
