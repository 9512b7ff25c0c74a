/** The parameters of a bank: as the dataset declares them, or shifted within their published ranges by the seed. */
import { stream, type Seed } from "@vigie/spec";
import type { BankDataset, BankParameter } from "@vigie/spec/bank";

export type Parameters = Readonly<Record<BankParameter, number>>;

/** @param shifted draw each parameter evenly within its range instead of taking its value. */
export function parametersOf({ parameters }: BankDataset, seed: Seed, shifted: boolean): Parameters {
  const value = (id: BankParameter): number => {
    const { value: declared, range } = parameters[id];
    if (!shifted) return declared;
    return range[0] + (range[1] - range[0]) * (stream(seed, `shift/${id}`)[0] / 0x100000000);
  };
  return {
    prevalence: value("prevalence"),
    accountsPerRing: value("accountsPerRing"),
    lookalikeShare: value("lookalikeShare"),
    lookalikeOverlap: value("lookalikeOverlap"),
    camouflage: value("camouflage"),
    transactionsPerAccount: value("transactionsPerAccount"),
  };
}
