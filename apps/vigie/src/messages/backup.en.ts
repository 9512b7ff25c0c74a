/** What `vigie backup` and `vigie restore` say, in English. `backup.fr.ts` has the same keys, or it does not compile. */
export const backupEn = {
  "about.backup": "for organizers: writes all that the event is into one encrypted file, also while it runs",
  "about.restore": "for organizers: puts a backup into an empty folder, on this machine or another",
  "option.backupOut": "file to write",
  "option.passphraseFile": "file that holds the passphrase; without it, the terminal asks",
  "option.restoreData": "folder to put it into; nothing may be in it",
  "option.backupTo": "writes an encrypted backup into this folder each hour, such as a USB stick",
  "option.backupKeep": "how many of them are kept",
  "passphrase.choose": "A passphrase for the backup (12 characters or more; without it nobody opens the file):",
  "passphrase.again": "Once more:",
  "passphrase.ask": "The backup’s passphrase:",
  "passphrase.needed": "A backup has a passphrase, and nobody sits here to type it. Name a file that holds it: --passphrase-file",
  "passphrase.noFile": "--passphrase-file: {{file}} cannot be read. Check the path.",
  "passphrase.short": "The passphrase is shorter than {{least}} characters. Take four words that do not belong together.",
  "passphrase.differ": "The two are not the same. Nothing was written; start again.",
  "backup.badKeep": "--backup-keep: expected a number from 1 to 999; found {{found}}.",
  "backup.writing": "Writing the backup",
  "backup.written": "{{file}} holds the event ({{size}} kB).",
  "backup.without":
    "Not in it: sessions, and the event’s secret and key. Copy the files event-secret and event-key to a safe place by themselves.",
  "secretKept.missing":
    "{{file}} is not there. Copy event-secret and event-key from the data folder into one folder, and name that.",
  "secretKept.other": "{{file}} is not of this event. Copy it again from the data folder of the event that runs.",
  "secretKept.good":
    "Both copies in {{folder}} are right; the console says so from now on. Keep them where no team can read them.",
  "backup.hourly": "Backup: {{file}} ({{size}} kB)",
  "backup.noEvent": "{{folder}} holds no event. Name its folder with --data.",
  "backup.running": "The event runs, so its server must write the backup. Sign in to it first: vigie login URL ORGANIZER-CODE",
  "backup.full":
    "{{place}}: no room is left there. What was half written is gone, older backups stay. Make room, or name another disk.",
  "backup.noPlace": "{{place}} cannot be read or written. Is the stick plugged in, and is the path right?",
  "backup.failed": "{{place}}: the backup did not come to its end ({{why}}). Nothing was changed.",
  "restore.reading": "Restoring",
  "restore.done": "The event is in {{folder}}. To go on with it: vigie start --data {{folder}}",
  "restore.secret":
    "First put your copies of event-secret and event-key into {{folder}}: the backup does not hold them. Everybody signs in again.",
  "restore.wrongPassphrase": "{{place}}: this is not its passphrase. Nothing was changed.",
  "restore.noBackup": "{{place}} is no backup of Vigie. Nothing was changed.",
  "restore.damaged": "{{place}} is damaged or cut short. Nothing was changed. Take another copy, or an older backup.",
  "restore.notEmpty":
    "{{place}}: something is there already, and a backup is never written over it. Name an empty folder with --data, or an empty database.",
  "restore.newer": "{{place}} was written by a newer Vigie. Restore it with that version. Nothing was changed.",
  "option.restoreCheck": "only tries it, in a folder that is wiped, and tells the event’s server where you are signed in",
  "restore.noEvent": "The backup can be restored, but holds no event.",
  "restore.tried_one": "Restored, opened, and wiped again: {{name}}, with one team. Every part is as it was saved.",
  "restore.tried_other": "Restored, opened, and wiped again: {{name}}, with {{count}} teams. Every part is as it was saved.",
  "restore.board_one": "  {{challenge}}: one team has a score",
  "restore.board_other": "  {{challenge}}: {{count}} teams have a score",
  "restore.told": "The console knows now that a restore was tried.",
  "restore.notSignedIn":
    "Nobody is signed in here, so the console was not told: tick it off there, or vigie login URL ORGANIZER-CODE and try again.",
  "restore.otherEvent": "It is a backup of another event than the one that you are signed in to, so its console was not told.",
};
