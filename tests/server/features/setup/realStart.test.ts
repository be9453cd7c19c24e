import { startSimulator, type Simulator } from "../../../../server/dev/wecom";
import { watchWecom } from "../../../../server/features/setup";
import { startTestApp, type TestApp } from "../../../support/startTestApp";
import { emptyCompany } from "../../../support/given/company";
import { freshWorld } from "../../../../server/dev/wecom";

/*
 * A company's first minutes: the server runs, nobody is known yet, and WeCom does not answer as it should. The worker that
 * keeps asking waits milliseconds here where it waits seconds.
 */
const pauses = { whileWellMs: 20, firstMs: 10, mostMs: 40 };

let app: TestApp;
let again: Simulator | null = null;
let stopWorker: () => Promise<void>;

beforeEach(async () => {
  app = await startTestApp({ world: (domains) => emptyCompany(freshWorld(domains)), people: false });
});

afterEach(async () => {
  await stopWorker();
  await again?.stop();
  again = null;
});

async function startWorker(): Promise<void> {
  const worker = watchWecom(app.deps, pauses);
  await worker.start();
  stopWorker = () => worker.stop();
}

const ready = () => app.api.call("setup.ready");

/** What the server says once it says it; asked until then. */
async function until(wanted: object): Promise<Awaited<ReturnType<typeof ready>>> {
  for (let tries = 0; tries < 200; tries += 1) {
    const said = await ready();
    if (Object.entries(wanted).every(([name, value]) => said[name as keyof typeof said] === value)) return said;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return ready();
}

const readyz = async () => {
  const answer = await fetch(`${app.baseUrl}/readyz`);
  return { status: answer.status, body: (await answer.json()) as object };
};
const logIn = (userid: string) => app.api.send("auth.loginWeapp", { body: { code: app.wecom.issueLoginCode(userid) } });

describe("a server whose WeCom is out of reach", () => {
  beforeEach(async () => {
    await app.wecom.stop();
    await startWorker();
  });

  it("says so to whoever cannot come in", async () => {
    expect(await until({ wecom: "failing" })).toMatchObject({
      fault: "unreachable",
      errcode: null,
      directoryReadAt: null,
    });
  });

  it("stays in front of a load balancer, which reads what is missing", async () => {
    await until({ wecom: "failing" });
    expect(await readyz()).toMatchObject({
      status: 200,
      body: { status: "ready", wecom: { state: "failing", fault: "unreachable" }, directoryReadAt: null },
    });
  });

  it("knows everybody by itself once WeCom is back", async () => {
    await until({ wecom: "failing" });
    again = await startSimulator({ world: app.wecom.world, port: app.wecom.port });
    expect(await until({ wecom: "answers" })).toMatchObject({ fault: null, since: null });
    const code = again.issueLoginCode("hemin");
    expect((await app.api.send("auth.loginWeapp", { body: { code } })).status).toBe(200);
  });

  it("says since when, however often it was asked again", async () => {
    const { since } = await until({ wecom: "failing" });
    app.passRealTime({ hours: 1 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await until({ wecom: "failing" })).toMatchObject({ since });
  });
});

describe("a server whose WeCom has not answered yet", () => {
  it("says that it is asked, and not that nobody asks", async () => {
    app.wecom.failNext({ path: "gettoken", delayMs: 1_000 });
    await startWorker();
    expect(await until({ wecom: "asking" })).toMatchObject({ fault: null, directoryReadAt: null });
  });
});

describe("a server that WeCom refuses", () => {
  it.each([
    ["the secret is wrong", "gettoken", 40001, "secret"],
    ["the company's id is wrong", "gettoken", 40013, "corpId"],
    ["its address is not trusted", "user/list", 60020, "address"],
    ["the app may not read the directory", "user/list", 48002, "rights"],
  ])("says that %s", async (_what, path, errcode, fault) => {
    app.wecom.failNext({ path, errcode, times: 1000 });
    app.wecom.failNext({ path: "user/list_id", errcode, times: 1000 });
    app.wecom.failNext({ path: "department/simplelist", errcode, times: 1000 });
    app.wecom.failNext({ path: "department/list", errcode, times: 1000 });
    await startWorker();
    expect(await until({ wecom: "failing" })).toMatchObject({ fault, errcode });
  });

  it("names the address from which it was refused", async () => {
    app.wecom.failNext({ path: "gettoken", errcode: 60020, times: 1000 });
    await startWorker();
    expect(await until({ wecom: "failing" })).toMatchObject({ fault: "address", address: "127.0.0.1" });
  });

  it("reads the directory once the secret has been put right there", async () => {
    app.wecom.failNext({ path: "gettoken", errcode: 40001, times: 1000 });
    await startWorker();
    await until({ wecom: "failing" });
    app.wecom.clearFaults();
    app.passRealTime({ seconds: 61 });
    await until({ wecom: "answers" });
    expect((await logIn("hemin")).status).toBe(200);
  });
});

describe("a server whose WeCom answers", () => {
  it("has read the directory before anybody asks for it", async () => {
    await startWorker();
    expect(await until({ wecom: "answers" })).toMatchObject({ directoryReadAt: expect.any(String) as unknown });
  });

  it("says that nobody asks WeCom any more where its worker has gone", async () => {
    await startWorker();
    await until({ wecom: "answers" });
    await stopWorker();
    app.passRealTime({ hours: 1 });
    expect((await ready()).wecom).toBe("unwatched");
  });

  it("notices that WeCom has gone, and that it is back", async () => {
    await startWorker();
    await until({ wecom: "answers" });
    app.wecom.failNext({ path: "department/get", cut: "before", times: 1000 });
    expect(await until({ wecom: "failing" })).toMatchObject({ fault: "unreachable" });
    app.wecom.clearFaults();
    expect(await until({ wecom: "answers" })).toMatchObject({ fault: null });
  });
});
