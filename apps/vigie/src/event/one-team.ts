/** `vigie event team`: renames a team, hides its name, or changes how it takes part. */
import { Type } from "@sinclair/typebox";
import { CommandFailure } from "../failure.ts";
import { askDesk, type Desk } from "./desk.ts";
import { teamNamed } from "./teams.ts";

export interface TeamChange {
  readonly rename?: string;
  readonly division?: string;
  readonly hide?: boolean;
  readonly show?: boolean;
  /** Why, as its own team is told. */
  readonly disqualify?: string;
  readonly outOfCompetition?: boolean;
  readonly competing?: boolean;
}

function told({ rename, division, hide, show, disqualify, outOfCompetition, competing }: TeamChange): object {
  return {
    ...(rename !== undefined && { name: rename }),
    ...(division !== undefined && { division }),
    ...((hide ?? show) && { hidden: hide === true }),
    ...(outOfCompetition && { entry: "out-of-competition" }),
    ...(competing && { entry: "competing" }),
    ...(disqualify !== undefined && { entry: "disqualified", reason: disqualify }),
  };
}

/** @throws CommandFailure where nothing is to be changed, or no team is called so. */
export async function changeTeam(name: string, change: TeamChange, desk: Desk): Promise<void> {
  const json = told(change);
  if (Object.keys(json).length === 0) throw new CommandFailure(desk.say("team.nothing"), 2);
  const team = await teamNamed(name, desk);
  await askDesk(desk, { method: "PATCH", path: `teams/${encodeURIComponent(team.id)}`, json }, Type.Unknown());
  desk.print(desk.say("team.changed", { team: team.name }));
}
