/** The command line: what a team and an organizer type. Each command's work lies in `commands/`. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { Command, Option } from "commander";
import type { Language } from "@vigie/spec";
import { addBackup } from "./commands/backup.ts";
import { addData } from "./commands/data.ts";
import { doctor } from "./commands/doctor.ts";
import { addEvent } from "./commands/event.ts";
import { login } from "./commands/login.ts";
import { logout } from "./commands/logout.ts";
import { newProject } from "./commands/new.ts";
import { addReceipts } from "./commands/receipts.ts";
import { rejudge, type RejudgeOptions } from "./commands/rejudge.ts";
import { selftest } from "./commands/selftest.ts";
import { status } from "./commands/status.ts";
import { submit, type SubmitOptions } from "./commands/submit.ts";
import { tryProject } from "./commands/try.ts";
import { addVerifyOptions, verify, type VerifyOptions } from "./commands/verify.ts";
import { CommandFailure, isCommandFailure } from "./failure.ts";
import { BUNDLE_DIR } from "./places.ts";
import { speaker, terminalLanguage, type Say } from "./say.ts";
import type * as Server from "./server.ts";
import type { StartOptions } from "./open-event.ts";

const print = (line: string): void => console.log(line);

function wishedLanguage(argv: readonly string[]): Language {
  const at = argv.indexOf("--lang");
  const wished = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith("--lang="))?.slice("--lang=".length);
  return wished === "fr" || wished === "en" ? wished : terminalLanguage();
}

function portOf(text: string, say: Say): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new CommandFailure(say("start.badPort", { port: text }), 2);
}

const MOST_WORKERS = 64;

function workersOf(text: string | undefined, say: Say): number | null {
  if (text === undefined) return null;
  const workers = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (workers >= 1 && workers <= MOST_WORKERS) return workers;
  throw new CommandFailure(say("start.badWorkers", { workers: text, most: MOST_WORKERS }), 2);
}

function isServer(module: unknown): module is typeof Server {
  return typeof module === "object" && module !== null && "serve" in module;
}

/** What opens a database lies in a bundle of its own, which no team's command loads. */
async function loadServer(say: Say): Promise<typeof Server> {
  const file = join(BUNDLE_DIR, "server.mjs");
  if (!existsSync(file)) throw new CommandFailure(say("start.notBuilt"));
  const server: unknown = await import(new URL("./server.mjs", import.meta.url).href);
  if (!isServer(server)) throw new CommandFailure(say("start.notBuilt"));
  return server;
}

interface StartWords {
  readonly port: string;
  readonly host: string;
  readonly lan?: boolean;
  readonly data?: string;
  readonly workers?: string;
  readonly ownData?: readonly string[];
  readonly new?: boolean;
  readonly newOrganizerCode?: boolean;
  readonly backupTo?: string;
  readonly backupKeep: string;
  readonly passphraseFile?: string;
}

/** What `--backup-to` and its neighbours say. */
function backupOf({ backupTo, backupKeep, passphraseFile }: StartWords, say: Say): StartOptions["backup"] {
  if (backupTo === undefined) return null;
  if (!/^[1-9]\d{0,2}$/.test(backupKeep)) throw new CommandFailure(say("backup.badKeep", { found: backupKeep }), 2);
  return { folder: backupTo, keep: Number(backupKeep), ...(passphraseFile !== undefined && { passphraseFile }) };
}

/** The demo and an event of one's own never share a folder. */
function folderOf({ data, new: isNew = false, newOrganizerCode = false }: StartWords): string {
  return data ?? (isNew || newOrganizerCode ? "vigie-event" : ".vigie");
}

