import fc from "fast-check";
import { expect, test } from "vitest";
import { CappedLog } from "./capped-log.ts";

test("a log within its cap comes back as it was, however it was cut into chunks", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (chunks) => {
      const log = new CappedLog(10_000);
      chunks.forEach((chunk) => log.add(Buffer.from(chunk)));
      expect(log.text()).toBe(Buffer.concat(chunks).toString("utf8"));
      expect(log.truncated).toBe(false);
    }),
  );
});

test("a longer one keeps half the cap at each end and says how much is missing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 101, max: 5000 }), fc.integer({ min: 1, max: 70 }), (length, step) => {
      const whole = Array.from({ length }, (_, i) => String.fromCharCode(97 + (i % 26))).join("");
      const log = new CappedLog(100);
      for (let at = 0; at < length; at += step) log.add(Buffer.from(whole.slice(at, at + step)));
      expect(log.text()).toBe(`${whole.slice(0, 50)}\n[… ${length - 100} bytes …]\n${whole.slice(-50)}`);
      expect(log).toMatchObject({ truncated: true, totalBytes: length });
    }),
  );
});

test("an empty log is an empty text", () => expect(new CappedLog(100).text()).toBe(""));
