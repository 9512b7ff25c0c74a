export { createLeaderboard, type Leaderboard } from "./create-leaderboard.ts";
export { listen, PortInUseError } from "./listen.ts";
export type { LeaderboardOptions } from "./options.ts";
