/** What the pages say to teams and mentors while an event runs. */
export const teamEn = {
  "clock.held": "Submissions are on hold. They close on {{at}}.",
  "board.hiddenName": "Team (name hidden)",
  "board.out-of-competition": "out of competition",
  "board.disqualified": "disqualified",
  "board.frozenAt": "Frozen since {{at}}",
  "board.division": "Division",
  "board.language": "Language",
  "board.everyDivision": "Every division",
  "board.everyLanguage": "Both languages",
  "board.filtered_one": "{{count}} team.",
  "board.filtered_other": "{{count}} teams. Places and bands are those among all.",
  "language.en": "English",
  "language.fr": "French",
  "frozen.board": "The board stands still, as it was on {{at}}.",
  "frozen.own":
    "Go on sending: your runs are judged, and you alone see your verdicts. Everybody sees the new order at the reveal.",
  "frozen.ownSealed":
    "Go on sending: your runs are judged, and what they reach on the hidden set is shown at the reveal, to you too.",
  "frozen.over": "Everybody sees the new order at the reveal.",
  "frozen.hosts": "You see the live board. Everybody else sees it as it stood on {{at}}.",
  "frozen.hostsMore": "Keep it off the projector.",
  "run.sealed": "sealed until the reveal",
  "run.sealedHead": "Run {{attempt}} is judged and sealed",
  "run.sealedHelp": "The board is frozen: what this run reached on the hidden set is shown at the reveal.",
};
