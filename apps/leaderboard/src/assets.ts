/** Stylesheet, script, fonts and favicon: read once, named by their content, cached for ever. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { Router } from "express";
import { chartsCss, faviconSvg, timelineCss, tokensCss } from "@vigie/report";

export interface Assets {
  readonly router: Router;
  readonly css: string;
  readonly js: string;
  /** The text font, which pages ask for at once. */
  readonly font: string;
}

/** One after another, as one file. */
const STYLES = ["site.css", "organize.css", "team.css"];

const FONTS = [
  { family: "Source Sans 3 Variable", pack: "@fontsource-variable/source-sans-3", file: "source-sans-3-latin-wght-normal.woff2" },
  {
    family: "Source Code Pro Variable",
    pack: "@fontsource-variable/source-code-pro",
    file: "source-code-pro-latin-wght-normal.woff2",
  },
] as const;

function fontBytes(pack: string, file: string): Buffer {
  const folder = dirname(createRequire(import.meta.url).resolve(`${pack}/package.json`));
  return readFileSync(join(folder, "files", file));
}

function hashed(bytes: Buffer | string, ending: string): string {
  return `/assets/${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.${ending}`;
}

/** Reads everything; throws where a file is missing, at the start and not at a visitor's request. */
export function loadAssets(assetsDir: string): Assets {
  const router = Router();
  const serve = (bytes: Buffer | string, ending: string, type: string): string => {
    const url = hashed(bytes, ending);
    const zipped = ending === "woff2" ? null : gzipSync(bytes);
    router.get(url, (request, response) => {
      response.set("cache-control", "public, max-age=31536000, immutable").type(type);
      if (zipped === null) response.send(bytes);
      else if (request.acceptsEncodings("gzip") === "gzip")
        response.vary("accept-encoding").set("content-encoding", "gzip").send(zipped);
      else response.vary("accept-encoding").send(bytes);
    });
    return url;
  };
  const fonts = FONTS.map(({ pack, file }) => serve(fontBytes(pack, file), "woff2", "font/woff2"));
  const harbour = serve(readFileSync(join(assetsDir, "harbour.svg"), "utf8"), "svg", "image/svg+xml");
  const faces = FONTS.map(({ family }, i) => {
    return `@font-face{font-family:"${family}";src:url(${fonts[i]}) format("woff2");font-weight:200 900;font-display:swap}`;
  });
  const css = [
    ...faces,
    tokensCss(),
    chartsCss(),
    timelineCss(),
    ...STYLES.map((name) => readFileSync(join(assetsDir, name), "utf8").replaceAll("harbour.svg", harbour)),
  ].join("\n");
  router.get("/favicon.svg", (_request, response) => {
    response.set("cache-control", "public, max-age=86400").type("image/svg+xml").send(faviconSvg());
  });
  return {
    router,
    font: fonts[0],
    css: serve(css, "css", "text/css"),
    js: serve(readFileSync(join(assetsDir, "live.js"), "utf8"), "js", "text/javascript"),
  };
}
