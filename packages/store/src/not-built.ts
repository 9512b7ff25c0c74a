import type { EventDesk, TeamDesk } from "./event-contract.ts";
import { StoreError } from "./errors.ts";

function never(): never {
  throw new StoreError("not-built", "not built yet");
}
const later = (): Promise<never> => Promise.resolve().then(never);

/** Until they are. */
export const NOT_BUILT: EventDesk & TeamDesk = {
  act: later,
  changeWords: later,
  planTeams: later,
  saveTeams: later,
  countTeams: later,
  changeTeam: later,
  teamProfile: later,
  teamProfiles: later,
  lights: later,
  issueCodes: later,
  codes: later,
  announce: later,
  takeDown: later,
  announcements: later,
  rerun: later,
  withdraw: later,
  giveBack: later,
  queueState: later,
  queue: later,
  auditLog: later,
  eraseTeam: later,
  backup: never,
  nameOwnTeam: later,
  consent: later,
  hasConsented: later,
  choose: later,
  finalChoice: later,
  ownPlaces: later,
  keepInstant: later,
};
