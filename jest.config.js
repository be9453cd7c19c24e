const swc = [
  "@swc/jest",
  {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic" } },
    },
    module: { type: "commonjs" },
  },
];
// Looked up through the sandbox's global object they are slow, which half the time of a property test goes into.
const fastGlobals = ["Array", "Error", "JSON", "Map", "Math", "Number", "Object", "Set", "String"];
// A whole run loads many files together (config/run/testGroups.mjs).
const groupedFiles = process.env.TEST_GROUPS ? JSON.parse(process.env.TEST_GROUPS) : null;
const project = (name, more = {}) => ({
  displayName: name,
  testEnvironment: "node",
  testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
  modulePathIgnorePatterns: [
    "<rootDir>/dist/(?!groups(/|$)|$)",
    "<rootDir>/.engine/",
    "<rootDir>/.data/",
    "<rootDir>/.data-large/",
    "<rootDir>/.data-pharma/",
  ],
  transform: { "^.+\\.(m?js|[jt]sx?)$": swc },
  // Suffix files, as webpack picks them.
  moduleFileExtensions: ["weapp.tsx", "weapp.ts", "tsx", "ts", "js", "jsx", "json", "node"],
  sandboxInjectedGlobals: fastGlobals,
  ...more,
  moduleNameMapper: {
    "^@shared/(.*)$": "<rootDir>/shared/$1",
    "^@/(.*)$": "<rootDir>/miniapp/$1",
    ...more.moduleNameMapper,
  },
});
const inGroups = (name) =>
  groupedFiles && {
    testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`, `<rootDir>/dist/groups/${name}/*.test.ts`],
    testPathIgnorePatterns: groupedFiles.map((file) => `<rootDir>/${file.replaceAll(".", "\\.")}$`),
  };
// View, Text, Button … as div, span, button.
const stub = "<rootDir>/tests/support/taroComponents.tsx";
module.exports = {
  testTimeout: 60_000,
  // No test leans on another of its file: the order is by chance, and by the seed that a run prints.
  randomize: true,
  // One more than the processors of a small machine: tests in a browser and of several processes wait for much of their time.
  maxWorkers: 3,
  testSequencer: "<rootDir>/config/run/longestFirst.cjs",
  projects: [
    // Not for all: mongoose has a Date of its own.
    project("shared", { sandboxInjectedGlobals: [...fastGlobals, "Date"] }),
    project("server", inGroups("server") ?? {}),
    project("journeys"),
    project("weapp", inGroups("weapp") ?? {}),
    project("h5", inGroups("h5") ?? {}),
    project("gallery"),
    project("miniapp", {
      testEnvironment: "jsdom",
      // Published as modules only.
      transformIgnorePatterns: ["/node_modules/(?!@tanstack/(react-table|table-core|react-store|store)/)"],
      moduleNameMapper: { "^@tarojs/components$": stub, "\\.(s?css|png)$": stub },
    }),
  ],
};
