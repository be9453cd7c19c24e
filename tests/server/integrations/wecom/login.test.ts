import { givenWecom, type GivenWecom } from "../../../support/givenWecom";

const redirectUri = "http://xiaowang.localhost:3000/login";

/** Opens the authorize page and picks somebody on it, as a person would. */
async function pick(given: GivenWecom, page: string, userid: string): Promise<URL> {
  const form = await (await fetch(page)).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? "";
  const fields = ["appid", "agentid", "redirect_uri", "state"].map((name) => [name, hidden(name)]);
  const answer = await fetch(`${given.simulator.baseUrl}/connect/oauth2/choice`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams([...fields, ["userid", userid]].map(([name = "", value = ""]) => [name, value])),
  });
  return new URL(answer.headers.get("location") ?? "");
}

describe("logging in from the mini-program", () => {
  it("tells who holds the phone, once for each code", async () => {
    const { client, simulator } = await givenWecom();
    const code = simulator.issueLoginCode("xiaowang");
    expect(await client.jscode2session(code)).toEqual({ memberId: "xiaowang" });
    await expect(client.jscode2session(code)).rejects.toMatchObject({ errcode: 40029, retry: "never" });
  });

  it("refuses a code after five minutes", async () => {
    const { client, simulator, pass } = await givenWecom();
    const code = simulator.issueLoginCode("xiaowang");
    pass({ minutes: 5 });
    await expect(client.jscode2session(code)).rejects.toMatchObject({ errcode: 40029 });
  });

  it("gives WeCom's corp and a session key", async () => {
    const { raw, simulator } = await givenWecom();
    const query = () => `js_code=${simulator.issueLoginCode("wangfang")}&grant_type=authorization_code`;
    const answer = await raw("miniprogram/jscode2session", { query: query() });
    expect(answer).toMatchObject({ errcode: 0, corpid: simulator.world.corpId, userid: "wangfang" });
    expect(Buffer.from(String(answer.session_key), "base64")).toHaveLength(16);
  });

  it("is refused for an app without the mini-program", async () => {
    const { raw, simulator } = await givenWecom();
    const query = () => `js_code=${simulator.issueLoginCode("wangfang")}&grant_type=authorization_code`;
    const other = simulator.world.agents[1]?.secret ?? "";
    expect((await raw("miniprogram/jscode2session", { query: query(), secret: other })).errcode).toBe(40014);
  });
});

describe("logging in on the web", () => {
  it.each(["authorizeUrl", "webLoginUrl"] as const)(
    "goes by %s to the person picker and back with a code",
    async (page) => {
      const given = await givenWecom();
      const back = await pick(given, given.client[page]({ redirectUri, state: "s7" }), "wangfang");
      expect(`${back.origin}${back.pathname}`).toBe(redirectUri);
      expect(back.searchParams.get("state")).toBe("s7");
      const code = back.searchParams.get("code") ?? "";
      expect(await given.client.userOfOauthCode(code)).toEqual({ memberId: "wangfang" });
      await expect(given.client.userOfOauthCode(code)).rejects.toMatchObject({ errcode: 40029 });
    },
  );

  it("offers the person first whose address the product was opened at", async () => {
    const { client } = await givenWecom();
    const page = await (await fetch(client.authorizeUrl({ redirectUri, state: "s" }))).text();
    expect(page).toContain("以小王登录");
  });

  it.each(["localhost", "127.0.0.1"])(
    "asks who it is at %s, which every browser opens, and goes back there",
    async (host) => {
      const given = await givenWecom();
      const asked = given.client.authorizeUrl({ redirectUri: `http://${host}:3000/login`, state: "s" });
      const page = await (await fetch(asked)).text();
      expect(given.simulator.world.members.filter(({ name }) => !page.includes(name))).toEqual([]);
      expect((await pick(given, asked, "wangfang")).origin).toBe(`http://${host}:3000`);
    },
  );

  it("knows nobody from outside the company", async () => {
    const given = await givenWecom();
    const back = await pick(given, given.client.authorizeUrl({ redirectUri, state: "s" }), "");
    expect(await given.client.userOfOauthCode(back.searchParams.get("code") ?? "")).toEqual({ memberId: null });
  });

  it("gives a code to the app that asked, and to no other", async () => {
    const given = await givenWecom();
    const other = given.simulator.world.agents[1]?.secret;
    const back = await pick(given, given.client.authorizeUrl({ redirectUri, state: "s" }), "xiaowang");
    const query = `code=${back.searchParams.get("code")}`;
    expect((await given.raw("auth/getuserinfo", { query, secret: other })).errcode).toBe(40029);
  });

  it("answers the old name in both spellings", async () => {
    const { raw, simulator } = await givenWecom();
    const query = `code=${simulator.issueOauthCode("xiaowang")}`;
    expect(await raw("user/getuserinfo", { query })).toMatchObject({ UserId: "xiaowang", userid: "xiaowang" });
  });

  it.each([
    ["another port", "http://xiaowang.localhost:3001/login", "s", "50001"],
    ["a parent domain", "http://com:3000/", "s", "50001"],
    ["a child domain", "http://a.localhost:3000/", "s", "50001"],
    ["no address at all", "javascript:alert(1)", "s", "50001"],
    ["a state with signs", redirectUri, "a-b", "84025"],
    ["a state that is too long", redirectUri, "a".repeat(129), "84025"],
  ])("refuses %s", async (_, uri, state, errcode) => {
    const { client } = await givenWecom();
    const page = await fetch(client.authorizeUrl({ redirectUri: uri, state }));
    expect(page.headers.get("x-wecom-errcode")).toBe(errcode);
    expect(await page.text()).not.toContain("<form");
  });
});
