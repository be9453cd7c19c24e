import { spawnSync } from "node:child_process";

// Each run starts a process of its own, which takes seconds on a busy machine.
jest.setTimeout(60_000);

/** A command of the built server, where no setting is to be found. */
function run(name: string, args: string[], env: Record<string, string> = {}) {
  const bundle = `dist/server/${["seed", "simulator"].includes(name) ? "dev" : "cli"}/${name}.js`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, NODE_ENV: "test", ...env },
  });
  return { code: status, said: stdout, complained: stderr };
}

describe("A command of whoever runs the server, typed wrongly,", () => {
  it.each<[string, string[], string, string]>([
    ["member", ["who"], '"who" is no DECISION: it is one of same, other', "npm run member -- DECISION USERID"],
    ["role", ["grant", "xiaoli", "king"], '"king" is no ROLE: it is one of rep, manager', "npm run role -- grant"],
    ["outbox", ["resend"], "ID is missing", "npm run outbox -- resend all"],
    ["upgrade", ["--foo"], '"--foo" is too much', "npm run upgrade"],
    ["api-key", ["add", "crm", "everything"], '"everything" is no SCOPE', "npm run api-key -- add NAME SCOPE"],
    ["seed", ["huge"], '"huge" is no SIZE: it is one of small, pharma, large', "seed [SIZE]"],
    ["simulator", ["--prot", "3001"], "Unknown option '--prot'", "npm run simulator -- --port 3001"],
    ["vectors", [], "FILE is missing", "npm run vectors -- FILE"],
  ])("does nothing: %s %j says what is wrong and how it is used", (name, args, reason, usage) => {
    const { code, said, complained } = run(name, args);
    expect({ code, said }).toEqual({ code: 2, said: "" });
    expect(complained.split("\n")[0]).toContain(reason);
    expect(complained).toContain("; nothing was done.\n\n");
    expect(complained).toContain(usage);
  });

  it("is wrong before its settings are", () => {
    const refused = { COMMAND_REFUSED: "No demo company is running." };
    expect(run("upgrade", ["now"], refused).complained).toContain('"now" is too much; nothing was done.');
    expect(run("upgrade", [], refused)).toEqual({ code: 1, said: "", complained: "No demo company is running.\n" });
  });

  it("says how it is used where one asks", () => {
    const { code, said, complained } = run("role", ["--help"]);
    expect({ code, complained }).toEqual({ code: 0, complained: "" });
    expect(said).toContain("npm run role -- revoke MEMBER ROLE [UNIT]");
  });
});
