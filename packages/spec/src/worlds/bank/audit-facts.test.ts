import { describe, expect, it } from "vitest";
import { AUDIT_FACTS, withAudit } from "./audit-facts.ts";
import { BANK_TABLES } from "./tables.ts";

describe("what the audit needs to know of the bank", () => {
  it("is of tables and columns that there are", () => {
    const known = new Set(
      BANK_TABLES.flatMap(({ name, columns }) => [`${name} `, ...columns.map((column) => `${name} ${column.name}`)]),
    );
    const named = AUDIT_FACTS.flatMap(([table, columns]) => columns.split(" ").map((column) => `${table} ${column}`));
    expect(named.filter((one) => !known.has(one))).toEqual([]);
  });

  it("parts columns by words that the column beside them holds", () => {
    for (const { columns } of withAudit(BANK_TABLES)) {
      for (const { parts } of columns.map(({ audit }) => audit ?? {})) {
        if (parts === undefined) continue;
        const words = columns.find(({ name }) => name === parts.by)?.words ?? [];
        expect(Object.keys(parts.into).filter((word) => !words.includes(word))).toEqual([]);
      }
    }
  });

  it("says of every token, and of every id that is cited, that it is opaque, and allows nothing of labels", () => {
    for (const { half, cited, columns } of withAudit(BANK_TABLES)) {
      for (const { name, audit } of columns) {
        if (name.endsWith("_token")) expect(audit?.opaque, name).toBe(true);
        if (half === "labels") expect(audit, name).toBeUndefined();
        if (name === cited) expect(audit?.carries, name).toBeUndefined();
      }
    }
  });
});
