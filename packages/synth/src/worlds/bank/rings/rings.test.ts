import { TableReader, type Cell, type TableBatch, type WorldBlock } from "@vigie/spec";
import { loadDataset } from "@vigie/spec/node";
import fc from "fast-check";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Sfc32 } from "../../../chance/sfc32.ts";
import { createBank } from "../bank-world.ts";
import { folded } from "../behaviour/act.ts";
import { drawCycle, PHASES, stretchFor } from "./cycle.ts";

const spec = loadDataset(join(import.meta.dirname, "../../../../../../datasets/follow-the-money"));

/** A number or a word of a table; null where there is none. */
function cell(table: TableBatch, name: string, row: number): Cell {
  return new TableReader(table, "").cells(name)(row);
}

function blocksOf(seedByte: number, accounts: number, shift: boolean): WorldBlock[] {
  const world = createBank(spec, { seed: new Uint8Array(32).fill(seedByte), size: { accounts }, shift });
  return Array.from({ length: world.blockCount }, (_, i) => world.block(i));
}

const seeds = fc.integer({ min: 0, max: 255 });

describe("a ring, in any world,", () => {
  it("shows something planted in each of its accounts, between the times that the labels give, and owns that evidence", () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seedByte, shift) => {
        for (const { tables } of blocksOf(seedByte, 800, shift)) {
          const owner = new Map<unknown, [account: unknown, time: number]>();
          for (const [table, id] of [
            [tables.transactions, "transaction"],
            [tables.events, "event"],
          ] as const)
            for (let row = 0; row < table.rows; row++)
              owner.set(cell(table, id, row), [cell(table, "account", row), Number(cell(table, "time", row))]);
          const times = new Map<unknown, number[]>();
          const { findings, positives } = tables;
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
    for (const { tables } of blocks)
      for (let row = 0; row < tables.positives.rows; row++)
        ringOf.set(cell(tables.positives, "account", row), cell(tables.positives, "ring", row));
    const linked = new Set<unknown>();
    for (const { tables } of blocks)
      for (let row = 0; row < tables.transactions.rows; row++) {
        const account = cell(tables.transactions, "account", row);
        const ring = ringOf.get(account);
        if (ring === undefined || cell(tables.transactions, "transfer", row) === null) continue;
        if (ringOf.get(Number(cell(tables.transactions, "counterparty", row))) === ring) linked.add(account);
      }
    expect(ringOf.size).toBe(40);
    expect(linked.size).toBeGreaterThan(20);
    expect(linked.size).toBeLessThan(40);
  });
});

describe("the cycle of a ring", () => {
  const DAYS = 91;
  const generator = new Sfc32();
  const cycles = Array.from({ length: 600 }, (_, i) => {
    generator.restart(i, 2 * i + 1, 77, 5);
    for (let draw = 0; draw < 12; draw++) generator.word();
    return drawCycle(generator, DAYS);
  });

  it("goes from phase to phase on a circle of days, and round it once at the most", () => {
    for (const { phases, busy } of cycles) {
      const inOrder = PHASES.map((phase) => phases[phase]);
      inOrder.forEach(({ start, days }, i) => {
        expect(start).toBeLessThan(DAYS);
        expect(days).toBeGreaterThan(0);
        expect((start + days) % DAYS).toBe(i < 3 ? inOrder[i + 1].start : (busy.start + busy.days) % DAYS);
      });
      const whole = inOrder.reduce((sum, { days }) => sum + days, 0);
      expect(whole).toBeGreaterThanOrEqual(55);
      expect(whole).toBeLessThanOrEqual(DAYS);
    }
  });

  it("has pauses for most, none for some", () => {
    const pausing = cycles.filter(({ phases, busy }) => phases.recruitment.days + busy.days < DAYS - 5).length / cycles.length;
    expect(pausing).toBeGreaterThan(0.3);
    expect(pausing).toBeLessThan(0.9);
  });

  it.each(["small-ad-payments", "contact-changed-to-anothers", "short-stays-many-cities", "small-virtual-currency"] as const)(
    "lets no day of the world see fewer acts than others: %s",
    (indicator) => {
      const ofDay = new Float64Array(DAYS);
      const ACTS = 400_000;
      generator.restart(3, 1, 4, 1);
      for (let i = 0; i < ACTS; i++) {
        const { start, days } = stretchFor(indicator, drawCycle(generator, DAYS), generator);
        ofDay[folded(start + generator.below(days), DAYS)]++;
      }
      // a day gets its share, give or take five standard deviations
      const share = ACTS / DAYS;
      for (const acts of ofDay) expect(Math.abs(acts - share)).toBeLessThan(5 * Math.sqrt(share));
    },
  );
});
