/** Lawful people who show indicators: look-alike groups by their trade, and everybody now and then. */
import { INDICATORS } from "../indicators.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Profile } from "../life/profile.ts";
import type { Parameters } from "../parameters.ts";
import type { Plan } from "../plan.ts";
import { TOKEN, tokenNumber } from "../ground/tokens.ts";
import { ACT_DAYS } from "./act.ts";
import { BEHAVIOURS, GROUP_REPERTOIRES, suits } from "./repertoire.ts";

const TOPIC_LAWFUL = 7;
/** How likely somebody in no group shows any one indicator: most people have some odd month. */
const BACKGROUND = 0.016;

/** Writes the unusual but lawful habits of an account. */
export function liveUnusually(ledger: Ledger, profile: Profile, plan: Plan, { lookalikeOverlap }: Parameters): void {
  const generator = ledger.open(TOPIC_LAWFUL);
  const repertoire = GROUP_REPERTOIRES[profile.group] ?? {};
  const { days } = ledger.ground.calendar;
  const friend = plan.friend(ledger.slot, 0);
  for (const indicator of INDICATORS) {
    const likely = Math.min(0.95, (repertoire[indicator] ?? 0) * lookalikeOverlap);
    const shows = generator.chance(Math.max(likely, BACKGROUND));
    const strength = 0.75 + 0.75 * generator.unit();
    const start = generator.below(Math.max(1, days - ACT_DAYS));
    if (!shows || !suits(indicator, profile.business)) continue;
    BEHAVIOURS[indicator]?.({
      ledger,
      profile,
      generator,
      start,
      strength,
      planted: false,
      othersDevice: friend < 0 ? -1 : tokenNumber(TOKEN.device, friend, 0),
      othersPhone: friend < 0 ? -1 : tokenNumber(TOKEN.phone, friend, 0),
    });
  }
}
