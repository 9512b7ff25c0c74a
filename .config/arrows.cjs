// The arrows between rooms, and no others (docs/architecture.md). What an arrow does not allow is a promise:
// the runner cannot read labels, the leaderboard cannot run code nor read what the judge keeps to itself.
const ARROWS = {
  "packages/sdk": [],
  "packages/sdk-python": [],
  "packages/spec": ["packages/sdk"],
  "packages/synth": ["packages/sdk", "packages/spec"],
  "packages/testset": ["packages/sdk", "packages/spec"],
  "packages/scoring": ["packages/sdk", "packages/spec"],
  "packages/report": ["packages/sdk", "packages/spec"],
  "packages/audit": ["packages/sdk", "packages/spec", "packages/testset", "packages/scoring", "packages/report"],
  "packages/runner": [],
  "packages/store": ["packages/spec"],
  "apps/judge": [
    "packages/sdk",
    "packages/spec",
    "packages/synth",
    "packages/testset",
    "packages/scoring",
    "packages/report",
    "packages/runner",
    "packages/store",
  ],
  "apps/leaderboard": ["packages/sdk", "packages/spec", "packages/report", "packages/store"],
};

const BROWSER_ROOMS = ["sdk", "spec", "synth", "scoring", "report"];
const NODE_BUILT_IN =
  "^(node:|(assert|buffer|child_process|cluster|crypto|dgram|dns|events|fs|fs/promises|http|http2|https|inspector|module|net|os|path|perf_hooks|process|readline|stream|timers|tls|tty|url|util|v8|vm|worker_threads|zlib)$)";

const arrowRules = Object.entries(ARROWS).map(([room, targets]) => ({
  name: `arrows-of-${room.replace("/", "-")}`,
  comment: `${room} may import ${targets.length > 0 ? targets.join(", ") : "no other room"}`,
  severity: "error",
  from: { path: `^${room}/` },
  to: { path: "^(apps|packages|bench|challenges)/", pathNot: [`^${room}/`, ...targets.map((target) => `^${target}/`)] },
}));

const TESTS = ["\\.test\\.ts$", "^(apps|packages)/[^/]+/(test|build)/", "^bench/"];

/** A folder a kind and a folder a world, in each room; its registry alone opens them to the others. Types too. */
const axisRules = ["kinds", "worlds"].flatMap((axis) => {
  const inside = `/${axis}/[^/]+/`;
  return [
    {
      name: `${axis}-know-no-other`,
      comment: `what two ${axis} share lies beside them`,
      severity: "error",
      from: { path: `/${axis}/([^/]+)/`, pathNot: TESTS },
      to: { path: inside, pathNot: `/${axis}/$1/` },
    },
    {
      name: `${axis}-by-their-registry`,
      comment: `everybody else asks the registry, src/${axis}/index.ts; the SDK's index shows teams what there is`,
      severity: "error",
      from: { pathNot: [inside, `/${axis}/index\\.ts$`, "^packages/sdk/src/(index|run)\\.ts$", ...TESTS] },
      to: { path: inside },
    },
  ];
});

const kindsAndWorlds = [
  ["kinds", "worlds"],
  ["worlds", "kinds"],
].map(([one, other]) => ({
  name: `${one}-and-${other}-are-two-axes`,
  comment: "any kind goes with any world that has what it needs; the SDK's rows are what its alerts cite",
  severity: "error",
  from: { path: `/${one}/[^/]+/`, pathNot: ["^packages/sdk/", ...TESTS] },
  to: { path: `/${other}/[^/]+/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...arrowRules,
    ...axisRules,
    ...kindsAndWorlds,
    { name: "no-circles", comment: "of types neither", severity: "error", from: {}, to: { circular: true } },
    {
      name: "leaderboard-does-not-read-the-judges-side",
      comment: "replicates and unrounded scores of hidden splits are exported by @vigie/store/judge alone",
      severity: "error",
      from: { path: "^apps/leaderboard/src/", pathNot: "\\.test\\.ts$" },
      to: { path: "^packages/store/src/judge(\\.ts$|/)" },
    },
    {
      name: "runs-in-a-browser-too",
      comment: "no Node built-in outside an entry of its own",
      severity: "error",
      from: {
        path: `^packages/(${BROWSER_ROOMS.join("|")})/src/`,
        pathNot: [
          "\\.test\\.ts$",
          "^packages/sdk/src/(node|run)(\\.ts$|/)",
          "^packages/sdk/src/[a-z-]+-node\\.ts$",
          "^packages/spec/src/(node|load|validate)\\.ts$",
        ],
      },
      to: { path: NODE_BUILT_IN },
    },
    {
      name: "by-name",
      comment: "other packages are imported by their name",
      severity: "error",
      from: { path: "^(apps|packages)/([^/]+)/" },
      to: { path: "^(apps|packages)/", pathNot: "^$1/$2/", dependencyTypes: ["local"] },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(@vigie/sdk|bun:|\\./cli\\.mjs$)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["/dist/", "/fixtures/", "/test/attacks/", "\\.vitest/", "/starters/", "/submissions/", "/public/"] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".js", ".mjs", ".json"],
    },
  },
};
