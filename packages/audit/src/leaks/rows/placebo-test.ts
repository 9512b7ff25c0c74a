/**
 * Whether planted rows show what other rows of their class do not.
 *
 * Theory. Were the property dealt to the rows of each class at random (the placebo), the sum over planted rows would have
 * a known mean, variance and skewness. Rows of one cluster (a ring) may share a value lawfully, so the spread between clusters
 * is measured too, and the larger of both variances counts; where it is that between clusters, the score is Student's.
 * A value that no cluster has shows no spread between them, however much they clump: a week in which none of eight
 * happened to act would look like proof. Hence the clumping is also pooled over the frequent values of the property
 * (Kish's design effect, 1965), and stretches the placebo's variance of each.
 */
import type { Finding, Feature, Unit } from "../feature.ts";
import { findingsOf, NOT_PERMUTED, type FindingLists } from "../chance/findings-list.ts";
import { normalScore, scoreOfT, standardOf } from "../chance/normal.ts";

/** What the planted rows show, as a sum over them. */
export interface PlantedSum {
  readonly rows: number;
  readonly sum: number;
  readonly expected: number;
  /** Under the placebo: variance and third central moment of the sum. */
  readonly variance: number;
  readonly third: number;
  /** By cluster: sum less what was expected, and rows. */
  readonly ofCluster: Float64Array;
  readonly rowsOfCluster: Float64Array;
}

const FEWEST_ROWS = 20;
const FEWEST_CLUSTERS = 4;
/** A value that is rarer (by the variance of its count) says nothing of clumping: one chance hit would be a clump. */
const FEWEST_EXPECTED = 5;

/** Variance of the sum, from how far clusters depart from sharing its excess evenly. */
function varianceBetween({ sum, expected, rows, ofCluster, rowsOfCluster }: PlantedSum): number {
  const excess = (sum - expected) / rows;
  let total = 0;
  ofCluster.forEach((own, cluster) => {
    const off = own - excess * rowsOfCluster[cluster];
    total += off * off;
  });
  return (total * ofCluster.length) / (ofCluster.length - 1);
}

/** By how much rows of one cluster go together, over the frequent values of a property: 1 where each row is its own. */
export function clumping(sums: readonly PlantedSum[]): number {
  let between = 0;
  let placebo = 0;
  for (const one of sums) {
    if (one.variance < FEWEST_EXPECTED || one.ofCluster.length < FEWEST_CLUSTERS) continue;
    between += varianceBetween(one);
    placebo += one.variance;
  }
  return placebo > 0 ? Math.max(1, between / placebo) : 1;
}

export class PlaceboTest {
  readonly #found: FindingLists;

  constructor(found: FindingLists) {
    this.#found = found;
  }

  /** @param clumps by how much rows of one cluster go together: see {@link clumping}. */
  try(feature: Feature, planted: PlantedSum, unit: Unit, clumps = 1): void {
    const { rows, sum, expected, variance, third, ofCluster } = planted;
    if (rows < FEWEST_ROWS || ofCluster.length < FEWEST_CLUSTERS || variance <= 1e-9) return;
    const between = Math.max(varianceBetween(planted), variance * clumps);
    const byCluster = between > variance;
    const deviation = Math.sqrt(byCluster ? between : variance);
    const skewness = byCluster ? 0 : third / (variance * deviation);
    const z = (sum - expected) / deviation;
    const score = byCluster ? scoreOfT(z, ofCluster.length - 1) : normalScore(z, skewness);
    const list = findingsOf(this.#found, feature.family, NOT_PERMUTED);
    list.trials++;
    list.keep(feature.column, Math.abs(score), (bound): Finding => {
      // Inflated where the score is Student's, so that the band means the same.
      const stretch = byCluster && score !== 0 ? z / score : 1;
      const at = (end: number): number => (expected + deviation * stretch * standardOf(end, skewness)) / rows;
      return {
        family: feature.family,
        column: feature.column,
        aspect: feature.aspect(),
        target: { kind: "planted", name: "" },
        unit,
        value: sum / rows,
        low: at(-bound),
        high: at(bound),
        score: Math.abs(score),
        bound,
        strength: null,
      };
    });
  }
}
