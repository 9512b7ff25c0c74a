/** What the maker of a world knows of other accounts without writing them: the same as a look-up in all inputs would tell. */
import type { Elsewhere } from "./findings/predicate.ts";
import type { Tokens } from "./ground/tokens.ts";
import { TOKEN } from "./ground/tokens.ts";
import type { Plan } from "./plan.ts";

/** Tells from tokens alone whose they are. Receivers that several accounts share have a kind of their own. */
export function knownElsewhere(tokens: Tokens, plan: Plan): Elsewhere {
  const holderOf = (token: string, kind: number): number => {
    const slot = tokens.ownerOf(token, kind);
    return slot < plan.accounts ? slot : -1;
  };
  return {
    isAnothersPhone(token, account) {
      const slot = holderOf(token, TOKEN.phone);
      return slot >= 0 && slot !== plan.slotOf(account);
    },
    isAnothersAddress(token, account) {
      const home = holderOf(token, TOKEN.address);
      return home >= 0 && plan.livesThere(home).some((slot) => slot !== plan.slotOf(account));
    },
    isSharedReceiver: (token) => tokens.ownerOf(token, TOKEN.receiver) >= 0,
  };
}
