/** The calendar as it goes by: each robot sends what it is to send at its time, and a guest looks at which phase it is. */
import { setTimeout as pause } from "node:timers/promises";
import { Type } from "@sinclair/typebox";
import { instantOf, PHASES, type Phase } from "@vigie/spec/event";
import { speaker } from "../say.ts";
import { ask } from "../server-client.ts";
import type { Copy } from "./copy.ts";
import { archiveOf, type Detector } from "../detectors.ts";
import type { Send } from "./plan.ts";
import { sendAs, type Outcome } from "./robots.ts";
import type { Stage } from "./stage.ts";

const LOOK_MS = 200;
const Told = Type.Object({ phase: Type.Union(PHASES.map((phase) => Type.Literal(phase))), now: Type.String() });
const say = speaker("en");

export interface Sent extends Outcome {
  readonly send: Send;
  readonly detector: Detector;
}

export interface Seen {
  readonly phase: Phase;
  readonly at: string;
}

/** Asks as a guest which phase it is, until told to stop. */
export class Watch {
  readonly seen: Seen[] = [];
  readonly #url: string;
  #over = false;
  readonly #done: Promise<void>;

  constructor(url: string) {
    this.#url = url;
    this.#done = this.#watch();
  }

  get phase(): Phase {
    return this.seen.at(-1)?.phase ?? "set-up";
  }

  async look(): Promise<void> {
    const { phase, now } = await ask(this.#url, "/api/v1/event", {}, Told, say);
    if (this.seen.at(-1)?.phase !== phase) this.seen.push({ phase, at: now });
  }

  async #watch(): Promise<void> {
    while (!this.#over) {
      await this.look();
      await pause(LOOK_MS);
    }
  }

  async stop(): Promise<void> {
    this.#over = true;
    await this.#done;
  }
}

/** Plays to the end of the plan. @param onSent with each answer. */
export async function play({ store, url }: Copy, stage: Stage, onSent: (sent: Sent) => void): Promise<readonly Sent[]> {
  const { plan, challenges, robots, calendar } = stage;
  const opens = instantOf(calendar.opens);
  // A team sends one after the other, so that the last of a day is the one too many.
  const lines = robots.map(() => Promise.resolve());
  const sent: Sent[] = [];
  const until = async (at: number): Promise<void> => {
    for (let left = at - store.clock.now(); left > 0; left = at - store.clock.now())
      await pause(Math.min(LOOK_MS, Math.ceil(left / plan.speed)));
  };
  for (const send of plan.sends) {
    const { spec, detectors } = challenges[send.challenge];
    const detector = detectors[send.detector];
    const archive = await archiveOf(detector);
    await until(send.at);
    lines[send.team] = lines[send.team].then(async () => {
      const where = { url, challenge: spec.id, isEarly: store.clock.now() < opens };
      const one = { ...(await sendAs(robots[send.team].visitor, where, archive)), send, detector };
      sent.push(one);
      onSent(one);
    });
  }
  await Promise.all(lines);
  await until(plan.until);
  return sent;
}
