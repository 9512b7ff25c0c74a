/** `vigie new`: a team's project, which scores above chance as it is, with the SDK beside it for the editor. */
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import process from "node:process";
import type { Language } from "@vigie/spec";
import { CommandFailure } from "../failure.ts";
import { folderNamed } from "../named-challenge.ts";
import { BUNDLE_DIR, findInstallation } from "../places.ts";
import type { Say } from "../say.ts";

export interface NewOptions {
  readonly challenge: string;
  readonly python: boolean;
  /** In which language the editor explains columns and indicators. */
  readonly language: Language;
}

function checkFolder(folder: string, say: Say): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new CommandFailure(say("new.notEmpty", { folder }), 2);
}

function copySdk(folder: string, { python, language }: NewOptions): void {
  const { sdkDir } = findInstallation();
  const types = join(sdkDir, "types", language);
  if (python) {
    cpSync(join(sdkDir, "python", "vigie"), join(folder, "vigie"), { recursive: true });
    cpSync(join(types, "__init__.pyi"), join(folder, "vigie", "__init__.pyi"));
    return;
  }
  cpSync(join(sdkDir, "vigie-sdk.js"), join(folder, "vigie-sdk.js"));
  cpSync(join(types, "vigie-sdk.d.ts"), join(folder, "vigie-sdk.d.ts"));
}

/** How `vigie` is called from here, for the next command that is shown. */
function ownName(): string {
  return existsSync(join(BUNDLE_DIR, "challenges")) ? "node vigie.mjs" : "npx --no-install vigie";
}

export function newProject(target: string, options: NewOptions, say: Say): string {
  const { challenge, python } = options;
  const challengeFolder = folderNamed(challenge, say);
  const folder = resolve(target);
  checkFolder(folder, say);
  mkdirSync(folder, { recursive: true });
  cpSync(join(challengeFolder, "starters", python ? "python" : "typescript"), folder, { recursive: true });
  copySdk(folder, options);
  const near = relative(process.cwd(), folder) || ".";
  const shown = near.startsWith("../..") ? folder : near;
  return say("new.done", { folder: shown, command: `${ownName()} try ${shown}` });
}
