import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOf } from "./difference.ts";
import { highlighted } from "./highlight.ts";
import { linesOf, sourceOf } from "./sources.ts";
import { timeLimited } from "./time-limited.ts";

const HOSTILE = [
  "</code></pre><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg/onload=alert(1)>',
  "<span class=\"hljs-keyword\" onclick='alert(1)'>",
  '</span><a href="javascript:alert(1)">',
  "&lt;script&gt;&amp;lt;&#x27;&quot;",
  "<!--",
  "`${`<b>${'</b>'}`}`",
  "/*<style>*{display:none}</style>*/",
  "'''<iframe src=//evil>'''",
  "\u202e\u2066\u0000\u001b[31m\ufeff",
  "const x = () => <div onClick={alert}>{'</div>'}</div>;",
  "@decorator\ndef f(x: 'T') -> \"T\": return f'{x!r:>{10}}<b>'",
  '{"a": "</script>", "b": [1e9, null]}',
  "{{{triple}}} {{> layout}}",
  "\r\n\r",
];
const ENDINGS = ["ts", "js", "py", "json", "toml", "yaml", "md", "html", "none"];

const source = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 60 })), { maxLength: 12 })
  .map((pieces) => pieces.join("\n"));
const file = fc.record({ path: fc.constantFrom(...ENDINGS).map((ending) => `a/x.${ending}`), text: source });

/** What a browser would make of a line, if tags but our own were there. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<[^>]*>?/g)].map(([tag]) => tag);
}

function read(path: string, text: string): string {
  const made = sourceOf(path, Buffer.from(text));
  return made.kind === "text" ? made.text : "";
}

describe("a stranger's source on a page", () => {
  it("holds no tag but span.hljs-*, closed on its line, whatever stands in it; and says all that stands in it", () => {
    fc.assert(
      fc.property(file, ({ path, text }) => {
        const shown = read(path, text);
        const lines = highlighted(path, shown);
        expect(lines).toHaveLength(linesOf(shown).length);
        for (const [i, line] of lines.entries()) {
          const tags = tagsOf(line);
          expect(tags.filter((tag) => !/^(<span class="hljs-[a-z_-]+">|<\/span>)$/.test(tag))).toEqual([]);
          expect(tags.filter((tag) => tag === "</span>")).toHaveLength(tags.length / 2);
          const plain = line
            .replace(/<[^>]*>/g, "")
            .replace(/&(lt|gt|quot|#39|#x27|apos);/g, "_")
            .replaceAll("&amp;", "&");
          expect(plain).toBe(linesOf(shown)[i].replace(/[<>"']/g, "_"));
        }
      }),
      { numRuns: 400 },
    );
  });

  it("turns no line around and moves no cursor", () => {
    expect(read("x.ts", "a\u202eb\u0007\r\nc\rd")).not.toMatch(/[\u202e\u0007\r]/);
  });

  it("is coloured where its name says in which language it is written", () => {
    expect(highlighted("detector.ts", "const a = 1; // one")[0]).toContain('<span class="hljs-keyword">const</span>');
    expect(highlighted("detector.py", "def f():\n    '''a\n    b'''\n")).toHaveLength(3);
    expect(highlighted("notes.txt", "const a")).toEqual(["const a"]);
  });

  it("is named only where it is no text, or more than a page holds", () => {
    expect(sourceOf("model.bin", Buffer.from([1, 0, 2])).kind).toBe("binary");
    expect(sourceOf("latin.txt", Buffer.from([0xe9, 0x20])).kind).toBe("binary");
    expect(sourceOf("big.json", Buffer.alloc(300_000, 32)).kind).toBe("large");
  });

  it("may not take the server's time: a pattern that runs wild is stopped", () => {
    const started = performance.now();
    expect(timeLimited(50, () => /^(a+)+$/.test(`${"a".repeat(60)}b`))).toBe(null);
    expect(performance.now() - started).toBeLessThan(2000);
    const wild = `${"(".repeat(20_000)}${'"\\'.repeat(20_000)}`;
    expect(highlighted("x.ts", wild.replace(/(.{1000})/g, "$1\n")).length).toBeGreaterThan(50);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe("the difference of two submissions", () => {
  const text = (path: string, lines: string): ReturnType<typeof sourceOf> => sourceOf(path, Buffer.from(lines));

  it("says which lines went and came, by their numbers, and what stayed", () => {
    const before = [text("a.ts", "one\ntwo\nthree\n"), text("same.ts", "x\n"), text("old.py", "gone\n")];
    const after = [text("a.ts", "one\n2\n2b\nthree\n"), text("same.ts", "x\n"), text("new.py", "come\n")];
    const { files, unchanged, added, removed } = differenceOf(before, after);
    expect(files.map(({ path, kind }) => [path, kind])).toEqual([
      ["a.ts", "changed"],
      ["new.py", "new"],
      ["old.py", "gone"],
    ]);
    expect([unchanged, added, removed]).toEqual([1, 3, 2]);
    expect(files[0].hunks?.[0].map((line) => [line.kind, line.before, line.after])).toEqual([
      ["same", 1, 1],
      ["removed", 2, null],
      ["added", null, 2],
      ["added", null, 3],
      ["same", 3, 4],
    ]);
  });

  it("names a binary file that changed, and gives up on what would take too long", () => {
    const bytes = (...all: number[]): ReturnType<typeof sourceOf> => sourceOf("m.bin", Buffer.from([0, ...all]));
    expect(differenceOf([bytes(1)], [bytes(1)])).toMatchObject({ files: [], unchanged: 1 });
    expect(differenceOf([bytes(1)], [bytes(2)]).files[0]).toMatchObject({ kind: "changed", hunks: null });
    const noise = (seed: number): string => Array.from({ length: 9000 }, (_, i) => `${(i * seed) % 7919}`).join("\n");
    const started = performance.now();
    expect(differenceOf([text("n.txt", noise(31))], [text("n.txt", noise(37))]).files[0].hunks).toBe(null);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it("is inert in every line", () => {
    fc.assert(
      fc.property(source, source, (one, other) => {
        const { files } = differenceOf([text("x.ts", one)], [text("x.ts", other)]);
        const lines = files.flatMap(({ hunks }) => hunks?.flat() ?? []).map(({ html }) => html);
        expect(lines.flatMap(tagsOf).filter((tag) => !/^(<span class="hljs-[a-z_-]+">|<\/span>)$/.test(tag))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
