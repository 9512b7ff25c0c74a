/** Long work in the terminal: a bar where there is a terminal, a line now and then where there is none. */
import process from "node:process";
import cliProgress from "cli-progress";

export interface Bar {
  update(share: number): void;
  done(): void;
}

/** Starts a bar named `title`; written to standard error, so that standard output stays the result. */
export function startBar(title: string): Bar {
  if (!process.stderr.isTTY) {
    process.stderr.write(`${title}\n`);
    return { update: () => undefined, done: () => undefined };
  }
  const bar = new cliProgress.SingleBar({
    format: `${title} {bar} {percentage} %`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
  });
  bar.start(100, 0);
  return { update: (share) => bar.update(Math.round(share * 100)), done: () => bar.stop() };
}
