import { afterEach, expect, it, vi } from "vitest";
import { LANGUAGES } from "@vigie/spec";
import { narrate } from "./narrate.ts";
import { speaker } from "./say.ts";

afterEach(() => vi.restoreAllMocks());

const HOSTILE = "\u001b[2J\u001b]0;owned\u0007Night Heron\r\nJudged\n\u202e";

it.each(LANGUAGES)(
  "a name or a message cannot act on the terminal, nor begin a line of the platform's own, in %s",
  (language) => {
    const lines: string[] = [];
    for (const stream of ["log", "error"] as const)
      vi.spyOn(console, stream).mockImplementation((line: unknown) => void lines.push(String(line)));
    const tell = narrate(language, speaker(language), {
      teamName: () => HOSTILE,
      severalChallenges: false,
      onHeld: () => undefined,
    });
    tell({ kind: "judged", submission: "s", team: "t", split: "practice", verdict: "accepted" });
    for (const gaveUp of [true, false]) tell({ kind: "trouble", message: HOSTILE, gaveUp });
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).toContain("Night Heron");
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  },
);
