/** What the audit must know of harbours: who pings out of turn. */
import type { WorldAudit } from "@vigie/audit";
import { TableReader } from "@vigie/spec";

export const WORLD_AUDITS: Readonly<Record<string, WorldAudit>> = {
  toy: {
    labels({ subjects, table, place }) {
      const culprits = new TableReader(table("culprits"), place("culprits"));
      const positives = Int32Array.from(culprits.subjects("vessel", subjects));
      const planted = new Set(culprits.numbers("ping"));
      return { positives, cluster: positives, traits: {}, planted, group: new Int32Array(subjects).fill(-1) };
    },
  },
};
