import { WecomError } from "../../../../server/integrations/wecom";
import { givenWecom, textTo, type GivenWecom } from "../../../support/givenWecom";

const fetched = ({ calls }: GivenWecom) => calls.filter((call) => call.api === "gettoken").length;
const send = ({ client }: GivenWecom, words = "早") => client.sendToMember(textTo("xiaowang", words));

it("fetches one access token for twenty callers at once", async () => {
  const given = await givenWecom();
  await Promise.all(Array.from({ length: 20 }, (_, place) => send(given, `第${place}条`)));
  expect(fetched(given)).toBe(1);
  expect(given.simulator.member("xiaowang").sentences).toHaveLength(20);
});

it("renews the token five minutes before it ends", async () => {
  const given = await givenWecom();
  await send(given);
  given.pass({ minutes: 114 });
  await send(given);
  expect(fetched(given)).toBe(1);
  given.pass({ minutes: 1 });
  await send(given);
  expect(fetched(given)).toBe(2);
});

it.each([
  ["revoked", 40014],
  ["expired", 42001],
] as const)("fetches a token once more when WeCom has %s it", async (how, errcode) => {
  const given = await givenWecom();
  await send(given);
  given.simulator.revokeTokens(how);
  await send(given, "晚");
  expect(fetched(given)).toBe(2);
  expect(given.calls.map((call) => call.errcode)).toContain(errcode);
  expect(given.simulator.member("xiaowang").sentences).toEqual(["早", "晚"]);
});

it("fetches a token once more when a business call answers 40001", async () => {
  const given = await givenWecom();
  given.simulator.failNext({ path: "message/send", errcode: 40001 });
  await send(given);
  expect(fetched(given)).toBe(2);
});

it("does not go round in circles when WeCom refuses the new token too", async () => {
  const given = await givenWecom();
  given.simulator.failNext({ path: "message/send", errcode: 40014, times: 2 });
  await expect(send(given)).rejects.toMatchObject({ errcode: 40014, retry: "token" });
  expect(given.calls.filter((call) => call.api === "message/send")).toHaveLength(2);
});

it("asks at most once a minute with a secret that WeCom refuses, so that this server is not blocked", async () => {
  const given = await givenWecom({ secret: "an-old-secret" });
  for (let times = 0; times < 5; times++)
    await expect(send(given)).rejects.toMatchObject({ errcode: 40001, retry: "never", alert: true });
  expect(fetched(given)).toBe(1);
  given.pass({ minutes: 1 });
  await expect(send(given)).rejects.toBeInstanceOf(WecomError);
  expect(fetched(given)).toBe(2);
});

describe("the simulator's tokens", () => {
  it("stay the same for each app until they end", async () => {
    const { tokenOf, simulator, pass } = await givenWecom();
    const [first, second] = simulator.world.agents.map((agent) => agent.secret);
    const before = await tokenOf(first ?? "");
    expect(await tokenOf(first ?? "")).toBe(before);
    expect(await tokenOf(second ?? "")).not.toBe(before);
    pass({ hours: 2 });
    expect(await tokenOf(first ?? "")).not.toBe(before);
  });

  it.each([
    ["no corp id", "corpsecret=x", 41002],
    ["no secret", "corpid=wwxiaolidemo000001", 41004],
    ["another corp id", "corpid=ww1&corpsecret=x", 40013],
    ["a wrong secret", "corpid=wwxiaolidemo000001&corpsecret=x", 40001],
  ])("refuse %s", async (_, query, errcode) => {
    const { raw } = await givenWecom();
    const answer = await raw("gettoken", { query, secret: "" });
    expect(answer.errcode).toBe(errcode);
    expect(answer.errmsg).toMatch(/, hint: \[\d+\], from ip: 127\.0\.0\.1, more info at https:\/\/open\.work/);
  });

  it("are taken from the query alone", async () => {
    const { raw } = await givenWecom();
    expect((await raw("agent/get", { query: "agentid=1000002", secret: "" })).errcode).toBe(41001);
    expect((await raw("agent/get", { query: "access_token=made-up", secret: "" })).errcode).toBe(40014);
  });

  it("block an address that keeps guessing secrets", async () => {
    const { raw, simulator } = await givenWecom({ limits: { refusedSecretsPerHour: 3 } });
    const guess = () => raw("gettoken", { query: `corpid=${simulator.world.corpId}&corpsecret=x`, secret: "" });
    const codes = [await guess(), await guess(), await guess(), await guess()].map((answer) => answer.errcode);
    expect(codes).toEqual([40001, 40001, 40001, 45009]);
  });
});
