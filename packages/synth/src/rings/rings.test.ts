import type { TableBatch, WorldBlock } from "@vigie/spec";
import { loadDataset } from "@vigie/spec/node";
import fc from "fast-check";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Sfc32 } from "../chance/sfc32.ts";
import { createWorld } from "../world.ts";
import { drawCycle, PHASES } from "./cycle.ts";

const spec = loadDataset(join(import.meta.dirname, "../../../../datasets/follow-the-money"));

/** A number or a word of a table; null where there is none. */
function cell(table: TableBatch, name: string, row: number): number | string | null {
  const column = table.columns[name];
  if (column.kind === "text") return column.codes[row] < 0 ? null : column.words[column.codes[row]];
  return column.valid && column.valid[row] === 0 ? null : column.values[row];
}

function blocksOf(seedByte: number, accounts: number, shift: boolean): WorldBlock[] {
  const world = createWorld(spec, { seed: new Uint8Array(32).fill(seedByte), accounts, shift });
  return Array.from({ length: world.blockCount }, (_, i) => world.block(i));
}

const seeds = fc.integer({ min: 0, max: 255 });

describe("a ring, in any world,", () => {
  it("shows something planted in each of its accounts, between the times that the labels give, and owns that evidence", () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seedByte, shift) => {
        for (const { inputs, labels } of blocksOf(seedByte, 800, shift)) {
          const owner = new Map<unknown, [account: unknown, time: number]>();
          for (const [table, id] of [
            [inputs.transactions, "transaction"],
            [inputs.events, "event"],
          ] as const)
            for (let row = 0; row < table.rows; row++)
              owner.set(cell(table, id, row), [cell(table, "account", row), Number(cell(table, "time", row))]);
          const times = new Map<unknown, number[]>();
          const { findings, positives } = labels;
          for (let row = 0; row < findings.rows; row++) {
            const account = cell(findings, "account", row);
            const [holder, time] = owner.get(cell(findings, "evidence", row)) ?? [];
            expect(holder).toBe(account);
            if (cell(findings, "planted", row) === 1) times.set(account, [...(times.get(account) ?? []), Number(time)]);
          }
          expect(times.size).toBe(positives.rows);
          for (let row = 0; row < positives.rows; row++) {
            const planted = times.get(cell(positives, "account", row)) ?? [];
            expect(Math.min(...planted)).toBe(cell(positives, "first_planted", row));
            expect(Math.max(...planted)).toBe(cell(positives, "last_planted", row));
          }
        }
      }),
      { numRuns: 4 },
    );
  });

  it("is linked: most members send money to another member, or get some", () => {
    const blocks = blocksOf(3, 4000, false);
    const ringOf = new Map<unknown, unknown>();
    for (const { labels } of blocks)
      for (let row = 0; row < labels.positives.rows; row++)
        ringOf.set(cell(labels.positives, "account", row), cell(labels.positives, "ring", row));
    const linked = new Set<unknown>();
    for (const { inputs } of blocks)
      for (let row = 0; row < inputs.transactions.rows; row++) {
        const account = cell(inputs.transactions, "account", row);
        const ring = ringOf.get(account);
        if (ring === undefined || cell(inputs.transactions, "transfer", row) === null) continue;
        if (ringOf.get(Number(cell(inputs.transactions, "counterparty", row))) === ring) linked.add(account);
      }
    expect(ringOf.size).toBe(40);
    expect(linked.size).toBeGreaterThan(20);
    expect(linked.size).toBeLessThan(40);
  });
});

describe("the cycle of a ring", () => {
  const cycles = Array.from({ length: 600 }, (_, i) => {
    const generator = new Sfc32();
    generator.restart(i, 2 * i + 1, 77, 5);
    for (let draw = 0; draw < 12; draw++) generator.word();
    return drawCycle(generator, 91);
  });

  it("lies within the world, phase after phase, without gaps", () => {
    for (const { phases, whole } of cycles) {
      const open = PHASES.map((phase) => phases[phase]).filter(({ days }) => days > 0);
      expect(open.reduce((sum, { days }) => sum + days, 0)).toBe(whole.days);
      expect(open[0].start).toBe(whole.start);
      expect(whole.start + whole.days).toBeLessThanOrEqual(91);
      expect(whole.days).toBeGreaterThanOrEqual(46);
    }
  });

  it("begins and ends with the world for some, inside it for others", () => {
    const share = (holds: (cycle: (typeof cycles)[number]) => boolean) => cycles.filter(holds).length / cycles.length;
    expect(share(({ whole }) => whole.days >= 86)).toBeGreaterThan(0.1);
    expect(share(({ whole }) => whole.start > 5)).toBeGreaterThan(0.15);
    expect(share(({ whole }) => whole.start + whole.days < 83)).toBeGreaterThan(0.15);
  });
});
