/** The demo's cast: invented teams, each with one of the example submissions that come with the challenge. */
export const DEMO_CHALLENGE = "follow-the-money";

export const EXAMPLES: readonly { readonly team: string; readonly baseline: boolean; readonly folder: string }[] = [
  { team: "Les Lucioles", baseline: false, folder: "accepted/stronger" },
  { team: "Night Heron", baseline: false, folder: "accepted/indicator-rules" },
  { team: "Phare Ouest", baseline: false, folder: "accepted/python-rules" },
  { team: "Une règle · One rule", baseline: true, folder: "accepted/one-rule" },
  { team: "Hasard · Random", baseline: true, folder: "accepted/random" },
  { team: "First Light", baseline: false, folder: "runtime-error/throws" },
  { team: "Octets du Nord", baseline: false, folder: "wrong-output/no-end-line" },
  { team: "Second Star", baseline: false, folder: "time-limit/never-ends" },
];

/** The team that whoever starts the demo signs in as; it has sent nothing yet. */
export const VISITING_TEAM = "Tidewatch";
