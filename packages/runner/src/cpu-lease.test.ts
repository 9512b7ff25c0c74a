import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leaseCpu, parseCpuList } from "./cpu-lease.ts";

test("a list of processors reads as the kernel writes it", () => {
  expect(parseCpuList("0")).toEqual([0]);
  expect(parseCpuList("0-2,5\n")).toEqual([0, 1, 2, 5]);
  expect(parseCpuList("")).toEqual([]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300)), (cpus) => {
      const sorted = cpus.sort((a, b) => a - b);
      expect(parseCpuList(sorted.join(","))).toEqual(sorted);
    }),
  );
});

describe.skipIf(process.platform !== "linux")("processors are leased", () => {
  test("never to two at once, and given back for the next", async () => {
    const leases = await Promise.all(Array.from({ length: 64 }, () => leaseCpu()));
    const cpus = leases.flatMap((lease) => lease?.cpu ?? []);
    expect(new Set(cpus).size).toBe(cpus.length);
    for (const lease of leases) lease?.giveBack();
  });
});
