import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { createWecom, WecomError } from "../../../../server/integrations/wecom";
import type { Fault } from "../../../../server/dev/wecom";
import { givenWecom, textTo } from "../../../support/givenWecom";

async function failureOf(work: Promise<unknown>): Promise<WecomError> {
  const error = await work.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof WecomError)) throw error;
  return error;
}

describe("what may be done after a message failed", () => {
  it.each([
    [-1, "now"],
    [6000, "now"],
    [45033, "now"],
    [45035, "now"],
    [45009, "later"],
    [45036, "later"],
    [40029, "never"],
    [40058, "never"],
    [60111, "never"],
    [81013, "never"],
    [301002, "never"],
    [99999, "never"],
  ])("WeCom's code %i is tried again: %s", async (errcode, retry) => {
    const { client, simulator } = await givenWecom();
    simulator.failNext({ path: "message/send", errcode });
    const error = await failureOf(client.sendToMember(textTo("xiaowang")));
    expect({ errcode: error.errcode, retry: error.retry }).toEqual({ errcode, retry });
    expect(simulator.member("xiaowang").sentences).toEqual([]);
  });

  it.each<[string, Omit<Fault, "path">, string]>([
    ["the connection breaks before WeCom did anything", { cut: "before" }, "unknown"],
    ["the connection breaks after WeCom sent it", { cut: "after" }, "unknown"],
    ["no answer comes in time", { delayMs: 5000 }, "unknown"],
    ["half an answer comes", { garbled: true }, "unknown"],
    ["something in between answers 502", { status: 502 }, "unknown"],
    ["something in between answers 429", { status: 429 }, "later"],
    ["something in between answers 404", { status: 404 }, "never"],
  ])("when %s", async (_, fault, retry) => {
    const { client, simulator } = await givenWecom({ timeoutMs: 300 });
    simulator.failNext({ path: "message/send", ...fault });
    const error = await failureOf(client.sendToMember(textTo("xiaowang")));
    expect({ errcode: error.errcode, retry: error.retry }).toEqual({ errcode: null, retry });
  });

  it("is tried again later where nobody listens, since nothing left this server", async () => {
    const error = await failureOf((await clientOfNobody()).sendToRobot("key", { text: { content: "签单" } }));
    expect({ errcode: error.errcode, retry: error.retry }).toEqual({ errcode: null, retry: "later" });
  });

  it.each<[string, Omit<Fault, "path">]>([
    ["is lost", { cut: "after" }],
    ["is a 502", { status: 502 }],
  ])("is tried again later where the answer with the token %s: the message itself was not sent", async (_, fault) => {
    const { client, simulator } = await givenWecom({ timeoutMs: 300 });
    simulator.failNext({ path: "gettoken", ...fault });
    const error = await failureOf(client.sendToMember(textTo("xiaowang")));
    const { api, retry, waitMs } = error;
    expect({ api, retry, waitMs }).toEqual({ api: "gettoken", retry: "later", waitMs: 0 });
    await client.sendToMember(textTo("xiaowang"));
    expect(simulator.member("xiaowang").sentences).toHaveLength(1);
  });

  it("says how long a limit lasts", async () => {
    const { client, simulator } = await givenWecom();
    simulator.failNext({ path: "webhook/send", errcode: 45009 });
    const key = simulator.robot("华南直销一队").key;
    expect((await failureOf(client.sendToRobot(key, { text: { content: "签单" } }))).waitMs).toBe(60_000);
  });

  it("asks for a person where only a person can repair it", async () => {
    const { client, simulator } = await givenWecom();
    const key = simulator.robot("华南直销一队").key;
    simulator.setRobotState(key, "removed");
    const gone = await failureOf(client.sendToRobot(key, { text: { content: "签单" } }));
    expect({ errcode: gone.errcode, alert: gone.alert }).toEqual({ errcode: 93000, alert: true });
    const left = await failureOf(client.sendToMember(textTo("nobody")));
    expect({ errcode: left.errcode, alert: left.alert }).toEqual({ errcode: 81013, alert: false });
  });

  it("may be repeated after a lost answer under the duplicate check: the member reads it once", async () => {
    const { client, simulator } = await givenWecom();
    simulator.failNext({ path: "message/send", cut: "after" });
    const message = { ...textTo("xiaowang"), duplicateCheck: true };
    await failureOf(client.sendToMember(message));
    await client.sendToMember(message);
    expect(simulator.member("xiaowang").sentences).toHaveLength(1);
  });
});

describe("reading the directory", () => {
  it("goes on by itself over two faults, for reading changes nothing", async () => {
    const { client, simulator } = await givenWecom();
    simulator.failNext({ path: "department/list", errcode: -1 });
    simulator.failNext({ path: "department/list", cut: "after" });
    expect(await client.listDepartments()).toHaveLength(6);
  });

  it("gives up at the third", async () => {
    const { client, simulator } = await givenWecom();
    simulator.failNext({ path: "department/list", errcode: -1, times: 3 });
    expect((await failureOf(client.listDepartments())).errcode).toBe(-1);
  });
});

it("keeps tokens, secrets, robot keys and login codes out of errors, logs and metrics", async () => {
  const { client, simulator, calls, logged } = await givenWecom({ timeoutMs: 300 });
  const agent = simulator.world.agents[0];
  const key = simulator.robot("华南直销一队").key;
  const errors: WecomError[] = [];
  for (const fault of [{ cut: "before" as const }, { status: 502 }, { errcode: 40058 }, { garbled: true }]) {
    simulator.failNext({ path: "webhook/send", ...fault });
    simulator.failNext({ path: "jscode2session", ...fault });
    errors.push(await failureOf(client.sendToRobot(key, { text: { content: "签单" } })));
    errors.push(await failureOf(client.jscode2session("code-of-xiaowang")));
  }
  const told = errors.map((error) => `${JSON.stringify({ ...error })} ${error.stack} ${String(error.cause)}`);
  const everything = [...told, ...logged, JSON.stringify(calls)].join("\n");
  for (const secret of [agent?.secret, key, "code-of-xiaowang", "access_token="])
    expect(everything).not.toContain(secret);
  expect(calls.filter((call) => call.api === "webhook/send").map((call) => call.errcode)).toEqual([
    null,
    null,
    40058,
    null,
  ]);
});

/** A client whose WeCom is a port that nobody listens on. */
async function clientOfNobody() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const url = `http://127.0.0.1:${port}`;
  const quiet = { debug: () => undefined, warn: () => undefined };
  return createWecom(
    {
      WECOM_CORP_ID: "ww0000000000000001",
      WECOM_AGENT_ID: 1,
      WECOM_APP_SECRET: "secret",
      WECOM_API_URL: url,
      WECOM_OAUTH_URL: url,
      WECOM_LOGIN_URL: url,
    },
    { realNow: () => new Date("2026-03-26T09:00:00+08:00"), logger: quiet },
  );
}
