/** A file that an organizer asked for: whole or not at all, for their account alone. */
import { open, rename, rm } from "node:fs/promises";

export async function writeWhole(file: string, content: string): Promise<void> {
  const draft = `${file}.partial`;
  try {
    const handle = await open(draft, "w", 0o600);
    await handle.writeFile(content);
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}
