/** What the fake store does of running an event: nothing, where no test says more. */
import type { EventDesk, FinalChoice, TeamDesk } from "@vigie/store";

const notHere = () => Promise.reject(new Error("not here"));
const none = () => Promise.resolve([]);

export class FakeDesk implements EventDesk, TeamDesk {
  act: EventDesk["act"] = notHere;
  changeWords: EventDesk["changeWords"] = notHere;
  planTeams: EventDesk["planTeams"] = notHere;
  saveTeams: EventDesk["saveTeams"] = notHere;
  countTeams: EventDesk["countTeams"] = notHere;
  changeTeam: EventDesk["changeTeam"] = notHere;
  teamProfile: EventDesk["teamProfile"] = notHere;
  teamProfiles: EventDesk["teamProfiles"] = none;
  lights: EventDesk["lights"] = none;
  issueCodes: EventDesk["issueCodes"] = notHere;
  codes: EventDesk["codes"] = none;
  announce: EventDesk["announce"] = notHere;
  takeDown: EventDesk["takeDown"] = notHere;
  announcements: EventDesk["announcements"] = none;
  rerun: EventDesk["rerun"] = notHere;
  withdraw: EventDesk["withdraw"] = notHere;
  giveBack: EventDesk["giveBack"] = notHere;
  queueState: EventDesk["queueState"] = notHere;
  queue: EventDesk["queue"] = none;
  auditLog: EventDesk["auditLog"] = none;
  eraseTeam: EventDesk["eraseTeam"] = notHere;
  backup: EventDesk["backup"] = () => {
    throw new Error("not here");
  };
  nameOwnTeam: TeamDesk["nameOwnTeam"] = notHere;
  consent: TeamDesk["consent"] = () => Promise.resolve();
  hasConsented: TeamDesk["hasConsented"] = () => Promise.resolve(true);
  choose: TeamDesk["choose"] = notHere;
  finalChoice: TeamDesk["finalChoice"] = () => Promise.resolve<FinalChoice>({ chosen: null, goes: null });
  ownPlaces: TeamDesk["ownPlaces"] = none;
  keepInstant: TeamDesk["keepInstant"] = () => Promise.resolve();
}
