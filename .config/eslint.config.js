// The house's lint: strict and typed everywhere; in the rooms whose numbers must be the same on every
// machine, the operations that engines compute differently are not available at all.
import tseslint from "typescript-eslint";
import { dirname } from "node:path";

const root = dirname(import.meta.dirname);

const INEXACT = [
  "pow",
  "exp",
  "expm1",
  "log",
  "log2",
  "log10",
  "log1p",
  "sin",
  "cos",
  "tan",
  "asin",
  "acos",
  "atan",
  "atan2",
  "sinh",
  "cosh",
  "tanh",
  "cbrt",
  "hypot",
  "random",
];

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/dist/**",
      "**/fixtures/**",
      "packages/runner/test/attacks/**",
      "**/.turbo/**",
      "**/public/*.js",
      "**/made.ts",
      "challenges/**",
    ],
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: [".config/*.ts"] }, tsconfigRootDir: root } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-redeclare": "off",
      "@typescript-eslint/no-unnecessary-condition": "off", // indexed access is typed without undefined: see docs/decisions
      "@typescript-eslint/unbound-method": "off",
      "max-lines": ["error", { max: 320, skipBlankLines: true, skipComments: true }],
      "no-console": "off",
      eqeqeq: "error",
    },
  },
  {
    files: ["**/*.test.ts", "**/test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "max-lines": "off",
    },
  },
  {
    // One clock, the event's. What compares the times of this machine's own files may ask this machine.
    files: ["packages/store/src/**/*.ts", "apps/leaderboard/src/**/*.ts", "apps/judge/src/**/*.ts"],
    ignores: [
      "**/*.test.ts",
      "packages/store/src/backup/write-backup.ts",
      "packages/store/src/data-dir-lock.ts",
      "packages/store/src/database/embedded.ts",
      "packages/store/src/spool/spool.ts",
      "apps/judge/src/child.ts",
    ],
    rules: {
      "no-restricted-properties": ["error", { object: "Date", property: "now", message: "ask the event's clock: store.clock" }],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "ask the event's clock: store.clock" },
      ],
    },
  },
  {
    files: ["packages/synth/src/**/*.ts", "packages/scoring/src/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...INEXACT.map((property) => ({
          object: "Math",
          property,
          message: "engines disagree on its bits: use exact operations or a table",
        })),
        { object: "Date", property: "now", message: "time is passed in" },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "BinaryExpression[operator='**']", message: "engines disagree on its bits: multiply" },
        { selector: "AssignmentExpression[operator='**=']", message: "engines disagree on its bits: multiply" },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "time is passed in" },
        {
          selector: "VariableDeclarator[init.name='Math'] , SpreadElement[argument.name='Math']",
          message: "Math is named where it is used, so that lint sees it",
        },
      ],
    },
  },
);
