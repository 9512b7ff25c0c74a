import { describe, expect, it } from "vitest";
import { readPastedTeams, readTeamsCsv } from "./teams-csv.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => (sign === "’" ? 0x92 : sign.charCodeAt(0)));
const namesIn = (read: ReturnType<typeof readTeamsCsv>): string[] => read.lines.map(({ line }) => line.name);

describe("a file of teams", () => {
  it.each([
    ["commas", "team,language\nTidewatch,en\nLes Lucioles,fr\n", ","],
    ["semicolons", "équipe;langue\r\nTidewatch;en\r\nLes Lucioles;fr\r\n", ";"],
    ["tabs", "Équipe\tLangue\nTidewatch\tanglais\nLes Lucioles\tFrançais\n", "\t"],
    ["a mark in front", "\ufeffTeam;Language\nTidewatch;EN\nLes Lucioles;fr", ";"],
    ["old ends of lines", "team;language\rTidewatch;en\rLes Lucioles;fr\r", ";"],
  ])("is read with %s", (_what, text, delimiter) => {
    const read = readTeamsCsv(utf8(text));
    expect(read).toMatchObject({ faults: [], fileFault: null, delimiter, encoding: "utf-8", unknownColumns: [] });
    expect(read.lines).toEqual([
      { row: 2, line: { name: "Tidewatch", language: "en" } },
      { row: 3, line: { name: "Les Lucioles", language: "fr" } },
    ]);
  });

  it("is read as a French spreadsheet writes it", () => {
    const read = readTeamsCsv(latin("Équipe;Clé;Division;Hors concours\r\nFil d’Ariane;7;collégial;\r\nMarée haute;8;;oui\r\n"));
    expect(read).toMatchObject({ encoding: "windows-1252", delimiter: ";", faults: [], fileFault: null });
    expect(read.lines.map(({ line }) => line)).toEqual([
      { name: "Fil d’Ariane", key: "7", division: "collégial" },
      { name: "Marée haute", key: "8", outOfCompetition: true },
    ]);
  });

  it("keeps nothing of a column that nobody asked for, and names it", () => {
    const read = readTeamsCsv(utf8("team;courriel;language\nTidewatch;a@b.ca;en\n"));
    expect(read.unknownColumns).toEqual(["courriel"]);
    expect(JSON.stringify(read.lines)).not.toContain("a@b.ca");
  });

  it("says every fault by its row in the file, empty rows counted", () => {
    const read = readTeamsCsv(
      utf8("team;language;hors concours\nTidewatch;en;\n\nNorthern;es;\n;fr;\nLucioles;fr;peut-être\nA;en;no;more\n"),
    );
    expect(read.faults).toEqual([
      { row: 4, code: "unknown-language", column: "language", found: "es" },
      { row: 5, code: "no-name", column: "name", found: "" },
      { row: 6, code: "unknown-answer", column: "outOfCompetition", found: "peut-être" },
      { row: 7, code: "more-columns", column: "name", found: "more" },
    ]);
  });

  it("refuses a language that the event does not have", () => {
    expect(readTeamsCsv(utf8("team;langue\nA;en"), ["fr"]).faults).toMatchObject([
      { row: 2, code: "unknown-language", found: "en" },
    ]);
  });

  it("reads quotes, with delimiters and quotes in them", () => {
    expect(namesIn(readTeamsCsv(utf8('team,division\n"Kite, Key","a ""b"""\n')))).toEqual(["Kite, Key"]);
  });

  it.each([
    ["nothing", "", "empty"],
    ["a header alone", "team;language\n", "empty"],
    ["no column of teams", "school;city\nA;B\n", "no-team-column"],
    ["a quote that never ends", 'team;language\n"Tidewatch;en\nB;fr\n', "open-quote"],
    ["a picture", "\u0089PNG\0\0team", "not-text"],
    ["too many", `team\n${"A\n".repeat(5001)}`, "too-many"],
  ])("that is %s is refused whole", (_what, text, fileFault) => {
    expect(readTeamsCsv(utf8(text))).toMatchObject({ fileFault, lines: [] });
  });

  it("refuses what is longer than a board can show", () => {
    expect(
      readTeamsCsv(utf8(`team;division\n${"n".repeat(201)};${"d".repeat(41)}\n`)).faults.map(({ column }) => column),
    ).toEqual(["name", "division"]);
  });
});

describe("names that were pasted", () => {
  it("are one a line, whatever stands in them", () => {
    const read = readPastedTeams("Tidewatch\n\n  Kite, Key \r\nLes Lucioles");
    expect(read.lines).toEqual([
      { row: 1, line: { name: "Tidewatch" } },
      { row: 3, line: { name: "Kite, Key" } },
      { row: 4, line: { name: "Les Lucioles" } },
    ]);
  });

  it("are a table where a header came along", () => {
    expect(readPastedTeams("Team\tLanguage\nTidewatch\ten").lines).toEqual([
      { row: 2, line: { name: "Tidewatch", language: "en" } },
    ]);
  });

  it("may be none", () => {
    expect(readPastedTeams(" \n ")).toMatchObject({ fileFault: "empty", lines: [] });
  });
});
