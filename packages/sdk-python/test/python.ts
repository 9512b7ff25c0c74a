import { existsSync } from "node:fs";
import { dirname } from "node:path";

/** The system's own Python, which the sandbox uses too. */
export const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

/** This room's folder. */
export const room = dirname(import.meta.dirname);
