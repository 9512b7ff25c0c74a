/** Occupations as a client states them, with the median yearly income (dollars, rounded) and how many of 1,000 people state it. */
export interface Occupation {
  readonly name: string;
  readonly income: number;
  readonly share: number;
  /** How the income comes: by payroll, in pieces from clients and platforms, as a pension, or from study loans and a small job. */
  readonly pay: "payroll" | "pieces" | "pension" | "study";
  /** Who is paid by platforms for driving, rather than by clients. */
  readonly drives: boolean;
  /** Lines of business of those who employ them, by number in EMPLOYER_LINES; none for any. */
  readonly lines: readonly number[];
}

/** Lines of business of employers, as their names say them. */
export const EMPLOYER_LINES = [
  "Logistics",
  "Santé",
  "Services",
  "Industries",
  "Solutions",
  "Construction",
  "Distribution",
  "Éducation",
  "Foods",
  "Systems",
] as const;
const LINES: Readonly<Record<string, readonly (typeof EMPLOYER_LINES)[number][]>> = {
  "retail salesperson": ["Foods", "Distribution", "Services"],
  teacher: ["Éducation"],
  nurse: ["Santé"],
  "personal support worker": ["Santé"],
  "software developer": ["Systems", "Solutions"],
  electrician: ["Construction"],
  carpenter: ["Construction"],
  "truck driver": ["Logistics", "Distribution"],
  cook: ["Foods"],
  server: ["Foods"],
  bartender: ["Foods"],
  cleaner: ["Services"],
  "warehouse worker": ["Logistics", "Distribution"],
  accountant: ["Solutions", "Services"],
  engineer: ["Industries", "Systems", "Solutions"],
  "security guard": ["Services"],
  "early childhood educator": ["Éducation"],
  "farm worker": ["Foods"],
  "factory worker": ["Industries"],
  "civil servant": ["Services"],
  "event staff": ["Services"],
};
const DRIVES: readonly string[] = ["rideshare driver", "courier"];

function work(name: string, income: number, share: number, pay: Occupation["pay"] = "payroll"): Occupation {
  return {
    name,
    income,
    share,
    pay,
    drives: DRIVES.includes(name),
    lines: (LINES[name] ?? []).map((line) => EMPLOYER_LINES.indexOf(line)),
  };
}

export const OCCUPATIONS: readonly Occupation[] = [
  work("retail salesperson", 33_000, 75),
  work("office clerk", 46_000, 70),
  work("teacher", 78_000, 50),
  work("nurse", 82_000, 45),
  work("personal support worker", 40_000, 40),
  work("software developer", 92_000, 35),
  work("electrician", 70_000, 35),
  work("carpenter", 58_000, 30),
  work("truck driver", 56_000, 35),
  work("cook", 35_000, 40),
  work("server", 30_000, 40),
  work("bartender", 32_000, 20),
  work("cleaner", 34_000, 40),
  work("warehouse worker", 39_000, 40),
  work("accountant", 74_000, 30),
  work("engineer", 96_000, 30),
  work("security guard", 38_000, 20),
  work("early childhood educator", 41_000, 25),
  work("farm worker", 33_000, 15),
  work("factory worker", 47_000, 40),
  work("civil servant", 76_000, 40),
  work("manager", 88_000, 50),
  work("hairstylist", 31_000, 14, "pieces"),
  work("massage therapist", 44_000, 8, "pieces"),
  work("esthetician", 32_000, 8, "pieces"),
  work("tutor", 30_000, 8, "pieces"),
  work("rideshare driver", 34_000, 14, "pieces"),
  work("courier", 31_000, 12, "pieces"),
  work("musician", 33_000, 8, "pieces"),
  work("performer", 31_000, 6, "pieces"),
  work("event staff", 31_000, 12),
  work("student", 19_000, 60, "study"),
  work("retired", 38_000, 90, "pension"),
  work("unemployed", 21_000, 20, "pension"),
];

export const OCCUPATION_WEIGHTS: readonly number[] = OCCUPATIONS.reduce<number[]>(
  (sums, { share }) => [...sums, (sums.at(-1) ?? 0) + share],
  [],
);

/**
 * Lines of business, with opening hours (minutes after midnight), the usual sale by card and a week's cash in cents, and
 * what supplies and wages take of what comes in; those that invoice firms rather than sell over a counter. Our own estimates of small firms.
 */
export const BUSINESS_TYPES = [
  { name: "convenience store", open: 420, close: 1380, sale: 1800, cash: 250_000, supplies: 0.52, wages: 0.13, invoices: false },
  { name: "restaurant", open: 660, close: 1380, sale: 4200, cash: 220_000, supplies: 0.33, wages: 0.3, invoices: false },
  {
    name: "nail and beauty salon",
    open: 600,
    close: 1200,
    sale: 6000,
    cash: 130_000,
    supplies: 0.11,
    wages: 0.34,
    invoices: false,
  },
  { name: "massage studio", open: 600, close: 1260, sale: 8500, cash: 130_000, supplies: 0.06, wages: 0.34, invoices: false },
  { name: "cleaning service", open: 420, close: 1080, sale: 14_000, cash: 60_000, supplies: 0.08, wages: 0.48, invoices: false },
  { name: "car wash", open: 480, close: 1140, sale: 2400, cash: 150_000, supplies: 0.13, wages: 0.25, invoices: false },
  { name: "staffing agency", open: 510, close: 1050, sale: 36_000, cash: 30_000, supplies: 0.03, wages: 0.66, invoices: true },
  { name: "barber shop", open: 540, close: 1140, sale: 3500, cash: 140_000, supplies: 0.07, wages: 0.34, invoices: false },
] as const;
