/** What a worker adds to the runs of short submissions, and what a second worker is worth. */
import { busyDetector, NOTHING } from "./judge-scene.ts";
import { openQueue, type JudgeQueue } from "./judge-queue.ts";
import { median, spread, type Figure } from "./measure.ts";
import { withScratch } from "./scratch.ts";
import { spinningSpeedUp } from "./spin.ts";

const SHORT = 200;
const MOST_OVERHEAD_MS = 150;
const ROUNDS = 3;
const AT_ONCE = 2;
/** About two seconds a run. */
const BUSY = busyDetector(1600);
const LEAST_SPEED_UP = 1.7;
const MOST_SLOWED = 1.3;

const plain = (what: string, value: number, unit: string): Figure => ({ what, value, unit, spread: null, aim: null, met: null });

/** Each submission has two runs, on practice and on public, of one size; the store tells the time of the first. */
async function shortSubmissions(queue: JudgeQueue): Promise<Figure[]> {
  const { ms, inDatabaseMs, runs } = await queue.through(1, SHORT, NOTHING);
  const inRuns = (2 * runs.reduce((sum, { wallMs }) => sum + wallMs, 0)) / SHORT;
  const overhead = ms / SHORT - inRuns;
  const inDatabase = inDatabaseMs / SHORT;
  return [
    plain(`${SHORT} short submissions: one of them`, ms / SHORT, "ms"),
    plain("its two runs in the sandbox", inRuns, "ms"),
    {
      ...plain("all else", overhead, "ms"),
      aim: `≤ ${MOST_OVERHEAD_MS}`,
      met: overhead <= MOST_OVERHEAD_MS,
    },
    plain("  of it the database: two claims, two results", inDatabase, "ms"),
    plain("  of it the judge's child: one build, two scores", overhead - inDatabase, "ms"),
  ];
}

async function twoWorkers(queue: JudgeQueue): Promise<Figure[]> {
  const speedUps: number[] = [];
  const slowed: number[] = [];
  const spinning: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = await spinningSpeedUp();
    const alone = await queue.through(1, AT_ONCE, BUSY);
    const together = await queue.through(2, AT_ONCE, BUSY);
    spinning.push((before + (await spinningSpeedUp())) / 2);
    speedUps.push(alone.ms / together.ms);
    slowed.push(median(together.runs.map((run) => run.wallMs)) / median(alone.runs.map((run) => run.wallMs)));
  }
  const [speedUp, slower] = [median(speedUps), median(slowed)];
  return [
    { ...plain("two spinning threads over one, before and after", median(spinning), "×"), spread: spread(spinning) },
    {
      ...{ what: "one worker / two workers, two submissions", value: speedUp, unit: "×", spread: spread(speedUps) },
      ...{ aim: `≥ ${LEAST_SPEED_UP}`, met: speedUp >= LEAST_SPEED_UP },
    },
    plain("  of what two spinning threads were worth", median(speedUps.map((each, round) => each / spinning[round])), "×"),
    {
      ...{ what: "a run beside another / alone", value: slower, unit: "×", spread: spread(slowed) },
      ...{ aim: `≤ ${MOST_SLOWED}`, met: slower <= MOST_SLOWED },
    },
  ];
}

/** 200 short submissions once; medians of 3 rounds of two long ones. */
export function judgeThroughput(): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const queue = await openQueue(folder);
    try {
      return [...(await shortSubmissions(queue)), ...(await twoWorkers(queue))];
    } finally {
      await queue.close();
    }
  });
}
