/** The event that `npm start` makes where there is none: teams, codes, and example submissions, judged for real. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Type, type Static } from "@sinclair/typebox";
import type { EventIdentity } from "@vigie/judge";
import { HELP_LINE, type ChallengeSpec } from "@vigie/spec";
import { checked } from "@vigie/spec/node";
import { packFolder } from "@vigie/store/archive";
import type { JudgeStore } from "@vigie/store/judge";
import { challengeNamed, challengesOutside, folderNamed } from "../named-challenge.ts";
import { sourceFiles } from "../project.ts";
import { CommandFailure } from "../failure.ts";
import type { Say } from "../say.ts";
import { DEMO_CHALLENGE, EXAMPLES, VISITING_TEAM } from "./demo-teams.ts";

const Codes = Type.Object(
  { team: Type.String(), mentor: Type.String(), organizer: Type.String() },
  { additionalProperties: false },
);
type Codes = Static<typeof Codes>;

const DEMO_DAYS = 30;

export interface Demo {
  printCodes(): void;
}

interface DemoRequest {
  readonly store: JudgeStore;
  readonly dataDir: string;
  readonly identity: EventIdentity;
  /** What an event that is opened now asks. */
  readonly challenges: readonly ChallengeSpec[];
  readonly say: Say;
}

async function createDemo({ store, identity, challenges }: DemoRequest): Promise<void> {
  const now = store.clock.now();
  await store.createEvent({
    settings: {
      id: "demo",
      name: { en: "Vigie demo", fr: "Démonstration de Vigie" },
      timeZone: "America/Toronto",
      opensAt: new Date(now).toISOString(),
      closesAt: new Date(now + DEMO_DAYS * 86_400_000).toISOString(),
      helpLine: HELP_LINE,
      secretCommitment: identity.secretCommitment,
      receiptKey: identity.receiptKey,
      demo: true,
    },
    challenges,
  });
}

/** The challenges of a demo: the one that comes with it, and those that somebody brought. */
export function demoChallenges(say: Say): ChallengeSpec[] {
  return [challengeNamed(DEMO_CHALLENGE, say), ...challengesOutside(say).filter(({ id }) => id !== DEMO_CHALLENGE)];
}

/** @throws CommandFailure: the database knows no code, only hashes, so a damaged file cannot be filled in. */
function readCodes(file: string, say: Say): Codes {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return checked(Codes, value, file);
  } catch {
    throw new CommandFailure(say("start.badCodes", { file }), 3);
  }
}

async function demoCodes(store: JudgeStore, file: string, say: Say): Promise<Codes> {
  if (existsSync(file)) return readCodes(file, say);
  const team = (await store.teams()).find(({ name }) => name === VISITING_TEAM);
  const codes = {
    team: await store.issueCode({ role: "participant", team: team?.id ?? null }),
    mentor: await store.issueCode({ role: "mentor", team: null }),
    organizer: await store.issueCode({ role: "organizer", team: null }),
  };
  writeFileSync(file, `${JSON.stringify(codes, null, 2)}\n`, { mode: 0o600 });
  return codes;
}

async function ensureTeams(store: JudgeStore): Promise<void> {
  const known = new Set((await store.teams()).map(({ name }) => name));
  for (const { team, baseline } of [...EXAMPLES, { team: VISITING_TEAM, baseline: false }]) {
    if (!known.has(team)) await store.createTeam({ name: team, baseline });
  }
}

/** Makes the demo where the data directory holds no event; a start that was cut short is completed. */
export async function ensureDemo(request: DemoRequest): Promise<Demo> {
  const { store, dataDir, say } = request;
  const file = join(dataDir, "demo-codes.json");
  if ((await store.event()) === null) {
    if (existsSync(file)) throw new CommandFailure(say("start.otherCodes", { file }), 3);
    await createDemo(request);
  }
  if ((await store.event())?.demo !== true) return { printCodes: () => undefined };
  await ensureTeams(store);
  const codes = await demoCodes(store, file, say);
  return {
    printCodes: () => {
      console.log(say("start.codes", { file }));
      console.log(`  ${codes.team}  ${say("start.team", { team: VISITING_TEAM })}`);
      console.log(`  ${codes.mentor}  ${say("start.mentor")}`);
      console.log(`  ${codes.organizer}  ${say("start.organizer")}`);
    },
  };
}

async function packExample(folder: string, say: Say): Promise<Uint8Array> {
  const source = join(folderNamed(DEMO_CHALLENGE, say), "submissions", folder);
  return packFolder(source, sourceFiles(source));
}

/** SHA-256 of the archives that came with Vigie: the only code that runs where there is no sandbox. */
export async function demoDigests(say: Say): Promise<ReadonlySet<string>> {
  const archives = await Promise.all(EXAMPLES.map(({ folder }) => packExample(folder, say)));
  return new Set(archives.map((archive) => createHash("sha256").update(archive).digest("hex")));
}

/** Sends each demo team's example where it has sent nothing yet. */
export async function submitExamples(store: JudgeStore, say: Say): Promise<void> {
  if ((await store.event())?.demo !== true) return;
  const ids = new Map((await store.teams()).map(({ id, name }) => [name, id]));
  for (const { team, baseline, folder } of EXAMPLES) {
    const id = ids.get(team);
    if (id === undefined || (await store.submissionsOf(id, DEMO_CHALLENGE)).length > 0) continue;
    const archive = await packExample(folder, say);
    const result = await store.submit({
      team: id,
      challenge: DEMO_CHALLENGE,
      archive: (async function* () {
        yield await Promise.resolve(archive);
      })(),
      countAttempt: !baseline,
    });
    if (result.kind !== "stored") throw new Error(`the example ${folder} was not taken: ${JSON.stringify(result)}`);
  }
}
