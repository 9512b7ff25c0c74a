import { createHash, createHmac } from "node:crypto";
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../test/scratch-folder.ts";
import { tinyRows, worldOf, WRITE } from "../test/tiny-world.ts";
import { commitLabels, isComplete, readDigest, verifyTestset } from "./checksums.ts";
import { writeTestset } from "./write-testset.ts";

describe("checksums", async () => {
  const scratch = scratchFolder();
  const folder = join(scratch, "set");
  const digest = await writeTestset(worldOf(tinyRows()), folder, WRITE);
  const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

  function copy(name: string): string {
    cpSync(folder, join(scratch, name), { recursive: true });
    return join(scratch, name);
  }

  it("are each file's SHA-256 and each folder's sorted lines", () => {
    expect(readDigest(folder)).toEqual(digest);
    for (const [half, expected] of [
      ["inputs", digest.inputsDigest],
      ["labels", digest.labelsDigest],
    ] as const) {
      const lines = readdirSync(join(folder, half)).map(
        (name) => `${sha256(readFileSync(join(folder, half, name)))}  ${half}/${name}\n`,
      );
      expect(sha256(lines.sort().join(""))).toBe(expected);
    }
  });

  it("name the file that differs, and the one that is gone", async () => {
    const damaged = copy("damaged");
    appendFileSync(join(damaged, "inputs", "events.arrow"), "x");
    rmSync(join(damaged, "labels", "units.arrow"));
    const differences = await verifyTestset(damaged);
    expect(differences.map(({ file }) => file)).toEqual(["inputs/events.arrow", "labels/units.arrow"]);
    expect(differences[0].expected).toBe(digest.files["inputs/events.arrow"].sha256);
    expect(differences[0].found).toBe(sha256(readFileSync(join(damaged, "inputs", "events.arrow"))));
    expect(differences[1].found).toBe("unreadable (ENOENT)");
  });

  it.each([
    ["no folder", () => join(scratch, "nowhere")],
    [
      "no checksums",
      () => {
        const at = copy("a");
        rmSync(join(at, "checksums.json"));
        return at;
      },
    ],
    [
      "checksums cut short",
      () => {
        const at = copy("b");
        writeFileSync(join(at, "checksums.json"), '{"checksumsVersion":1');
        return at;
      },
    ],
    [
      "a file cut short",
      () => {
        const at = copy("c");
        writeFileSync(join(at, "inputs", "accounts.arrow"), "ARROW1");
        return at;
      },
    ],
  ])("a set with %s is not complete", (_, make) => {
    expect(isComplete(make())).toBe(false);
  });

  it("a missing checksums.json is told by name", async () => {
    await expect(verifyTestset(join(scratch, "nowhere"))).rejects.toThrow(
      /nowhere\/checksums\.json: expected a file that can be read/,
    );
  });

  it("commit to the labels under a key", async () => {
    const key = Buffer.from("k".repeat(32));
    expect(await commitLabels(folder, key)).toBe(createHmac("sha256", key).update(digest.labelsDigest).digest("hex"));
    const other = copy("other");
    appendFileSync(join(other, "labels", "units.arrow"), "x");
    expect(await commitLabels(other, key)).not.toBe(await commitLabels(folder, key));
  });
});
