import { fork, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import world from "../../../../server/dev/wecom/world.json";
import type { RawAnswer } from "../../../support/givenWecom";

/** What the command prints, as far as these tests look. */
interface Printed {
  baseUrl: string;
  corpId: string;
  agents: { agentId: number; secret: string; token: string; encodingAesKey: string; trustedDomains: string[] }[];
  contactsSecret: string;
  robots: { key: string; name: string; departmentid: number }[];
  departments: { id: number; name: string; parentid: number }[];
  members: { userid: string; name: string; department: number[]; openCode: string; oauthCode: string }[];
}

// Each test starts a process of its own, which takes seconds on a busy machine.
jest.setTimeout(60_000);

const root = join(__dirname, "../../../..");
const started = new Set<ChildProcess>();

afterEach(() => {
  for (const child of started) child.kill("SIGKILL");
  started.clear();
});

function run(...flags: string[]): ChildProcess {
  const child = fork(join(root, "server/dev/simulator.ts"), flags, {
    cwd: root,
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  started.add(child);
  return child;
}

async function firstLineOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  if (!stream) throw new Error("no output");
  for await (const line of createInterface(stream)) return line;
  throw new Error("it ended without a word");
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("exit", (code) => resolve(code)));
}

async function start(...flags: string[]): Promise<{ child: ChildProcess; printed: Printed }> {
  const child = run(...flags);
  // The line under test; each test looks into it.
  return { child, printed: JSON.parse(await firstLineOf(child.stdout)) as Printed };
}

async function get(url: string): Promise<RawAnswer> {
  return (await (await fetch(url)).json()) as RawAnswer;
}

describe("npm run simulator", () => {
  it("prints one line with all that an SDK needs", async () => {
    const { printed } = await start("--port", "0");
    expect(Object.keys(printed)).toEqual([
      "baseUrl",
      "corpId",
      "agents",
      "contactsSecret",
      "robots",
      "departments",
      "members",
    ]);
    expect(printed.agents).toHaveLength(2);
    expect(printed.agents[0]?.secret).not.toBe(world.agents[0]?.secret);
    expect(printed.agents[0]?.encodingAesKey).toMatch(/^[a-zA-Z0-9]{43}$/);
    expect(printed.members).toHaveLength(12);
    const { baseUrl, corpId } = printed;
    const secret = printed.agents[0]?.secret;
    const { access_token: token } = await get(`${baseUrl}/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${secret}`);
    for (const member of printed.members) {
      const login = `${baseUrl}/cgi-bin/miniprogram/jscode2session?access_token=${String(token)}`;
      const openLogin = `${login}&grant_type=authorization_code&js_code=${member.openCode}`;
      expect((await get(openLogin)).userid).toBe(member.userid);
      expect((await get(openLogin)).errcode).toBe(40029);
      const webLogin = `${baseUrl}/cgi-bin/auth/getuserinfo?access_token=${String(token)}&code=${member.oauthCode}`;
      expect((await get(webLogin)).userid).toBe(member.userid);
      expect((await get(webLogin)).errcode).toBe(40029);
    }
  });

  it("has the secrets of the demo with --demo", async () => {
    const { printed } = await start("--port", "0", "--demo");
    expect(printed.agents[0]?.secret).toBe(world.agents[0]?.secret);
    expect(printed.robots).toEqual(
      world.robots.map(({ key, name, departmentId }) => ({ key, name, departmentid: departmentId })),
    );
  });

  it("ends with whoever started it", async () => {
    const { child } = await start("--port", "0");
    child.disconnect();
    expect(await ended(child)).toBe(0);
  });

  it("has the people of the large demo with --large, a group for each team and an address for each person", async () => {
    const { printed } = await start("--port", "0", "--demo", "--large");
    expect(printed.members).toHaveLength(531);
    expect(printed.robots).toHaveLength(20);
    expect(new Set(printed.robots.map(({ key }) => key)).size).toBe(20);
    const domains = printed.agents[0]?.trustedDomains ?? [];
    expect(printed.members.every(({ userid }) => domains.includes(`${userid}.localhost:3000`))).toBe(true);
    expect(printed.agents[0]?.secret).toBe(world.agents[0]?.secret);
  });

  it("says in one sentence that its port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    try {
      // A listening TCP server has an address with a port.
      const { port } = other.address() as AddressInfo;
      const child = run("--port", String(port));
      const [sentence, code] = await Promise.all([firstLineOf(child.stderr), ended(child)]);
      expect({ sentence, code }).toEqual({ sentence: `The simulator's port ${port} is taken.`, code: 1 });
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });
});
