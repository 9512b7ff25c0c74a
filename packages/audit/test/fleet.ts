/** A world of another kind: boats and buoys of one numbering, what was seen of them, and ports; smugglers are sought. */
import type { Column, ColumnAudit, ColumnType, ColumnValues, Table, TableBatch } from "@vigie/spec";
import { auditTable, tablesByUse, type AuditSet } from "../src/leaks/audit-set.ts";
import { wordsWith } from "../src/leaks/audit-words.ts";
import { drawsFor } from "../src/leaks/chance/generator.ts";
import { ints, longs, text, words } from "./invented-columns.ts";

const VESSELS = 3000;
const RINGS = 60;
const DAY_MS = 86_400_000;

export interface Vessel {
  readonly buoy: boolean;
  hull: string;
  port: string;
  smuggler: boolean;
}

export interface Sighting {
  readonly id: number;
  readonly vessel: number;
  time: number;
  speed: number;
  planted: boolean;
}

export interface Fleet {
  readonly vessels: Vessel[];
  readonly sightings: Sighting[];
  readonly draw: (n: number) => number;
}

/** Smugglers are boats alone, five a ring. */
export function inventFleet(name: string): Fleet {
  const draw = drawsFor(`fleet/${name}`);
  const vessels = Array.from({ length: VESSELS }, (_, i): Vessel => ({
    buoy: i % 5 === 0,
    hull: text(draw, 9),
    port: `Port ${draw(7)}`,
    smuggler: false,
  }));
  for (let left = 5 * RINGS; left > 0;) {
    const vessel = vessels[draw(VESSELS)];
    if (vessel.buoy || vessel.smuggler) continue;
    vessel.smuggler = true;
    left--;
  }
  const sightings = vessels.flatMap(({ smuggler }, vessel) =>
    Array.from({ length: 5 + draw(6) }, (): Sighting => ({
      id: draw(67_108_864) * 67_108_864 + draw(67_108_864),
      vessel,
      time: 20_000 * DAY_MS + draw(60) * DAY_MS + draw(86_400) * 1000,
      speed: draw(3000),
      planted: smuggler && draw(4) === 0,
    })),
  );
  return { vessels, sightings, draw };
}

function column(name: string, type: ColumnType, audit?: ColumnAudit): Column {
  return { name, type, nullable: false, about: { en: name, fr: name }, ...(audit && { audit }) };
}

function table(name: string, of: Partial<Table>, columns: readonly Column[]): Table {
  return { name, half: "inputs", about: { en: name, fr: name }, ...of, columns };
}

const LISTED = [column("vessel", "int32"), column("hull", "text", { opaque: true }), column("port", "text")];
const SPEEDS = { signal: { why: { en: "smugglers hurry", fr: "la contrebande se presse" } } };
const TABLES: readonly Table[] = [
  table("boats", { lists: "vessel" }, LISTED),
  table("buoys", { lists: "vessel" }, LISTED),
  table("sightings", { owner: "vessel", cited: "sighting", time: "seen" }, [
    column("sighting", "int64"),
    column("vessel", "int32"),
    column("seen", "timestamp"),
    column("speed", "int32", SPEEDS),
  ]),
  table("ports", { common: true, numbered: "port" }, [column("port", "int32"), column("depth", "int32")]),
];

function batch(columns: Readonly<Record<string, ColumnValues>>, rows: number): TableBatch {
  return { rows, columns };
}

function batchesOf({ vessels, sightings }: Fleet): Readonly<Record<string, TableBatch>> {
  const listed = (buoy: boolean): TableBatch => {
    const own = [...vessels.keys()].filter((i) => vessels[i].buoy === buoy);
    const hull = words(own.map((i) => vessels[i].hull));
    return batch({ vessel: ints(own), hull, port: words(own.map((i) => vessels[i].port)) }, own.length);
  };
  const seen = {
    sighting: longs(sightings.map(({ id }) => id)),
    vessel: ints(sightings.map(({ vessel }) => vessel)),
    seen: longs(sightings.map(({ time }) => time)),
    speed: ints(sightings.map(({ speed }) => speed)),
  };
  const ports = { port: ints([...Array(80).keys()]), depth: ints([...Array(80).keys()].map((i) => (i * 37) % 80)) };
  return {
    boats: listed(false),
    buoys: listed(true),
    sightings: batch(seen, sightings.length),
    ports: batch(ports, 80),
  };
}

/** The set as the audit takes it. */
export function auditableFleet(fleet: Fleet): AuditSet {
  fleet.sightings.sort((a, b) => a.vessel - b.vessel || a.time - b.time);
  const batches = batchesOf(fleet);
  const tables = TABLES.map((one) =>
    auditTable(
      one,
      one.columns.map(({ name }) => name),
      (name) => batches[name],
    ),
  );
  const positives = Int32Array.from(fleet.vessels.keys()).filter((i) => fleet.vessels[i].smuggler);
  const labels = {
    positives,
    cluster: positives.map((_, j) => j % RINGS),
    traits: {},
    planted: new Set(fleet.sightings.filter(({ planted }) => planted).map(({ id }) => id)),
    group: new Int32Array(VESSELS).fill(-1),
  };
  return { world: "fleet", words: wordsWith({}), ...tablesByUse(tables), labels };
}
