/** Every attack, by what it is after. What a prediction's text may hold belongs to whoever reads predictions. */
import type { Attack } from "../support/attack.ts";
import { KERNEL } from "./kernel.ts";
import { LEAVING } from "./leaving.ts";
import { MEMORY } from "./memory.ts";
import { NETWORK } from "./network.ts";
import { OUTPUT } from "./output.ts";
import { PROCESSES } from "./processes.ts";
import { READING } from "./reading.ts";
import { TIME } from "./time.ts";
import { WRITING } from "./writing.ts";

export const ATTACKS: readonly Attack[] = [
  ...READING,
  ...NETWORK,
  ...PROCESSES,
  ...MEMORY,
  ...OUTPUT,
  ...WRITING,
  ...TIME,
  ...KERNEL,
  ...LEAVING,
];
