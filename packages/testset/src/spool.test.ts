import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { scratchFolder } from "../test/scratch-folder.ts";
import { ByteStream, Spool } from "./spool.ts";

const scratch = scratchFolder();
let count = 0;

it("gives each column's bytes back in order, from memory and from the file", () => {
  const run = fc.record({ column: fc.integer({ min: 0, max: 2 }), eights: fc.integer({ min: 0, max: 40_000 }) });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 12 }), fc.integer({ min: 0, max: 4 }), (runs, memoryPieces) => {
      const path = join(scratch, `spool-${++count}`);
      const spool = new Spool(path, memoryPieces);
      const columns = [0, 1, 2].map(() => ({ stream: new ByteStream(spool), bytes: [] as Buffer[] }));
      runs.forEach(({ column, eights }, i) => {
        const bytes = Buffer.alloc(8 * eights, i + 1);
        columns[column].stream.append(bytes);
        columns[column].bytes.push(bytes);
      });
      for (const { stream, bytes } of columns) {
        for (let twice = 0; twice < 2; twice++) {
          const pieces = Array.from(stream.pieces(), (piece) => Buffer.from(piece));
          expect(Buffer.concat(pieces).equals(Buffer.concat(bytes))).toBe(true);
        }
      }
      spool.close();
      expect(existsSync(path)).toBe(false);
    }),
    { numRuns: 40 },
  );
});
