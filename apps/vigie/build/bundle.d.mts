import type { Plugin } from "esbuild";

export function bundleHouse(dist: string, plugins?: readonly Plugin[]): Promise<void>;
