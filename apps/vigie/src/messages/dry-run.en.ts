/** What `vigie event dry-run` says, in English. `dry-run.fr.ts` has the same keys, or it does not compile. */
export const dryRunEn = {
  "about.event.dryRun": "plays the calendar through in a copy that is wiped, and shows the board as it would be",
  "option.speed": "how many times as fast as the clock, 1000 at most",
  "dryRun.badSpeed": "{{found}} is no speed: write a number from 1 to {{most}}.",
  "dryRun.begun": "The copy plays on the server, also where you leave here with Ctrl-C.",
  "dryRun.preparing": "The copy is being made",
  "dryRun.playing": "The calendar goes by",
  "dryRun.judging": "The last verdicts",
  "dryRun.failed": "The dry run broke off ({{why}}); its copy is wiped.",
  "dryRun.noReport": "The dry run came to no end; the copy is wiped. The console says why.",
  "dryRun.played":
    "A rehearsal at {{speed}} times the speed. Taken: {{taken}}. Refused: {{early}} before the opening, {{quota}} too many in a day, {{late}} after the lock, {{other}} otherwise.",
  "dryRun.phase": "{{at}}  {{phase}}",
  "dryRun.verdicts": "Verdicts: {{list}}. Without one: {{unjudged}}. Longest wait: {{seconds}} s.",
  "dryRun.board": "The board of {{challenge}} as it would be:",
  "dryRun.right": "All went as it should.",
  "dryRun.surprise": "{{team}}, {{detector}}: expected {{expected}}, found {{found}}",
};
