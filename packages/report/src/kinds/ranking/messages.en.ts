/** The English sentences of the kind *ranking*. */
export const rankingEn = {
  summary:
    "{{positives}} of {{subjects}} accounts are planted; you raised {{alerts}} alerts, and analysts have time for {{budget}}.",
  harm: {
    group: "{{flagged}} of {{members}} {{group}} would have been questioned.",
    none: "None of {{members}} {{group}} would have been questioned.",
    misnamed_one:
      "{{named}} of the {{all}} exploited people among your alerts was named as a controller. They need help, not suspicion.",
    misnamed_other:
      "{{named}} of the {{all}} exploited people among your alerts were named as controllers. They need help, not suspicion.",
    namedWell: "No exploited person among your alerts was named as a controller.",
    noExploited: "There was no exploited person among your alerts.",
    most: "Costs most: {{harm}}",
    then: "Then: {{harm}}",
    spared_one: "One of them spared would gain {{gain}} point.",
    spared_other: "One of them spared would gain {{gain}} points.",
  },
  mistake: {
    kind: { missed: "Missed", "false-alarm": "Lawful, but flagged", "wrong-reason": "Right account, wrong reason" },
    silent: "You raised no alert here, though this is {{aRole}}.",
    tooLow: "It stands at place {{rank}} in your order, below what analysts have time for, though it is {{aRole}}.",
    plantedSigns: "Signs to find: {{signs}}.",
    lawful: "Nothing unlawful was planted here: someone would have been questioned for nothing.",
    lawfulGroup: "This is one of the {{group}}, and lawful: someone would have been questioned for nothing.",
    misread: "What misled you: {{signs}}.",
    rightAccount: "The account is right, but the explanation would not convince an analyst.",
    missedSigns: "Not named: {{signs}}.",
    wrongSigns: "Named, but not there: {{signs}}.",
    weakEvidence: "The evidence cited does not match what was planted.",
    wrongRole: "You called the holder {{aNamed}}; in truth it is {{aPlanted}}.",
    noRole: "You named no role; it is {{aPlanted}}.",
    someRole: "another role",
    place: "place {{rank}} in your order",
    noPlace: "not in your list",
    none: "No mistake to show: the accounts within your budget are right, for the right reasons",
  },
  sign: {
    found: "{{found}} of {{planted}} pieces of evidence cited",
    wrong_one: "{{count}} cited in error",
    wrong_other: "{{count}} cited in error",
    notNamed: "not named",
  },
  finding: {
    curve_one: "Of your first {{alerts}} alerts, {{hits}} is right",
    curve_other: "Of your first {{alerts}} alerts, {{hits}} are right",
    oneRight: "Your only alert within the budget is right",
    oneWrong: "Your only alert within the budget is wrong",
    noAlerts: "No alert was raised, so nothing was found",
    groupWorst: "Hit hardest: {{group}}",
    groupNone: "No lawful look-alike would have been questioned",
    groupUnjudged: "Only groups too small to judge were touched",
    signs: "Of {{planted}} planted signs, you named {{found}}",
    signsAll: "You named every planted sign",
    signsNone: "You named no planted sign yet",
    signsEmpty: "No planted account lies within your budget yet",
  },
  chart: {
    curveTitle: "Precision and recall on practice data",
    curveSummary:
      "How many are right as you go down your list of {{subjects}} accounts. The thick line ends at the budget of {{budget}}.",
    precisionAxis: "share of your alerts that are right",
    recallAxis: "share of the {{positives}} planted accounts found",
    yourAlerts_one: "Your {{alerts}} alert:",
    yourAlerts_other: "Your {{alerts}} alerts:",
    rightAndWrong: "{{right}} right, {{wrong}} not",
    curveMethod:
      "Precision and recall as you go down your list of {{subjects}} accounts. The thick line ends at the budget of {{budget}}.",
    groupsMethod:
      "Lawful people among your {{budget}} alerts. Each could mean questions from the bank, or a blocked account, for nothing.",
    signsMethod: "One mark for each time an indicator was planted in the accounts within your budget.",
    groupsTitle: "Lawful people among your alerts",
    groupLabel: "{{flagged}} of {{members}} {{group}}",
    worstNote: "the worst group: this one counts",
    costsMost: "costs most",
    costsMostGain_one: "costs most: one person spared would gain {{gain}} point",
    costsMostGain_other: "costs most: one person spared would gain {{gain}} points",
    smallNote: "too small to be judged",
    signsTitle: "Signs planted in the accounts within your budget",
    found: "found",
    missed: "missed",
    wrong: "named, but not there",
    foundOf: "{{found}} of {{planted}}",
    noneOf: "none of {{planted}}",
    onlyWrong: "not planted",
    signSummary: "{{label}}: {{found}} of {{planted}} found, {{wrong}} wrongly named.",
    each: "Each mark stands for {{count}}.",
    nothing: "Nothing to show yet.",
  },
  rules: {
    budget: "Analysts have time for {{share}} of the accounts. Alerts beyond that budget earn nothing but ranking.",
    harm: "Every group of lawful people that you bother costs. Bothering one group hard costs more than a few people here and there.",
    harmExactly:
      "Exactly: take for each group how many would have been questioned, as a share of the most that the budget allows; square the shares, add them, take the root x. The score is divided by 1 + x.",
    roles:
      "Naming an exploited person a controller, or a controller exploited, takes away what a right role brings. No role is better than that one.",
    cappedHarm:
      "Harm is the share of the worst-hit lawful look-alike group that would have been questioned; {{cap}} or more counts as full. Calling exploited people controllers adds to it.",
    findings: "Findings in an alert",
    evidence: "Pieces of evidence in a finding",
    output: "One line of JSON for each alert, and a last line that says how many there were. The SDK writes them for you.",
    counted: "Harm is counted",
    trust: "A program that suspects newcomers, night workers or performers for nothing loses points.",
    legend: "Harm is taken off the score: lawful people who would have been questioned.",
    imported:
      "Their labels know no indicators, roles or look-alikes. Scored there: {{parts}}; harm is not measured, so the score says nothing of fairness. Practice is scored by everything above.",
  },
  fault: {
    "unknown-key": { what: "only {{id}}, score, role and findings are known here." },
    "missing-key": { next: "Add it: an alert needs {{id}} and score, a finding needs indicator and evidence." },
    "not-an-object": { next: "Print one object for each alert." },
    "doubled-subject": { next: "Combine what you found into one alert for each {{one}}." },
    "line-too-long": { next: "Cite fewer rows, and only those that show the indicator." },
    "no-output": { next: 'Even with no alert the last line is {"end":0}; the SDK prints it for you.' },
    "score-not-a-number": {
      what: "score must be a finite number.",
      next: "Look for a division by zero or an average of nothing.",
    },
    "score-out-of-range": { what: "score must lie between 0 and 1.", next: "Divide by the highest score that you can give." },
    "unknown-role": {
      what: "this role is not known.",
      next: "Use exploited, controller, facilitator, front or mule, or leave the role out.",
    },
    "findings-not-a-list": {
      what: "findings must be a list of objects.",
      next: "Write square brackets around them, even around a single one.",
    },
    "too-many-findings": { what: "the alert has more findings than allowed.", next: "Keep those of which you are most sure." },
    "doubled-indicator": { what: "an indicator may stand once in an alert.", next: "Put all its evidence into one finding." },
    "unknown-indicator": {
      what: "this indicator cannot be named here.",
      next: "Copy its id from the catalogue of money indicators.",
    },
    "evidence-not-a-list": {
      what: "evidence must be a list of ids.",
      next: "Write square brackets around it, even around a single id.",
    },
    "evidence-not-an-id": {
      what: "evidence must be ids of transactions or events.",
      next: "Pass on the ids as you received them.",
    },
    "too-much-evidence": {
      what: "the finding cites more rows than allowed.",
      next: "Cite only the rows that show the indicator.",
    },
    "doubled-evidence": { what: "a row may be cited once in a finding.", next: "Remove doubles before you print." },
    "foreign-evidence": {
      what: "the row cited does not belong to this account.",
      next: "Cite transactions and events of the same account only.",
    },
  },
};

export type RankingMessages = typeof rankingEn;
