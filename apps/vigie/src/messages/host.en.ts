/** What `vigie start --new` says, in English. `host.fr.ts` has the same keys, or it does not compile. */
export const hostEn = {
  "option.new": "an event of your own, in a folder of its own; a page asks what it needs",
  "option.newOrganizerCode": "gives the organizer another code; the old one and its sessions end",
  "host.demoFolder":
    "{{folder}} holds the demo, which stays as it is. Name another folder for your event with --data. The demo’s codes stand in its demo-codes.json.",
  "host.code": "The organizer’s code, shown this once (kept in {{file}}, for your account alone):",
  "host.codeKept": "The organizer’s code stands in {{file}}.",
  "host.codeLost": "The organizer’s code is in {{file}}, unless you took it away. Lost it? vigie start --new-organizer-code",
  "host.next": "Next: open this page in a browser on this computer, sign in with the code, and answer seven questions:",
  "host.again": "To go on after a stop: vigie start --data {{folder}}",
  "host.opened":
    "The event stands; its data are being prepared. Now copy {{secret}} and {{key}} to a safe place that no team can read: no backup holds them, and nothing can make them again.",
};
