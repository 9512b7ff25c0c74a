/** `vigie doctor`: what this machine can do, and what to install where it cannot. */
import process from "node:process";
import pc from "picocolors";
import { sandboxMissingSentence, weaknessSentence } from "@vigie/report";
import { diagnoseSandbox, measurePython, openSandbox } from "@vigie/runner";
import type { Language } from "@vigie/spec";
import { pythonSentence } from "../python-offer.ts";
import type { Say } from "../say.ts";

/** Prints one line a check, and what to do where it is not good; the exit code is 0 when a sandbox is to be had. */
export async function doctor(language: Language, say: Say, print: (line: string) => void): Promise<number> {
  print(`${say("doctor.node")}: ${process.version}`);
  for (const { id, ok, detail, advice } of await diagnoseSandbox()) {
    print(`${ok ? pc.green(say("doctor.good")) : pc.red(say("doctor.bad"))}  ${id}: ${detail}`);
    if (advice !== null) print(`    ${advice[language]}`);
  }
  const opened = await openSandbox("auto");
  if (opened.kind === "missing") {
    print(sandboxMissingSentence(language, opened.missing.reason));
    return 1;
  }
  print(`${say("doctor.python")}: ${opened.sandbox.runtimes.python ?? say("doctor.bad")}`);
  print(pythonSentence(await measurePython(opened.sandbox), say));
  for (const weakness of opened.sandbox.weaknesses) print(weaknessSentence(language, weakness));
  await opened.sandbox.close();
  return 0;
}
