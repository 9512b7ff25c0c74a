/**
 * How fast a test set is made. The yardstick fills the transactions' columns, as many rows and as wide, with one draw of a
 * small generator a 32-bit word, in memory: what no generator of random columns can do without.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeTestset } from "@vigie/testset";
import { demoWorld, WRITING } from "./demo-world.ts";
import { makeInProcess, type Making } from "./make-process.ts";
import { interleaved, median, spread, type Contender, type Figure, type Result } from "./measure.ts";
import { withScratch } from "./scratch.ts";
import { spinningSpeedUp } from "./spin.ts";

const ACCOUNTS = 3000;
const ROUNDS = 7;
/** Accounts that have about a million transactions. */
const MILLION = 6400;
/** A large set, and the memory that `vigie data make` may take for it. */
const LARGE = 100_000;
const MOST_MIB = 256;

/** sfc32 (Chris Doty-Humphrey's small fast counter), written into the words directly. */
function fill(words: Int32Array): void {
  let [a, b, c, counter] = [0x9e3779b9 | 0, 0x243f6a88, 0xb7e15162 | 0, 1];
  for (let i = 0; i < words.length; i++) {
    const drawn = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + drawn;
    words[i] = drawn;
  }
}

function fillColumns(rows: number): void {
  const columns = WRITING.tables.find(({ name }) => name === "transactions")?.columns ?? [];
  for (const { type } of columns) fill(new Int32Array(type === "int64" || type === "timestamp" ? 2 * rows : rows));
}

function generate(): number {
  const world = demoWorld(ACCOUNTS);
  world.commons();
  let rows = 0;
  for (let index = 0; index < world.blockCount; index++) rows += world.block(index).tables["transactions"].rows;
  return rows;
}

function madeIn(folder: string, accounts: number): Contender {
  return {
    name: accounts === ACCOUNTS ? "generate and write" : `generate and write ${accounts} accounts`,
    before: () => rmSync(folder, { recursive: true, force: true }),
    run: () => writeTestset(demoWorld(accounts), folder, WRITING),
  };
}

/** Cost of a transaction at ten million against that at one million, in one process that has done both before. */
async function linear(folder: string): Promise<Figure> {
  const [one, ten] = [madeIn(folder, MILLION), madeIn(folder, 10 * MILLION)];
  const timings = await interleaved([one, ten], 5);
  const ratios = timings.of(ten.name).map((ms, round) => ms / timings.of(one.name)[round] / 10);
  const value = median(ratios);
  const what = "a transaction at 10 M / at 1 M";
  return { what, value, unit: "×", spread: spread(ratios), aim: "≤ 1.15", met: value <= 1.15 };
}

interface Rounds {
  readonly one: readonly Making[];
  readonly two: readonly Making[];
  readonly spin: readonly number[];
}

async function inTurn(folder: string): Promise<Rounds> {
  const rounds: { one: Making[]; two: Making[]; spin: number[] } = { one: [], two: [], spin: [] };
  for (let round = 0; round < ROUNDS; round++) {
    rounds.one.push(await makeInProcess(10 * MILLION, 1, folder));
    rounds.spin.push(await spinningSpeedUp());
    rounds.two.push(await makeInProcess(10 * MILLION, 2, folder));
  }
  return rounds;
}

function figure(
  what: string,
  samples: readonly number[],
  unit: string,
  aim: string | null,
  met: (value: number) => boolean,
): Figure {
  const value = median(samples);
  return { what, value, unit, spread: spread(samples), aim, met: aim === null ? null : met(value) };
}

/** Ten million transactions by one thread and by two, and fifty million by one. */
async function large(folder: string): Promise<Figure[]> {
  const { one, two, spin } = await inTurn(folder);
  const fifty = await makeInProcess(50 * MILLION, 1, folder);
  const resident = one.map(({ residentMiB }) => residentMiB);
  const faster = two.map(({ ms }, round) => one[round].ms / ms);
  const costlier = two.map(({ cpuMs }, round) => cpuMs / one[round].cpuMs);
  return [
    await linear(folder),
    figure("two spinning threads / one", spin, "×", null, () => true),
    figure("10 M by two threads / by one: speed", faster, "×", "≥ 1.5", (value) => value >= 1.5),
    figure("10 M by two threads / by one: processor time", costlier, "×", "≤ 1.15", (value) => value <= 1.15),
    figure("resident at 10 M", resident, "MiB", "≤ 256", (value) => value <= 256),
    figure("resident at 50 M / at 10 M", [fifty.residentMiB / median(resident)], "×", "≤ 1.5", (value) => value <= 1.5),
  ];
}

/** One turn each of `vigie data make` with one thread and with two: the memory of the whole process, and what two are worth. */
async function once(folder: string): Promise<Figure[]> {
  const one = await makeInProcess(LARGE, 1, folder);
  const spin = await spinningSpeedUp();
  const two = await makeInProcess(LARGE, 2, folder);
  const lean = (mib: number): boolean => mib <= MOST_MIB;
  return [
    single(`resident at ${LARGE} accounts, one thread`, one.residentMiB, "MiB", `≤ ${MOST_MIB}`, lean(one.residentMiB)),
    single(`resident at ${LARGE} accounts, two threads`, two.residentMiB, "MiB", `≤ ${MOST_MIB}`, lean(two.residentMiB)),
    single("the same by two threads / by one: speed", one.ms / two.ms, "×", "≥ 1.5", one.ms / two.ms >= 1.5),
    single("two spinning threads / one, between them", spin, "×", null, null),
    single("processor time by two threads / by one", two.cpuMs / one.cpuMs, "×", "≤ 1.15", two.cpuMs / one.cpuMs <= 1.15),
  ];
}

/** A figure that was taken once. */
function single(what: string, value: number, unit: string, aim: string | null, met: boolean | null): Figure {
  return { what, value, unit, spread: null, aim, met };
}

/** @param full with ten and fifty million transactions: some ten minutes. */
export async function bench(full: boolean): Promise<Result> {
  const rows = generate();
  return await withScratch(async (scratch) => {
    const folder = join(scratch, "set");
    const timings = await interleaved(
      [{ name: "fill", run: () => fillColumns(rows) }, { name: "generate", run: generate }, madeIn(folder, ACCOUNTS)],
      ROUNDS,
    );
    rmSync(folder, { recursive: true });
    return {
      name: "generator",
      about: `${rows} transactions of ${ACCOUNTS} accounts, one thread; labels, checksums and fsync in the writing`,
      figures: [
        timings.ratio("generate and write", "fill", 7),
        timings.ratio("generate", "fill", null),
        timings.millionsPerSecond("generate and write", rows, 1),
        timings.millionsPerSecond("generate", rows, null),
        timings.millionsPerSecond("fill", rows, null),
        ...(await once(folder)),
        ...(full ? await large(folder) : []),
      ],
    };
  });
}
