/** `vigie event`: what an organizer does from a terminal, over the API that the pages use. */
import { resolve } from "node:path";
import { Option, type Command } from "commander";
import { MOST_SPEED } from "@vigie/spec/event";
import { actPlainly, extend, PLAIN_ACTS } from "../event/acts.ts";
import { announce } from "../event/announce.ts";
import { showAudit, type AuditFilter } from "../event/audit-log.ts";
import { issueCodes, type CodesWish } from "../event/codes.ts";
import type { Desk } from "../event/desk.ts";
import { dryRun } from "../event/dry-run.ts";
import { exportEvent, newEvent } from "../event/new-event.ts";
import { actOn, SUBMISSION_ACTS } from "../event/one-submission.ts";
import { changeTeam, type TeamChange } from "../event/one-team.ts";
import { askTerminal, isYes } from "../event/question.ts";
import { eraseTeam, listTeams, takeTeams } from "../event/teams.ts";
import { showStatus } from "../event/where-it-stands.ts";
import { CommandFailure } from "../failure.ts";
import { JUDGE_CHILD } from "../places.ts";
import type { MessageKey } from "../say.ts";
import type * as Server from "../server.ts";

interface Group extends Desk {
  readonly end: (code: number) => void;
  readonly load: () => Promise<typeof Server>;
  /** Begins the subcommand `vigie event <name>`. */
  readonly command: (name: string, about: MessageKey) => Command;
}

function addOpening(group: Group): void {
  const { command, say } = group;
  command("new", "about.event.new")
    .requiredOption("--file <event.json>", say("option.eventFile"))
    .action(({ file }: { file: string }) => newEvent(file, group));
  command("secret-kept", "about.event.secretKept")
    .argument("<folder>")
    .action(async (folder: string) => (await group.load()).checkKept(resolve(folder), group, JUDGE_CHILD));
  command("export", "about.event.export")
    .option("--out <file>", say("option.eventOut"))
    .action(({ out }: { out?: string }) => exportEvent(out, group));
  command("dry-run", "about.event.dryRun")
    .option("--speed <number>", say("option.speed"), `${MOST_SPEED}`)
    .action(async ({ speed }: { speed: string }) => group.end(await dryRun(speed, group)));
  command("status", "about.event.status").action(async () => group.end(await showStatus(group)));
}

function addActs(group: Group): void {
  const { command, say } = group;
  for (const act of PLAIN_ACTS) {
    const made = command(act.name, act.about);
    if (act.asks !== undefined) made.option("--yes", say("option.yes"), false);
    made.action(({ yes = false }: { yes?: boolean }) => actPlainly(act, yes, group, askTerminal));
  }
  command("extend", "about.event.extend")
    .argument("<until>", say("option.until"))
    .option("--team <name>", say("option.extendTeam"))
    .action((until: string, { team }: { team?: string }) => extend(until, team, group));
}

function addTeams(group: Group): void {
  const { command, say } = group;
  command("teams", "about.event.teams")
    .option("--file <teams.csv>", say("option.teamsFile"))
    .option("--preview", say("option.teamsPreview"), false)
    .action(({ file, preview }: { file?: string; preview: boolean }) =>
      file === undefined ? listTeams(group) : takeTeams(file, preview, group),
    );
  command("codes", "about.event.codes")
    .argument("[teams...]")
    .addOption(new Option("--role <role>", say("option.codesRole")).choices(["mentor", "organizer"]))
    .option("--out <file.csv>", say("option.codesOut"))
    .action((teams: string[], wish: CodesWish) => issueCodes(teams, wish, group));
  command("erase", "about.event.erase")
    .argument("<team>")
    .option("--yes", say("option.yes"), false)
    .action(async (team: string, { yes }: { yes: boolean }) => {
      if (!yes && !isYes(await askTerminal(say("teams.eraseSure")))) throw new CommandFailure(say("act.notDone"), 2);
      await eraseTeam(team, group);
    });
}

function addSingle(group: Group): void {
  const { command, say } = group;
  command("team", "about.event.team")
    .argument("<team>")
    .option("--rename <name>", say("option.rename"))
    .option("--division <name>", say("option.division"))
    .addOption(new Option("--hide", say("option.hide")).conflicts("show"))
    .option("--show", say("option.show"))
    .addOption(new Option("--disqualify <reason>", say("option.disqualify")).conflicts(["outOfCompetition", "competing"]))
    .addOption(new Option("--out-of-competition", say("option.outOfCompetition")).conflicts("competing"))
    .option("--competing", say("option.competing"))
    .action((team: string, change: TeamChange) => changeTeam(team, change, group));
  for (const act of SUBMISSION_ACTS)
    command(act.name, act.about)
      .argument("<submissions...>")
      .action((submissions: string[]) => actOn(submissions, act, group));
}

function addWords(group: Group): void {
  const { command, say } = group;
  command("announce", "about.event.announce")
    .option("--en <text>", say("option.announceEn"))
    .option("--fr <text>", say("option.announceFr"))
    .action((text: { en?: string; fr?: string }) => announce(text, group));
  command("audit", "about.event.audit")
    .option("--actor <id>", say("option.auditActor"))
    .option("--act <name>", say("option.auditAct"))
    .option("--subject <id>", say("option.auditSubject"))
    .option("--before <id>", say("option.auditBefore"))
    .action((filter: AuditFilter) => showAudit(filter, group));
}

/** Adds every subcommand. */
export function addEvent(event: Command, about: Omit<Group, "command">): void {
  const command = (name: string, key: MessageKey): Command =>
    event
      .command(name)
      .description(about.say(key))
      .addOption(new Option("--lang <lang>", about.say("option.lang")).choices(["en", "fr"]));
  const group: Group = { ...about, command };
  addOpening(group);
  addTeams(group);
  addSingle(group);
  addActs(group);
  addWords(group);
}
