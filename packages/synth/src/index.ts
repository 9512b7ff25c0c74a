export { createWorld } from "./create-world.ts";
export type { WorldMaker, WorldOptions } from "./worlds/world-maker.ts";
