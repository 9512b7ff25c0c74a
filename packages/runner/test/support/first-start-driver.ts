// A judge that only wants to know whether there is a sandbox.
import { openSandbox } from "../../src/index.ts";

const opened = await openSandbox("bubblewrap");
console.log(opened.kind === "missing" ? `missing: ${opened.missing.detail}` : opened.kind);
if (opened.kind === "ready") await opened.sandbox.close();