function program(language: Language, say: Say, end: (code: number) => void): Command {
  const vigie = new Command("vigie").description(say("about")).showHelpAfterError();
  vigie.addOption(new Option("--lang <lang>", say("option.lang")).choices(["en", "fr"]));
  const challenges = (): Option => new Option("--challenges <folder>", say("option.challenges")).env("VIGIE_CHALLENGES_DIR");
  vigie.hook("preAction", (_, action) => {
    // As a variable it reaches whoever looks for challenges.
    const { challenges: named } = action.opts<{ challenges?: string }>();
    if (named === undefined) return;
    if (!existsSync(named)) throw new CommandFailure(say("start.noChallenges", { folder: named }), 2);
    process.env["VIGIE_CHALLENGES_DIR"] = resolve(named);
  });
  const command = (name: string, about: string): Command =>
    vigie
      .command(name)
      .description(about)
      .addOption(new Option("--lang <lang>", say("option.lang")).choices(["en", "fr"]));

  command("start", say("about.start"))
    .addOption(new Option("--port <port>", say("option.port")).env("PORT").default("3000"))
    .addOption(new Option("--host <host>", say("option.host")).env("HOST").default("127.0.0.1"))
    .option("--lan", say("option.lan"))
    .addOption(new Option("--data <folder>", say("option.data")).env("VIGIE_DATA_DIR"))
    .option("--new", say("option.new"))
    .option("--new-organizer-code", say("option.newOrganizerCode"))
    .option("--backup-to <folder>", say("option.backupTo"))
    .option("--backup-keep <number>", say("option.backupKeep"), "48")
    .option("--passphrase-file <file>", say("option.passphraseFile"))
    .addOption(new Option("--workers <number>", say("option.judgeWorkers")).env("VIGIE_WORKERS"))
    .option("--own-data <challenge/split=folder...>", say("option.ownData"))
    .addOption(challenges())
    .action(async (words: StartWords) => {
      const { port, host, lan, workers, ownData = [], new: isNew = false, newOrganizerCode = false } = words;
      const where = { port: portOf(port, say), host: lan ? "0.0.0.0" : host, dataDir: folderOf(words) };
      const asked = { hosting: { isNew, newOrganizerCode }, backup: backupOf(words, say), workers: workersOf(workers, say) };
      end(await (await loadServer(say)).serve({ ...where, ...asked, ownData, language }, say));
    });
  command("new", say("about.new"))
    .argument("<folder>")
    .option("--python", say("option.python"), false)
    .option("--challenge <id>", say("option.challenge"), "follow-the-money")
    .addOption(challenges())
    .action((folder: string, options: { python: boolean; challenge: string }) =>
      print(newProject(folder, { ...options, language }, say)),
    );
  command("try", say("about.try"))
    .argument("[folder]", "", ".")
    .option("--json", say("option.json"), false)
    .option("--html <file>", say("option.html"))
    .option("--seed <text>", say("option.seed"))
    .option("--data <folder>", say("option.tryData"))
    .addOption(challenges())
    .action(async (folder: string, options: { json: boolean; html?: string; seed?: string; data?: string }) =>
      end(await tryProject(folder, { ...options, language }, say)),
    );
  command("login", say("about.login"))
    .argument("<url>")
    .argument("<code>")
    .action(async (url: string, code: string) => print(await login(url, code, say)));
  command("logout", say("about.logout")).action(async () => print(await logout(language, say)));
  command("submit", say("about.submit"))
    .argument("[folder]", "", ".")
    .option("--no-wait", say("option.nowait"))
    .option("--yes", say("option.submitYes"), false)
    .action(async (folder: string, options: SubmitOptions) => end(await submit(folder, options, language, say, print)));
  command("status", say("about.status")).action(async () => print(await status(language, say)));
  addVerifyOptions(command("verify", say("about.verify")), say)
    .addOption(challenges())
    .action(async (receipt: string, options: VerifyOptions) => end(await verify(receipt, options, say, print)));
  const judge = command("judge", say("about.judge"));
  const ofJudge = (name: string, about: string): Command =>
    judge
      .command(name)
      .description(about)
      .addOption(new Option("--lang <lang>", say("option.lang")).choices(["en", "fr"]));
  ofJudge("selftest", say("about.selftest"))
    .option("--challenge <id>", say("option.oneChallenge"))
    .addOption(challenges())
    .action(async (options: { challenge?: string }) => end(await selftest(options.challenge, language, say, print)));
  ofJudge("rejudge", say("about.rejudge"))
    .argument("[challenge]", "", "follow-the-money")
    .option("--status", say("option.rejudgeStatus"))
    .addOption(challenges())
    .action(async (challenge: string, options: RejudgeOptions) => print(await rejudge(challenge, options, language, say)));
  addBackup(command, { language, say, print, load: () => loadServer(say) });
  addEvent(command("event", say("about.event")), { language, say, print, end, load: () => loadServer(say) });
  addReceipts(command("receipts", say("about.receipts")), { language, say, print, end });
  addData(command("data", say("about.data")), { language, say, print, end });
  command("doctor", say("about.doctor")).action(async () => end(await doctor(language, say, print)));
  return vigie;
}

/** Runs one command. A failure that the user can mend is a sentence; no stack trace is printed. */
export async function main(argv: string[]): Promise<void> {
  const language = wishedLanguage(argv);
  const say = speaker(language);
  try {
    await program(language, say, (code) => void (process.exitCode = code)).parseAsync(argv);
  } catch (error) {
    if (isCommandFailure(error)) {
      console.error(error.message);
      process.exitCode = error.exitCode;
    } else if (error instanceof Error && error.name === "SpecError") {
      console.error(error.message);
      process.exitCode = 2;
    } else {
      console.error(say("trouble.unexpected", { message: error instanceof Error ? error.message : String(error) }));
      if (process.env["VIGIE_DEBUG"]) console.error(error);
      process.exitCode = 70;
    }
  }
}
