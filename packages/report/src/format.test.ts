import { describe, expect, it } from "vitest";
import {
  formatCents,
  formatCount,
  formatDate,
  formatDateTime,
  formatDuration,
  formatPercent,
  formatScore,
  formatSigned,
  formatTime,
} from "./format.ts";

const NBSP = "\u00a0";

describe("numbers", () => {
  it.each([
    [formatScore("en", 48.83), "48.8"],
    [formatScore("fr", 48.83), "48,8"],
    [formatScore("en", -3), "0.0"],
    [formatScore("en", 48.4, 0), "48"],
    [formatSigned("en", -6.6), "−6.6"],
    [formatSigned("fr", 36.4, 0), "+36"],
    [formatSigned("en", -0.01), "0.0"],
    [formatPercent("en", 0.364), "36%"],
    [formatPercent("fr", 0.364), `36${NBSP}%`],
    [formatCount("en", 12345), "12,345"],
    [formatCount("fr", 12345), `12${NBSP}345`],
    [formatCount("fr", 3.5), "3,5"],
    [formatCents("en", 123456), "$1,234.56"],
    [formatCents("fr", 123456), `1${NBSP}234,56${NBSP}$`],
  ])("%s", (got, wanted) => expect(got).toBe(wanted));
});

describe("moments", () => {
  const moment = "2026-11-23T22:05:00Z";
  it("are written out in the zone asked for", () => {
    expect(formatDateTime("en", moment, "America/Toronto")).toBe(`23${NBSP}November${NBSP}2026, 17:05${NBSP}EST`);
    expect(formatDateTime("fr", moment, "America/Toronto")).toBe(`23${NBSP}novembre${NBSP}2026, 17${NBSP}h${NBSP}05${NBSP}HNE`);
    expect(formatTime("fr", "2026-11-23T22:00:00Z", "America/Toronto")).toBe(`17${NBSP}h`);
    expect(formatDate("fr", "2026-12-01T12:00:00Z", "UTC")).toBe(`1er${NBSP}décembre${NBSP}2026`);
    expect(formatTime("en", "2026-11-23T00:30:00Z", "UTC")).toBe("0:30");
  });
});

describe("durations", () => {
  it.each([
    [0, "0 s"],
    [800, "0.8 s"],
    [41_000, "41 s"],
    [125_000, "2 min 5 s"],
    [20_520_000, "5 h 42 min"],
    [273_600_000, "3 d 4 h"],
    [-5, "0 s"],
  ])("%d ms in two units at most", (ms, words) => expect(formatDuration("en", ms).replaceAll(NBSP, " ")).toBe(words));
});
