import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { librariesOf, readElfNeeds } from "./elf-libraries.ts";

describe.skipIf(!existsSync("/usr/bin/ldd"))("what a program needs", () => {
  test.each([process.execPath, "/usr/bin/tar", "/bin/sh"])("%s: every library that ldd names", (program) => {
    const said = [...spawnSync("/usr/bin/ldd", [program], { encoding: "utf8" }).stdout.matchAll(/(\/\S+) \(0x/g)].map(
      (row) => row[1],
    );
    const found = librariesOf([program]).map((library) => library.to);
    for (const library of said) expect(found).toContain(library.startsWith("/lib") ? `/usr${library}` : library);
  });
});

test("a script needs nothing", () => expect(readElfNeeds(import.meta.filename)).toEqual({ interpreter: null, libraries: [] }));
