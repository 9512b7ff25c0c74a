/** A realism report with something of everything, and text that would act if it were not escaped. */
import type { Comparison, RealismReport } from "../src/worlds/bank/values.ts";

export const HOSTILE = `</text><script>alert("x")</script> & 'quotes'`;
const both = (text: string) => ({ en: text, fr: text });
const ours = { basis: "expected", words: both("ours") } as const;

const COMPARISONS: readonly Comparison[] = [
  {
    id: "methods",
    section: "payments",
    title: both("Methods"),
    reference: { basis: "published", words: both(HOSTILE) },
    observations: 100,
    detail: { kind: "shares", along: "kinds", labels: [both("a"), both(HOSTILE)], observed: [0.25, 0.75], expected: [0.5, 0.5] },
    distance: 0.25,
    tolerance: 0.1,
    verdict: "off",
  },
  {
    id: "hours",
    section: "clock",
    title: both("Hours"),
    reference: ours,
    observations: 100,
    detail: {
      kind: "shares",
      along: "hours",
      labels: Array.from({ length: 24 }, (_, hour) => both(`${hour}:00`)),
      observed: Array.from({ length: 24 }, (_, hour) => (hour === 9 ? 1 : 0)),
      expected: Array.from({ length: 24 }, (_, hour) => (hour === 10 ? 1 : 0)),
    },
    distance: 1,
    tolerance: 0.8,
    verdict: "off",
  },
  {
    id: "amounts",
    section: "amounts",
    title: both(HOSTILE),
    reference: ours,
    observations: 100,
    detail: { kind: "points", unit: "cents", observed: [500, 4200, 299_776], expected: [500, 4000, 300_000] },
    distance: 0.04,
    tolerance: 0.2,
    verdict: "close",
  },
  {
    id: "few",
    section: "amounts",
    title: both("Few"),
    reference: ours,
    observations: 1,
    detail: { kind: "points", unit: "cents", observed: [0, 0, 0], expected: [1, 2, 3] },
    distance: null,
    tolerance: null,
    verdict: "none",
  },
  {
    id: "none",
    section: "amounts",
    title: both("None"),
    reference: null,
    observations: 90,
    detail: { kind: "points", unit: "cents", observed: [1, 2, 3], expected: null },
    distance: null,
    tolerance: null,
    verdict: "none",
  },
  {
    id: "band",
    section: "balances",
    title: both("Band"),
    reference: { basis: "law", words: both("law") },
    observations: 90,
    detail: { kind: "band", unit: "share", observed: 0.5, low: 0, high: 0 },
    distance: 0.5,
    tolerance: 0,
    verdict: "off",
    ringAuc: 0.512,
  },
  {
    id: "figure",
    section: "payments",
    title: both("Figure"),
    reference: ours,
    observations: 90,
    detail: { kind: "figure", unit: "ratio", observed: 1.6, expected: 2.1 },
    distance: 0.24,
    tolerance: 0.25,
    verdict: "close",
  },
];

export const REALISM: RealismReport = {
  title: both(HOSTILE),
  accounts: 100,
  transactions: 15_000,
  rings: 2,
  firstDay: 20_122,
  days: 91,
  comparisons: COMPARISONS,
  volumes: Array.from({ length: 91 }, (_, day) => 100 + day),
  groups: [{ group: HOSTILE, members: 0 }],
  counts: { rings: 4, lookAlikes: 20, others: 76 },
  indicators: [
    { indicator: "many-rides", rings: 2, lookAlikes: 3, others: 4, byGroup: [0] },
    { indicator: HOSTILE, rings: 1, lookAlikes: 0, others: 0, byGroup: [0] },
  ],
  tails: [
    { title: both("Tail"), values: [1, 2, 3], shares: [1, 0.4, 0.1], units: 10 },
    { title: both("Empty"), values: [], shares: [], units: 0 },
  ],
  examples: [
    {
      kind: "typology",
      of: HOSTILE,
      account: 3,
      role: "mule",
      occupation: HOSTILE,
      city: HOSTILE,
      rows: [
        { day: 0, cents: 100, credit: true, planted: true, shows: true },
        { day: 90, cents: 0, credit: false, planted: false, shows: true },
      ],
      notes: [
        { day: 0, cents: 100, credit: true, channel: "e-transfer", party: HOSTILE, memo: HOSTILE, indicators: ["many-rides"] },
        { day: 90, cents: 0, credit: false, channel: HOSTILE, party: null, memo: null, indicators: [] },
      ],
    },
    { kind: "group", of: "gig-drivers", account: 4, role: null, occupation: null, city: "Québec", rows: [], notes: [] },
  ],
};

/** A set in which nothing could be measured. */
export const EMPTY_REALISM: RealismReport = {
  ...REALISM,
  comparisons: [],
  volumes: [],
  groups: [],
  indicators: [],
  tails: [],
  examples: [],
};
