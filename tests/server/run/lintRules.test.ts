import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { root, temporaryFolder } from "./support";

/*
 * oxlint asks what typescript-eslint and react-hooks recommend, under names of its own; what it cannot ask stays with ESLint.
 */

type Rules = Record<string, unknown>;
interface OxlintConfig {
  rules: Rules;
  overrides: { files: string[]; rules: Rules }[];
}

const oxlint = JSON.parse(readFileSync(path.join(root, ".oxlintrc.json"), "utf8")) as OxlintConfig;
const miniapp = oxlint.overrides.find(({ files }) => files.includes("miniapp/**/*.tsx"))?.rules ?? {};

const isOn = (setting: unknown) => ![0, "off"].includes([setting].flat()[0] as number | string);
const rulesOn = (configs: readonly { rules?: Rules | undefined }[]) =>
  Object.entries(Object.assign({}, ...configs.map(({ rules }) => rules ?? {})) as Rules)
    .filter(([, setting]) => isOn(setting))
    .map(([name]) => name);

/** Async handlers without await are what the framework's signature asks for. */
const leftOut = ["@typescript-eslint/require-await"];
/** They look at the settings of React's compiler, which does not run here and has none. */
const leftOutOfHooks = ["react-hooks/config", "react-hooks/gating"];

const folder = temporaryFolder();

it("asks everything that typescript-eslint recommends with types", () => {
  const recommended = rulesOn(tseslint.configs.recommendedTypeChecked as { rules?: Rules }[]);
  const missing = recommended
    .filter((name) => !leftOut.includes(name))
    .filter((name) => !isOn(oxlint.rules[name.replace("@typescript-eslint/", "typescript/")] ?? "off"));
  expect(recommended.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});

it("asks everything that react-hooks recommends for the mini-program", () => {
  const recommended = rulesOn([hooks.configs.flat["recommended-latest"]]);
  const missing = recommended
    .filter((name) => !leftOutOfHooks.includes(name))
    .filter((name) => !isOn(miniapp[name.replace("react-hooks/", "react/")] ?? "off"));
  expect(recommended.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

it("names what is wrong, also where only the types tell", () => {
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true } }));
  const wrong = [
    "export async function send(): Promise<void> {}",
    "export function forget(): void {",
    "  send();",
    "}",
    "export const text = (value: object) => `${value}`;",
  ];
  writeFileSync(path.join(folder, "wrong.ts"), wrong.join("\n"));
  const program = path.join(root, "node_modules", "oxlint", "bin", "oxlint");
  const { status, stdout } = spawnSync(
    process.execPath,
    [program, "-c", path.join(root, ".oxlintrc.json"), "-f", "unix", "."],
    { cwd: folder, encoding: "utf8" },
  );
  expect(stdout).toContain("typescript(no-floating-promises)");
  expect(stdout).toContain("typescript(restrict-template-expressions)");
  expect(status).toBe(1);
});

it("keeps clock and chance out of the domain", () => {
  const program = path.join(root, "node_modules", "eslint", "bin", "eslint.js");
  const { status, stdout } = spawnSync(
    process.execPath,
    [program, "--stdin", "--stdin-filename", "shared/domain/impure.ts"],
    { cwd: root, encoding: "utf8", input: "export const at = () => Date.now() * Math.random();\n" },
  );
  expect(stdout).toContain("The clock is handed in");
  expect(stdout).toContain("Randomness is handed in");
  expect(status).toBe(1);
});
