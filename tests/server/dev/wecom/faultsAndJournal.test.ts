import { givenWecom, textTo } from "../../../support/givenWecom";

describe("a fault on request", () => {
  it("hits as often as it was told, from the call on that it waits for", async () => {
    const { raw, simulator } = await givenWecom();
    simulator.failNext({ path: "agent/get", errcode: 45033, after: 1, times: 2 });
    const codes: number[] = [];
    for (let times = 0; times < 4; times++) codes.push((await raw("agent/get", { query: "agentid=1000002" })).errcode);
    expect(codes).toEqual([0, 45033, 45033, 0]);
  });

  it("hits none but its own calls until it is called off", async () => {
    const { client, simulator } = await givenWecom();
    simulator.failNext({ path: "webhook/send", errcode: -1 });
    await client.sendToMember(textTo("xiaowang"));
    simulator.clearFaults();
    await client.sendToRobot(simulator.robot("华南直销一队").key, { text: { content: "签单" } });
  });

  it.each([
    ["before the work leaves nothing behind", "before", []],
    ["after the work leaves the message", "after", ["恭喜"]],
  ] as const)("that breaks the connection %s", async (_name, cut, left) => {
    const { client, simulator } = await givenWecom();
    simulator.failNext({ path: "message/send", cut });
    await expect(client.sendToMember(textTo("xiaowang", "恭喜"))).rejects.toMatchObject({ retry: "unknown" });
    expect(simulator.member("xiaowang").sentences).toEqual(left);
  });
});

describe("the journal", () => {
  const afterTwoMessages = async () => {
    const { client, simulator } = await givenWecom();
    await client.sendToMember(textTo("xiaowang"));
    await client.sendToRobot(simulator.robot("华南直销一队").key, { text: { content: "签单" } });
    return simulator;
  };

  it("tells of each call who made it, what it was, and how it was answered", async () => {
    const simulator = await afterTwoMessages();
    expect(simulator.journal).toMatchObject([
      { method: "GET", api: "gettoken", by: null, errcode: 0 },
      { method: "POST", api: "message/send", by: "agent 1000002", errcode: 0, body: { touser: "xiaowang" } },
      { method: "POST", api: "webhook/send", by: "robot 华南直销一队", errcode: 0 },
    ]);
  });

  it("holds no secret", async () => {
    const simulator = await afterTwoMessages();
    const told = JSON.stringify(simulator.journal);
    for (const secret of [simulator.world.agents[0]?.secret, simulator.robot("华南直销一队").key])
      expect(told).not.toContain(secret);
  });

  it("names a client that repeats a refused token", async () => {
    const warned: string[] = [];
    const { simulator, raw, tokenOf } = await givenWecom({ warn: (line) => warned.push(line) });
    const token = await tokenOf(simulator.world.agents[0]?.secret ?? "");
    simulator.revokeTokens();
    for (let times = 0; times < 7; times++)
      await raw("user/get", { query: `access_token=${token}&userid=xiaowang`, secret: "" });
    expect(simulator.loops()).toEqual(["user/get answered 40014: asked 7 times in a row with the same credential"]);
    expect(warned).toHaveLength(1);
  });

  it("says so when an API is not simulated", async () => {
    const { simulator } = await givenWecom();
    const answer = await fetch(`${simulator.baseUrl}/cgi-bin/externalcontact/list`);
    expect(answer.status).toBe(404);
    expect(simulator.journal).toMatchObject([{ api: "externalcontact/list", errcode: 48001 }]);
  });
});

describe("the general limit of an API", () => {
  it("blocks for the rest of a minute", async () => {
    const { raw, pass } = await givenWecom({ limits: { apiCallsPerMinute: 2 } });
    const ask = async () => (await raw("department/list")).errcode;
    expect([await ask(), await ask(), await ask()]).toEqual([0, 0, 45009]);
    pass({ seconds: 59 });
    expect(await ask()).toBe(45009);
    pass({ seconds: 2 });
    expect(await ask()).toBe(0);
  });
});
