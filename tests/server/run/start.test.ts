import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import path from "node:path";
import { runModule, runScript, temporaryFolder } from "./support";

describe("a start that cannot work says why in one sentence, before anything is set up", () => {
  test.each([
    ["an option that does not exist", ["--fast"], {}, "npm start knows --fresh, --check and --demo, not --fast."],
    [
      "a demo that does not exist",
      ["--demo", "huge"],
      {},
      "knows --demo small, --demo pharma and --demo large, not --demo huge.",
    ],
    ["a check of the large demo", ["--check", "--demo", "large"], {}, "leave --demo out"],
    [
      "a large demo of a real company",
      ["--demo", "large"],
      { WECOM_CORP_ID: "ww1", MONGODB_URI: "mongodb://x/" },
      "there is none",
    ],
    ["a PORT that is no port", [], { PORT: "abc" }, `PORT must be a whole number from 1 to 65533, and is "abc".`],
    ["a company without a database", [], { WECOM_CORP_ID: "ww1" }, "but MONGODB_URI is not"],
    ["production without a company", [], { NODE_ENV: "production" }, "needs WECOM_CORP_ID and MONGODB_URI"],
    ["a wipe of real data", ["--fresh"], { WECOM_CORP_ID: "ww1", MONGODB_URI: "mongodb://x/" }, "there is no demo"],
    ["a wipe of somebody's database", ["--fresh"], { MONGODB_URI: "mongodb://x/" }, "drop that database yourself"],
  ])("%s", (_, args, env, sentence) => {
    const { code, output } = runScript("start.mjs", args, env);
    expect(output).toContain(sentence);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  });

  test.each([
    ["an option that does not exist", ["--check"], {}, "npm run dev knows --fresh, --server and --demo, not --check."],
    ["an address that others reach", [], { HOST: "0.0.0.0" }, "is for this machine alone: leave HOST out"],
    ["a real company", [], { WECOM_CORP_ID: "ww1" }, "leave WECOM_CORP_ID out, or use npm start"],
    ["production", [], { NODE_ENV: "production" }, "is not for production"],
  ])("npm run dev with %s", (_, args, env, sentence) => {
    const { code, output } = runScript("dev.mjs", args, env);
    expect(output).toContain(sentence);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  });

  test.each(["start.mjs", "dev.mjs"])("%s says what it takes where somebody asks", (script) => {
    const { code, output } = runScript(script, ["--help"]);
    expect(output).toMatch(/^npm (start|run dev): /);
    for (const option of ["--fresh", "--demo large", "PORT=4000"]) expect(output).toContain(option);
    expect(code).toBe(0);
  });

  test("a command that does not exist", () => {
    const { code, output } = runScript("command.mjs", ["nonsense"]);
    expect(code).toBe(1);
    expect(output).toContain(`There is no command "nonsense"; there are:`);
  });
});

describe("a port that is taken", () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => server.close());

  test("is named, with what it is for and what to do", () => {
    // A server that listens on TCP has an address with a port.
    const { port } = server.address() as AddressInfo;
    const source = `
import { requireFree } from "run/ports.mjs";
await requireFree({ simulator: ${port}, product: ${port - 1} }, "127.0.0.1", 0);`;
    const { code, output } = runModule(source);
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port}, needed for the WeCom simulator, is taken by another program`);
    expect(output).toContain(`PORT=${port + 9} npm start`);
  });
});

describe("installing packages", () => {
  const folder = temporaryFolder();

  /** A project with a lock file and an npm of its own, which does what `how` says. */
  function project(how: string): { folder: string; source: string } {
    const own = mkdtempSync(path.join(folder, "project-"));
    writeFileSync(path.join(own, "package-lock.json"), "{}\n");
    const npm = path.join(own, "npm-cli.js");
    writeFileSync(npm, `const fs = require("node:fs");\nfs.mkdirSync("node_modules", { recursive: true });\n${how}\n`);
    const source = `
import { install } from "run/install.mjs";
const installed = await install({ folder: ${JSON.stringify(own)}, npm: () => ${JSON.stringify(npm)} });
console.log("installed: " + installed);`;
    return { folder: own, source };
  }
  const well = `fs.writeFileSync("node_modules/.package-lock.json", "{}"); fs.writeFileSync("node_modules/made", "");`;

  test("happens once for each lock file", () => {
    const { folder: own, source } = project(well);
    expect(runModule(source).output).toContain("installed: true");
    expect(runModule(source).output).toBe("installed: false\n");
    writeFileSync(path.join(own, "package-lock.json"), `{ "other": true }\n`);
    expect(runModule(source).output).toContain("installed: true");
  });

  test("is repeated from the beginning when it was killed half-way", () => {
    const killed = `fs.writeFileSync("node_modules/half", ""); process.kill(process.ppid, "SIGKILL"); process.exit(1);`;
    const { folder: own, source } = project(killed);
    expect(runModule(source).code).toBeNull();
    writeFileSync(
      path.join(own, "npm-cli.js"),
      `const fs = require("node:fs");\nif (fs.existsSync("node_modules/half")) process.exit(1);\nfs.mkdirSync("node_modules");\n${well}`,
    );
    const { code, output } = runModule(source);
    expect(output).toContain("Removing packages of an install that was interrupted");
    expect(code).toBe(0);
  });

  test("without a network leaves the lock file as it was", () => {
    const { folder: own, source } = project(
      `fs.writeFileSync("package-lock.json", "changed"); console.error("npm error code ENOTFOUND"); process.exit(1);`,
    );
    const { code, output } = runModule(source);
    expect(code).toBe(1);
    expect(output).toContain("The package registry could not be reached");
    expect(
      runModule(
        `import { readFileSync } from "node:fs";\nconsole.log(readFileSync(${JSON.stringify(path.join(own, "package-lock.json"))}, "utf8"));`,
      ).output.trim(),
    ).toBe("{}");
  });

  test("keeps the lock file when npm would change it", () => {
    const { source } = project(`${well} fs.writeFileSync("package-lock.json", "changed");`);
    expect(runModule(source).output).toContain("it was put back as it was");
    expect(runModule(source).output).toBe("installed: false\n");
  });

  test("knows packages of another system for what they are", () => {
    const { folder: own, source } = project(well);
    mkdirSync(path.join(own, "node_modules"), { recursive: true });
    runModule(source);
    writeFileSync(path.join(own, "node_modules", ".xiaoli-lock"), "the same lock on another system");
    expect(runModule(source).output).toContain("installed: true");
  });
});
