/** `vigie backup` and `vigie restore`. */
import { resolve } from "node:path";
import process from "node:process";
import { Option, type Command } from "commander";
import { askWithoutEcho, passphraseOf } from "../backup/passphrase.ts";
import { tellRestore } from "../backup/tell-restore.ts";
import type { Voice } from "../say.ts";
import type * as Server from "../server.ts";

interface Means extends Voice {
  readonly print: (line: string) => void;
  readonly load: () => Promise<typeof Server>;
}

interface BackupWords {
  readonly data: string;
  readonly out: string;
  readonly passphraseFile?: string;
}

interface RestoreWords {
  readonly data: string;
  readonly check: boolean;
  readonly passphraseFile?: string;
}

/** Adds both. */
export function addBackup(command: (name: string, about: string) => Command, { language, say, print, load }: Means): void {
  const passphrase = (file: string | undefined, isNew: boolean): Promise<string> =>
    passphraseOf({ ...(file !== undefined && { file }), isNew }, askWithoutEcho, say);
  command("backup", say("about.backup"))
    .requiredOption("--out <file>", say("option.backupOut"))
    .addOption(new Option("--data <folder>", say("option.data")).env("VIGIE_DATA_DIR").default("vigie-event"))
    .option("--passphrase-file <file>", say("option.passphraseFile"))
    .action(async ({ data, out, passphraseFile }: BackupWords) => {
      const { backupFolder } = await load();
      const secret = await passphrase(passphraseFile, true);
      print(await backupFolder({ dataDir: resolve(data), out: resolve(out), passphrase: secret, language }, say));
    });
  command("restore", say("about.restore"))
    .argument("<file>")
    .addOption(new Option("--data <folder>", say("option.restoreData")).default("vigie-event"))
    .option("--check", say("option.restoreCheck"), false)
    .option("--passphrase-file <file>", say("option.passphraseFile"))
    .action(async (file: string, { data, check, passphraseFile }: RestoreWords) => {
      const { restoreFolder, tryRestore } = await load();
      if (check) {
        const secret = await passphrase(passphraseFile, false);
        const { event, lines } = await tryRestore({ file: resolve(file), passphrase: secret, language }, say);
        lines.forEach(print);
        return tellRestore(event, { language, say, print });
      }
      const databaseUrl = process.env["VIGIE_DATABASE_URL"] ?? null;
      const places = { file: resolve(file), dataDir: resolve(data), databaseUrl };
      print(await restoreFolder({ ...places, passphrase: await passphrase(passphraseFile, false) }, say));
    });
}
