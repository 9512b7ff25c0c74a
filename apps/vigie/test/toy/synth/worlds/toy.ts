/** Makes harbours: blocks of 20 vessels, boats first as far as there are any, then buoys. */
import { stream, type ColumnValues, type Seed, type TableBatch, type World } from "@vigie/spec";
import type { WorldMaker } from "@vigie/synth";

const BLOCK = 20;
const PINGS = 12;
const DAY_MS = 86_400_000;

const int32 = (values: readonly number[]): ColumnValues => ({ kind: "int32", values: Int32Array.from(values) });
const int64 = (values: readonly number[]): ColumnValues => ({ kind: "int64", values: Float64Array.from(values) });
function text(values: readonly string[]): ColumnValues {
  const words = [...new Set(values)];
  return { kind: "text", codes: Int32Array.from(values, (value) => words.indexOf(value)), words };
}
const table = (rows: readonly unknown[], columns: TableBatch["columns"]): TableBatch => ({ rows: rows.length, columns });

/** Whole numbers below `below`, from a stream of the vessel's. */
function draws(seed: Seed, vessel: number, what: string): (below: number) => number {
  let step = 0;
  return (below) => stream(seed, `${what}/${vessel}/${step++}`)[0] % below;
}

function pingsOf(seed: Seed, vessel: number, firstMs: number) {
  const draw = draws(seed, vessel, "pings");
  const culprit = draw(8) === 0;
  return Array.from({ length: PINGS }, (_, i) => {
    const planted = culprit && i === 5;
    const ping = draw(0x7fffffff) * 512 + draw(512);
    return { ping, vessel, time: firstMs + i * DAY_MS + draw(DAY_MS), tone: planted ? 60 + draw(41) : draw(90), planted };
  });
}

export const WORLD_MAKERS: Readonly<Record<string, WorldMaker>> = {
  toy({ firstDay }, { seed, size: { boats, buoys } }): World {
    const names = ["Anse-aux-Galets", "Grey Cove"];
    return {
      subjects: boats + buoys,
      blockCount: Math.ceil((boats + buoys) / BLOCK),
      commons: () => ({ harbours: table(names, { harbour: int32([0, 1]), name: text(names) }) }),
      block(index) {
        const first = index * BLOCK;
        const all = Array.from({ length: Math.min(BLOCK, boats + buoys - first) }, (_, i) => first + i);
        const [sailing, moored] = [all.filter((vessel) => vessel < boats), all.filter((vessel) => vessel >= boats)];
        const pings = all.flatMap((vessel) => pingsOf(seed, vessel, Date.parse(`${firstDay}T00:00:00Z`)));
        const planted = pings.filter((ping) => ping.planted);
        const lengths = sailing.map((vessel) => 400 + draws(seed, vessel, "length")(900));
        const paints = moored.map((vessel) => (draws(seed, vessel, "paint")(2) === 0 ? "red" : "green"));
        const of = (rows: typeof pings) => ({
          ping: int64(rows.map(({ ping }) => ping)),
          vessel: int32(rows.map(({ vessel }) => vessel)),
        });
        const heard = { time: int64(pings.map(({ time }) => time)), tone: int32(pings.map(({ tone }) => tone)) };
        const tables = {
          boats: table(sailing, { vessel: int32(sailing), length_cm: int32(lengths) }),
          buoys: table(moored, { vessel: int32(moored), paint: text(paints) }),
          pings: table(pings, { ...of(pings), ...heard }),
          culprits: table(planted, of(planted)),
          draws: table(all, { vessel: int32(all), stratum: text(all.map((vessel) => (vessel < boats ? "boat" : "buoy"))) }),
        };
        return { first, count: all.length, tables };
      },
    };
  },
};
