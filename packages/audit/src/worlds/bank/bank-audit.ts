/** What the audit must know of the bank: rings, their roles and typologies, what they are called, and the realism report. */
import { attackBalance, attackTravel } from "./attacks.ts";
import { realismOf } from "./realism/measure-realism.ts";
import { lookAlikes, plantedIds, ringMembers } from "./labels.ts";
import type { WorldAudit } from "../world-audit.ts";

const RING_ACCOUNTS = { en: "ring accounts", fr: "comptes d’un réseau" };

export const BANK_AUDIT: WorldAudit = {
  labels(tables) {
    const { accounts, rings, role, typology } = ringMembers(tables);
    const { accounts: alike, group: groups } = lookAlikes(tables);
    const group = new Int32Array(tables.subjects).fill(-1);
    alike.forEach((account: number, row: number) => (group[account] = groups.codes[row]));
    return { positives: accounts, cluster: rings, traits: { role, typology }, planted: plantedIds(tables), group };
  },
  words: {
    families: {
      opening: { en: "opening of accounts", fr: "ouverture des comptes" },
      spacing: { en: "spacing of ring members", fr: "écart entre membres d’un réseau" },
      shares: { en: "share of ring accounts by value", fr: "part des réseaux selon la valeur" },
    },
    member: "ring",
    targets: {
      ring: RING_ACCOUNTS,
      role: { en: "role {name}", fr: "rôle {name}" },
      typology: { en: "rings of type {name}", fr: "réseaux de type {name}" },
    },
    pairs: [
      { en: "pairs in a ring", fr: "paires d’un réseau" },
      { en: "pairs of ring accounts", fr: "paires de comptes de réseaux" },
    ],
    sought: { en: "ring accounts", fr: "les réseaux" },
    betrayed: { en: "ring accounts", fr: "les comptes des réseaux" },
  },
  attacks: [attackTravel, attackBalance],
  sharedWithin: [
    {
      table: "transactions",
      column: "code",
      word: "payroll",
      aspect: { en: "accounts of its employer", fr: "comptes de l’employeur" },
    },
  ],
  realism: realismOf,
};
