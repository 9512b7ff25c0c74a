/** A judge as an ordinary user would start it: all of it in a process of that account, which can read nothing of root's. */
import { fork, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { build } from "esbuild";
import type { ChallengeSpec, Judgement } from "@vigie/spec";
import type { Installation } from "../src/installation.ts";
import { makeInstallation, tinyChallenge } from "./judge-bench.ts";
import type { Sources } from "./judge-room.ts";

export type ToHost =
  | { readonly kind: "open"; readonly installation: Installation; readonly challenge: ChallengeSpec; readonly parent: string }
  | { readonly kind: "judge"; readonly sources: Sources }
  | { readonly kind: "close" };
export type FromHost =
  | { readonly kind: "opened"; readonly weaknesses: readonly string[] }
  | { readonly kind: "missing"; readonly why: string }
  | { readonly kind: "judged"; readonly judgement: Judgement };

export interface UserBench {
  readonly challenge: ChallengeSpec;
  /** One at a time. */
  judge(sources: Sources): Promise<Judgement>;
  close(): Promise<void>;
}

/** An account that no distribution gives away. */
const ORDINARY_UID = 12345;

const REQUIRE = 'import { createRequire as ours } from "node:module"; const require = ours(import.meta.url);';

/** One file that needs nothing of the clone. */
async function bundleHost(outfile: string): Promise<void> {
  const entryPoints = [join(import.meta.dirname, "room-host.ts")];
  const common = { bundle: true, platform: "node", format: "esm", logLevel: "error" } as const;
  await build({ ...common, entryPoints, outfile, banner: { js: REQUIRE }, external: ["esbuild"] });
}

/** The installation with all that it names in `parent`, where anybody may read. */
async function copiedInstallation(parent: string): Promise<Installation> {
  const made = await makeInstallation(parent);
  const [bundler, datasets] = [join(parent, "bundler"), join(parent, "datasets")];
  cpSync(made.bundlerBinary ?? "", bundler);
  cpSync(join(made.datasetsDir, "follow-the-money"), join(datasets, "follow-the-money"), { recursive: true });
  return { ...made, bundlerBinary: bundler, datasetsDir: datasets };
}

function answerOf(host: ChildProcess): Promise<FromHost> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error("the user's judge ended before it answered"));
    host.once("exit", gone);
    host.once("message", (message: FromHost) => {
      host.off("exit", gone);
      resolve(message);
    });
  });
}

/** Null (and a line that says why) where such a user has no bubblewrap here. Only root can start it. */
export async function openUserBench(): Promise<UserBench | null> {
  const parent = mkdtempSync(join(tmpdir(), "vigie-user-bench-"));
  chmodSync(parent, 0o755);
  const work = join(parent, "work");
  mkdirSync(work);
  chownSync(work, ORDINARY_UID, ORDINARY_UID);
  await bundleHost(join(parent, "host.mjs"));
  const env = { PATH: "/usr/bin:/bin", VIGIE_TEST_CANARY: process.env["VIGIE_TEST_CANARY"] ?? "" };
  const account = { uid: ORDINARY_UID, gid: ORDINARY_UID };
  const host = fork(join(parent, "host.mjs"), [], { ...account, env, cwd: "/", execArgv: [], serialization: "advanced" });
  const exited = new Promise((resolve) => host.once("exit", resolve));
  const challenge = tinyChallenge();
  const ask = (message: ToHost): Promise<FromHost> => {
    const answer = answerOf(host);
    host.send(message);
    return answer;
  };
  const close = async (): Promise<void> => {
    if (host.connected) host.send({ kind: "close" } satisfies ToHost);
    await exited;
    rmSync(parent, { recursive: true, force: true });
  };
  const opened = await ask({ kind: "open", installation: await copiedInstallation(parent), challenge, parent: work });
  if (opened.kind !== "opened") {
    console.log(`no sandbox for uid ${ORDINARY_UID}: ${opened.kind === "missing" ? opened.why : opened.kind}`);
    host.kill("SIGKILL");
    await exited;
    rmSync(parent, { recursive: true, force: true });
    return null;
  }
  if (!opened.weaknesses.includes("shared-uid")) throw new Error("expected a judge whose runs carry its own account");
  return {
    challenge,
    judge: async (sources) => {
      const answer = await ask({ kind: "judge", sources });
      if (answer.kind !== "judged") throw new Error(`expected a judgement; found ${answer.kind}`);
      return answer.judgement;
    },
    close,
  };
}
