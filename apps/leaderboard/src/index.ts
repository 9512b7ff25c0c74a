export { createLeaderboard, type Leaderboard } from "./create-leaderboard.ts";
export { listen, PortInUseError } from "./listen.ts";
export type { LeaderboardOptions, MachineFacts, OpenedEvent, SetUp } from "./options.ts";
