import type { Seed } from "@vigie/spec";
import { loadDataset } from "@vigie/spec/node";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Sfc32 } from "../../../chance/sfc32.ts";
import { Calendar } from "../../../ground/calendar.ts";
import { layGround } from "./ground.ts";
import { drawSchedules, paydaysOf } from "./paydays.ts";

const spec = loadDataset(join(import.meta.dirname, "../../../../../../datasets/follow-the-money"));
const seed: Seed = new Uint8Array(32).fill(3);

function schedulesOf(firstDay: string, days: number) {
  const calendar = new Calendar(firstDay, days);
  const generator = new Sfc32();
  generator.restart(9, 8, 7, 6);
  return { calendar, schedules: drawSchedules(calendar, 600, generator) };
}

describe("paydays", () => {
  it.each([
    ["2025-02-03", 91],
    ["2024-11-25", 91],
    ["2023-06-05", 120],
    ["2024-01-01", 366],
    ["2022-01-01", 31],
  ])("of a world from %s on are banking days, five apart or more", (firstDay, days) => {
    const { calendar, schedules } = schedulesOf(firstDay, days);
    for (const { days: paid } of schedules) {
      expect(paid.filter((day) => calendar.bankDayUpTo[day] !== day)).toEqual([]);
      expect(paid.every((day, i) => i === 0 || day - paid[i - 1] >= 5)).toBe(true);
    }
  });

  it("that fall on Good Friday come on Thursday", () => {
    // 18 April is day 74
    const { schedules } = schedulesOf("2025-02-03", 91);
    const paidOn = (day: number) => schedules.filter(({ days }) => days.includes(day)).length;
    expect(paidOn(74)).toBe(0);
    expect(paidOn(73)).toBeGreaterThan(paidOn(66));
    expect(paidOn(77)).toBeLessThan(10);
  });

  it("of a business are its own, the same whoever asks", () => {
    const ground = layGround(spec, seed, 5000);
    const all = Array.from({ length: 200 }, (_, slot) => paydaysOf(ground, slot));
    expect(all.map((_schedule, slot) => paydaysOf(ground, slot))).toEqual(all);
    expect(new Set(all.map(({ days }) => days.join())).size).toBeGreaterThan(9);
    expect(new Set(all.map(({ perYear }) => perYear))).toEqual(new Set([52, 26, 24]));
  });
});
