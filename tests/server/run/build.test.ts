import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runModule, temporaryFolder, type Ran } from "./support";

const base = temporaryFolder();
const at = (...parts: string[]) => path.join(base, ...parts);

/** A build that joins its inputs into one file; `broken` makes none, `hanging` is killed half-way. */
const builder = `
const [folder, how] = process.argv.slice(2);
const { readFileSync, writeFileSync } = require("node:fs");
if (how === "broken") process.exit(3);
writeFileSync(folder + "/half.txt", "half");
if (how === "killed") process.kill(process.ppid, "SIGKILL");
writeFileSync(folder + "/out.txt", readFileSync(${JSON.stringify(at("src", "a.txt"))}, "utf8"));
`;

function build(how = "well", values: Record<string, string> = {}): Ran {
  return runModule(`
import { build } from "run/build.mjs";
const target = { inputs: ["src"], proof: ["out.txt"], args: (folder) => [${JSON.stringify(at("builder.cjs"))}, folder, "${how}"] };
await build(["weapp"], { base: ${JSON.stringify(base)}, from: { weapp: target }, values: ${JSON.stringify(values)} });`);
}

const built = () => readFileSync(at("dist", "weapp", "out.txt"), "utf8");

beforeEach(() => {
  rmSync(base, { recursive: true, force: true });
  mkdirSync(at("src"), { recursive: true });
  writeFileSync(at("builder.cjs"), builder);
  writeFileSync(at("src", "a.txt"), "first");
});

describe("building what is stale", () => {
  test("the second time nothing is built, since nothing has changed", () => {
    expect(build().output).toContain("Building weapp");
    expect(build().output).toBe("");
    expect(built()).toBe("first");
  });

  test("a changed file, a new file and another setting make it stale", () => {
    build();
    writeFileSync(at("src", "a.txt"), "second");
    expect(build().output).toContain("Building weapp");
    expect(built()).toBe("second");
    writeFileSync(at("src", "b.txt"), "new");
    expect(build().output).toContain("Building weapp");
    expect(build("well", { PUBLIC_URL: "https://a.example" }).output).toContain("Building weapp");
    expect(build("well", { PUBLIC_URL: "https://a.example" }).output).toBe("");
  });

  test("a file that is gone from the result is noticed", () => {
    build();
    rmSync(at("dist", "weapp", "half.txt"));
    expect(build().output).toContain("Building weapp");
  });

  test("a build that fails leaves the one before whole", () => {
    build();
    writeFileSync(at("src", "a.txt"), "second");
    const { code, output } = build("broken");
    expect(code).toBe(1);
    expect(output).toContain("The weapp build failed");
    expect(built()).toBe("first");
    expect(build().output).toContain("Building weapp");
    expect(built()).toBe("second");
  });

  test("a build that was killed half-way is healed by the next run", () => {
    expect(build("killed").code).toBeNull();
    expect(existsSync(at("dist", "weapp"))).toBe(false);
    const { code, output } = build();
    expect(code).toBe(0);
    expect(output).toContain("Building weapp");
    expect(built()).toBe("first");
  });

  test("what another run builds at the moment is waited for", () => {
    mkdirSync(at("dist", ".stamps"), { recursive: true });
    // The lock of a process that has died counts for nothing.
    writeFileSync(at("dist", ".stamps", "weapp.lock"), "999999999");
    expect(build().code).toBe(0);
    expect(existsSync(at("dist", ".stamps", "weapp.lock"))).toBe(false);
  });
});

test("a mini-program is not built for nobody: it needs a company's address and id", () => {
  const source = `
import { weappValues } from "run/build.mjs";
weappValues({ PUBLIC_URL: "http://xiaoli.example", WEAPP_APPID: "wx0123456789abcdef" });`;
  expect(runModule(source).output).toContain("PUBLIC_URL must be the https:// address");
  const good = source.replace("http:", "https:");
  expect(runModule(good).code).toBe(0);
  expect(runModule(good.replace("abcdef", "")).output).toContain("WEAPP_APPID must be");
});
