/** The parameters of a world: as the dataset declares them, or shifted within their published ranges by the seed. */
import type { DatasetSpec, ParameterId, Seed } from "@vigie/spec";
import { stream } from "@vigie/spec";

export type Parameters = Readonly<Record<ParameterId, number>>;

/** @param shifted draw each parameter evenly within its range instead of taking its value. */
export function parametersOf(spec: DatasetSpec, seed: Seed, shifted: boolean): Parameters {
  const value = (id: ParameterId): number => {
    const { value: declared, range } = spec.parameters[id];
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
