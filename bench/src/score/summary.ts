/** What was measured on all worlds, against what the score is to keep to. */
import { KNOWING } from "./detectors.ts";
import { RENAMINGS, type OfDetector, type OfWorld } from "./properties.ts";

export interface Line {
  readonly what: string;
  readonly value: string;
  readonly aim: string;
  /** Null where nothing is aimed at. */
  readonly met: boolean | null;
}

export interface DetectorLine {
  readonly name: string;
  readonly cells: readonly string[];
}

export interface Summary {
  readonly detectors: readonly DetectorLine[];
  readonly lines: readonly Line[];
}

export const DETECTOR_HEAD = [
  "detector",
  "points",
  "before harm",
  "harm",
  "evidence",
  "roles",
  "deviation after / before",
  ...Object.keys(RENAMINGS),
  "half of the budget",
] as const;

const STRONGEST = 3;
const MOST_DEVIATION = 1.25;
const LEAST_Z = 0.85;
/** Neighbours differ where they stand apart by so many deviations before harm. */
const APART = 2;
/** Of detectors below, what roles and the budget bring is within the noise. */
const SERIOUS_POINTS = 10;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: Float64Array): number {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}

const difference = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]);

/** A detector on all worlds. */
interface Measured {
  readonly name: string;
  readonly worlds: readonly OfDetector[];
  readonly points: number;
}

const ratioOf = ({ worlds }: Measured): number =>
  mean(worlds.map(({ replicates }) => deviation(replicates))) /
  mean(worlds.map(({ replicatesBefore }) => deviation(replicatesBefore)));

/** Mean over the worlds of how many deviations of the paired difference two detectors stand apart. */
function pairedZ(a: Measured, b: Measured): readonly [after: number, before: number] {
  const z = (of: (one: OfDetector) => number, often: (one: OfDetector) => Float64Array): number =>
    mean(
      a.worlds.map((one, i) => {
        const spread = deviation(difference(often(one), often(b.worlds[i])));
        return spread === 0 ? 0 : (of(one) - of(b.worlds[i])) / spread;
      }),
    );
  return [
    z(
      ({ points }) => points,
      ({ replicates }) => replicates,
    ),
    z(
      ({ before }) => before,
      ({ replicatesBefore }) => replicatesBefore,
    ),
  ];
}

const shown = (value: number, digits = 2): string => value.toFixed(digits);

function neighbours(measured: readonly Measured[]): Line[] {
  return measured.slice(1).map((better, i) => {
    const [after, before] = pairedZ(better, measured[i]);
    const apart = before >= APART;
    return {
      what: `paired z, ${better.name} over ${measured[i].name}`,
      value: `${shown(after)} / ${shown(before)} = ${shown(after / before)}`,
      aim: apart ? `≥ ${LEAST_Z} ×` : "",
      met: apart ? after >= LEAST_Z * before : null,
    };
  });
}

/** Ascending by the score before harm. */
function byPoints(found: ReadonlyMap<string, readonly OfDetector[]>): Measured[] {
  return Array.from(found, ([name, worlds]) => ({ name, worlds, points: mean(worlds.map(({ points }) => points)) })).sort(
    (a, b) => mean(a.worlds.map(({ before }) => before)) - mean(b.worlds.map(({ before }) => before)),
  );
}

function gains(serious: readonly Measured[]): Line[] {
  const line = (what: string, all: readonly (readonly [string, number])[], aim: string): Line => {
    const [name, most] = all.toSorted((a, b) => b[1] - a[1]).at(0) ?? ["nobody", 0];
    return { what, value: `at most ${shown(most)} (${name})`, aim, met: most <= 0 };
  };
  const naming = serious.filter(({ worlds }) => worlds.some(({ namesRoles }) => namesRoles));
  const renamings = Object.keys(RENAMINGS).map((renaming) =>
    line(
      `gain by naming ${renaming}, of those that name roles`,
      naming.map(({ name, worlds }) => [name, mean(worlds.map(({ renamed }) => renamed[renaming]))]),
      "≤ 0",
    ),
  );
  const held = serious.flatMap(({ name, worlds }) =>
    worlds[0].held.map((_, i) => [name, mean(worlds.map((one) => one.held[i]))] as const),
  );
  return [...renamings, line("gain by a quarter, half or three quarters of the budget", held, "≤ 0")];
}

export function summaryOf(found: ReadonlyMap<string, readonly OfDetector[]>, worlds: readonly OfWorld[]): Summary {
  const measured = byPoints(found);
  const serious = measured.filter(({ points }) => points >= SERIOUS_POINTS);
  const every = measured.flatMap(({ worlds: each }) => each);
  const sum = (of: (one: OfDetector) => number): number => every.reduce((total, one) => total + of(one), 0);
  const [spared, raised] = [sum((one) => one.spared), sum((one) => one.raised)];
  const random = measured.find(({ name }) => name === "random")?.worlds ?? [];
  const lows = random.map(({ low }) => low);
  const exact = (what: string, values: readonly number[]): Line => {
    const far = values.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
    return { what, value: String(far), aim: "exactly 0", met: values.every((value) => value === 0) };
  };
  const evidence = worlds.map(({ exactEvidence }) => exactEvidence);
  const flood = Math.max(...worlds.map(({ floodEvidence }) => floodEvidence));
  return {
    detectors: measured.toReversed().map((one) => ({
      name: one.name,
      cells: [
        shown(one.points, 1),
        shown(mean(one.worlds.map(({ before }) => before)), 1),
        shown(mean(one.worlds.map(({ points, before }) => (before === 0 ? 0 : 1 - points / before))), 3),
        shown(mean(one.worlds.map(({ parts }) => parts["evidence"])), 3),
        shown(mean(one.worlds.map(({ parts }) => parts["roles"])), 3),
        shown(ratioOf(one)),
        ...Object.keys(RENAMINGS).map((renaming) => shown(mean(one.worlds.map(({ renamed }) => renamed[renaming])))),
        shown(mean(one.worlds.map(({ held }) => held[1]))),
      ],
    })),
    lines: [
      {
        what: "lawful persons spared that raised the score",
        value: `${raised} of ${spared}`,
        aim: "all",
        met: raised === spared,
      },
      ...measured
        .filter(({ name }) => !KNOWING.includes(name))
        .slice(-STRONGEST)
        .toReversed()
        .map((one) => {
          const ratio = ratioOf(one);
          const aim = `≤ ${MOST_DEVIATION}`;
          return { what: `deviation after / before harm, ${one.name}`, value: shown(ratio), aim, met: ratio <= MOST_DEVIATION };
        }),
      ...neighbours(measured).toReversed(),
      ...gains(serious),
      exact(
        "output without alerts",
        worlds.map(({ empty }) => empty),
      ),
      exact(
        "constant output",
        worlds.map(({ constant }) => constant),
      ),
      {
        what: "random's lower end, mean and highest",
        value: `${shown(mean(lows))}, ${shown(Math.max(...lows))}`,
        aim: "≤ 0.0",
        met: lows.every((low) => Math.round(10 * low) <= 0),
      },
      {
        what: "evidence of exact predicates, lowest",
        value: shown(Math.min(...evidence), 4),
        aim: "1.000",
        met: evidence.every((one) => one === 1),
      },
      { what: "evidence of citing every row, highest", value: shown(flood, 3), aim: "< 0.4", met: flood < 0.4 },
    ],
  };
}
