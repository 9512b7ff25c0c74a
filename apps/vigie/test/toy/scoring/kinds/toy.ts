/** How the toy kind reads and scores. */
import type { KindScoring } from "@vigie/scoring";
import { LineFault, refuseOtherKeys, required, SubjectsOfLines, wholeNumber } from "@vigie/scoring/reading";
import { TableReader } from "@vigie/spec";

const share = (of: number, all: number): number => (all === 0 ? 0 : of / all);

export const KIND_SCORING: Readonly<Record<string, KindScoring>> = {
  toy: {
    open(challenge, truth) {
      const culprits = new TableReader(truth.table("culprits"), truth.place("culprits"));
      const pings = culprits.numbers("ping");
      const planted = new Map(Array.from(culprits.subjects("vessel", truth.subjects), (vessel, row) => [vessel, pings[row]]));
      const draws = new TableReader(truth.table("draws"), truth.place("draws"));
      const strata = draws.text("stratum").codes.slice(0, truth.subjects);
      return {
        stratumOfUnit: strata,
        planted: (subject) => {
          const id = planted.get(subject);
          return id === undefined ? [] : [{ id, indicator: null }];
        },
        reader() {
          const named = new Map<number, number>();
          const subjects = new SubjectsOfLines(truth);
          return {
            required: [truth.subject, "ping"],
            line(members) {
              refuseOtherKeys(members, [truth.subject, "ping"]);
              const vessel = subjects.named(required(members, truth.subject));
              const ping = wholeNumber(required(members, "ping")) ?? -1;
              if (!truth.owns(vessel, ping)) throw new LineFault("foreign-ping", String(ping));
              subjects.once(vessel);
              named.set(vessel, ping);
            },
            end: () => ({
              weigh(counts) {
                let [right, proven, wrong, all] = [0, 0, 0, 0];
                for (const vessel of planted.keys()) all += counts[vessel];
                for (const [vessel, ping] of named) {
                  if (!planted.has(vessel)) wrong += counts[vessel];
                  else right += counts[vessel];
                  if (planted.get(vessel) === ping) proven += counts[vessel];
                }
                const weight = Number(Reflect.get(challenge.penalties[0], "weight"));
                const values = {
                  spotted: share(right, all),
                  proven: share(proven, all),
                  clamour: weight * share(wrong, right + wrong),
                };
                return (measure) => new Map(Object.entries(values)).get(measure) ?? 0;
              },
              learn() {
                const missed = [...planted.keys()].filter((vessel) => !named.has(vessel));
                const innocent = [...named.keys()].filter((vessel) => !planted.has(vessel));
                const mistakes = [...missed, ...innocent]
                  .slice(0, 10)
                  .map((subject, i) => ({ subject, missed: i < missed.length }));
                return { details: { named: named.size, right: named.size - innocent.length, sought: planted.size }, mistakes };
              },
            }),
          };
        },
      };
    },
  },
};
