/** Opens and audits a test set, by the world that it names. */
import { join } from "node:path";
import { entryOf, tablesOf, worldOf, type TableBatch } from "@vigie/spec";
import { openTruth, readTable, tableRows, worldOfSet } from "@vigie/testset";
import { attackSet, type AuditOptions, type LeakAudit } from "./leaks/audit.ts";
import { auditTable, tablesByUse, type AuditSet, type AuditTable } from "./leaks/audit-set.ts";
import type { LabelTables } from "./leaks/audit-labels.ts";
import { wordsWith } from "./leaks/audit-words.ts";
import { WORLD_AUDITS } from "./worlds/index.ts";
import type { Realism, WorldAudit } from "./worlds/world-audit.ts";

/** @throws SpecError `unknown-name` for a world that cannot be audited. */
function worldAudit(world: string): WorldAudit {
  return entryOf(WORLD_AUDITS, world, "world of the audit");
}

function auditSet(world: string, tables: readonly AuditTable[], labels: (subjects: number) => LabelTables): AuditSet {
  const { words = {}, labels: read, sharedWithin = [] } = worldAudit(world);
  const own = tablesByUse(tables);
  return { world, words: wordsWith(words), ...own, labels: read(labels(own.subjects)), sharedWithin };
}

/**
 * Opens a test set on disk.
 * @param folder the test set's folder, which holds `inputs/` and `labels/`.
 * @throws SpecError where layout or file cannot be read.
 */
export function openAuditSet(folder: string): AuditSet {
  const world = worldOfSet(folder);
  const rows = tableRows(folder);
  const there = worldOf({ world }).tables.filter(({ half, name }) => half === "inputs" && Object.hasOwn(rows, name));
  const tables = there.map((table) =>
    auditTable(
      table,
      table.columns.map(({ name }) => name),
      (name, columns) => readTable(join(folder, "inputs"), name, columns),
    ),
  );
  return auditSet(world, tables, () => openTruth(folder));
}

/** A test set in memory, by table name; columns that its world does not declare are attacked too. */
export function auditSetOf(world: string, batches: Readonly<Record<string, TableBatch>>): AuditSet {
  const batch = (name: string): TableBatch => entryOf(batches, name, "table");
  const tables = tablesOf({ world }, "inputs").map((table) =>
    auditTable(table, Object.keys(batch(table.name).columns), (name) => batch(name)),
  );
  return auditSet(world, tables, (subjects) => ({ subjects, place: (name) => name, table: batch }));
}

/** Holds a test set against what is known of such data; null where nothing is. @throws SpecError where it cannot be read. */
export function realismOf(folder: string): Realism | null {
  return worldAudit(worldOfSet(folder)).realism?.(folder) ?? null;
}

/** Audits a test set. Deterministic: its own randomness has a fixed seed. */
export function auditLeaks(set: AuditSet, options: AuditOptions = {}): LeakAudit {
  return attackSet(set, worldAudit(set.world).attacks ?? [], options);
}
