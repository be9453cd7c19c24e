import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, temporaryFolder } from "./support";

/** Each import that must not be, with the advice that whoever writes it is given. */
const violations = [
  ["shared/domain/a.ts", "zod", "pass the value in"],
  ["shared/domain/b.ts", "node:fs", "pass the value in"],
  ["shared/domain/c.ts", "../../server/lib/clock", "pass the value in"],
  ["shared/domain/pay/facts/a.ts", "../evaluation/evaluate", "facts knows nothing of plan"],
  ["shared/contracts/a.ts", "../../server/lib/clock", "What only one side knows"],
  ["shared/api/a.ts", "zod", "keep zod and everything else out"],
  ["miniapp/pages/sales/new/index.tsx", "../../../api/sales", "from a hook in miniapp/features"],
  ["miniapp/components/Row.tsx", "../platform/storage", "call api and platform in a hook"],
  ["miniapp/ui/Card.tsx", "../components/Other", "belongs into miniapp/components"],
  ["miniapp/features/a.ts", "../components/Other", "a page or component shows it"],
  ["miniapp/features/b.ts", "../../shared/contracts/sales", "import contracts with `import type`"],
  ["miniapp/features/c.ts", "../../server/lib/clock", "share shared/ alone"],
  ["miniapp/features/d.ts", "@tarojs/taro", "in miniapp/platform alone"],
  ["miniapp/api/a.ts", "../features/other", "below features"],
  ["miniapp/platform/a.ts", "../api/sales", "not the other way round"],
  ["server/features/sales/a.ts", "../visits/visitModel", "used by its index.ts"],
  ["server/features/sales/b.ts", "../../main", "the process and its commands use it"],
  ["server/features/sales/c.ts", "../../deps", "with `import type`"],
  ["server/features/sales/d.ts", "../../integrations/wecom/http", "through deps.wecom"],
  ["server/e.ts", "./dev/wecom/world", "only the demo, development and tests load it"],
  ["server/db/a.ts", "../features/visits", "pass a function in"],
  ["server/outbox/a.ts", "../features/visits", "move this into the feature"],
  ["server/lib/a.ts", "../db/index", "without product knowledge"],
  ["server/routes.ts", "./features/visits/visitModel", "offer it there"],
  ["server/app.ts", "./cli/role", "where programs begin"],
  ["server/http/a.ts", "../../tests/support/builders", "knows no tests"],
  ["server/http/b.ts", "../../config/index", "no part of it"],
] as const;

/** What stands in for the rest of the product. */
const others = [
  ...[
    "miniapp/api/sales.ts",
    "miniapp/platform/storage.ts",
    "miniapp/components/Other.tsx",
    "miniapp/features/other.ts",
  ],
  ...[
    "shared/contracts/sales.ts",
    "shared/domain/pay/evaluation/evaluate.ts",
    "server/lib/clock.ts",
    "server/main.ts",
    "server/deps.ts",
    "server/db/index.ts",
  ],
  ...[
    "server/integrations/wecom/http.ts",
    "server/dev/wecom/world.ts",
    "server/features/visits/visitModel.ts",
    "server/features/visits/index.ts",
  ],
  ...["server/cli/role.ts", "tests/support/builders.ts", "config/index.ts"],
];

const folder = temporaryFolder();

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function cruise(...folders: string[]): string {
  const program = path.join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
  const args = ["--config", path.join(root, ".dependency-cruiser.cjs"), "--output-type", "err-long", ...folders];
  return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: "utf8" }).stdout;
}

describe("the boundaries between the parts", () => {
  let report = "";

  beforeAll(() => {
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    write("tsconfig.json", readFileSync(path.join(root, "tsconfig.json"), "utf8"));
    for (const file of others) write(file, "export const value = 1;\n");
    for (const [file, imported] of violations) write(file, `import * as x from "${imported}";\nexport const y = x;\n`);
    write(
      "server/features/visits/first.ts",
      `import { second } from "./second";\nexport const first = () => second;\n`,
    );
    write("server/features/visits/second.ts", `import { first } from "./first";\nexport const second = () => first;\n`);
    // Line breaks of the report are its own.
    report = cruise("shared", "miniapp", "server", "config").replace(/\s+/g, " ");
  });

  test.each(violations)("%s may not import %s", (file, imported, advice) => {
    const resolved = path.posix.join(path.posix.dirname(file), imported);
    const target = imported.startsWith(".") ? resolved : imported.replace("node:", "");
    const places = report.split(" error ").filter((part) => part.includes(`: ${file} → `) && part.includes(target));
    expect(places.join("\n")).toContain(advice);
  });

  test("two files may not need each other", () => {
    expect(report).toContain("no-circular: server/features/visits/first.ts");
    expect(report).toContain("move what both use into a file of its own");
  });

  test("what is allowed is not reported", () => {
    const reported = new Set([...report.matchAll(/error [a-z-]+: (\S+)/g)].map(([, file]) => file));
    const expected = [...violations.map(([file]) => file), "server/features/visits/first.ts"];
    expect([...reported].filter((file) => !expected.includes(String(file)))).toEqual([]);
  });
});

test("settings are read in config/env.ts alone", () => {
  const sources = ["server", "shared"].flatMap((part) =>
    readdirSync(path.join(root, part), { recursive: true, encoding: "utf8" }).map((file) => path.join(part, file)),
  );
  const readers = sources.filter(
    (file) => file.endsWith(".ts") && readFileSync(path.join(root, file), "utf8").includes("process.env"),
  );
  expect(readers).toEqual([]);
});
