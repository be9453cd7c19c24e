import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoWorld } from "../../../../server/dev/wecom";
import { markdownView } from "../../../../server/dev/wecom/page/markdownView";
import { givenWecom, textTo } from "../../../support/givenWecom";

const world = () => demoWorld(["localhost:3000"]);

async function control(baseUrl: string, path: string, body?: object) {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(
    `${baseUrl}/_control/${path}`,
    body && { method: "POST", headers, body: JSON.stringify(body) },
  );
  return (await answer.json()) as Record<string, unknown>;
}

describe("a phone", () => {
  it("shows what came, unread until somebody looks", async () => {
    const { client, simulator } = await givenWecom();
    await client.sendToMember(textTo("xiaowang", "恭喜你完成10万元订单"));
    expect(simulator.member("xiaowang").unreadCount).toBe(1);
    await control(simulator.baseUrl, "members/xiaowang/read", {});
    expect(simulator.member("xiaowang").unreadCount).toBe(0);
    const page = await (await fetch(simulator.baseUrl)).text();
    expect(page).toContain("恭喜你完成10万元订单");
    expect(page).toContain("已读 09:00");
  });

  it("holds its messages and read marks over a restart, also after a cut in the middle", async () => {
    const folder = mkdtempSync(join(tmpdir(), "phones-"));
    try {
      const stateFile = join(folder, "deep", "state.json");
      const before = await givenWecom({ world: world(), stateFile });
      const once = { ...textTo("xiaowang", "第一条"), duplicateCheck: true };
      await before.client.sendToMember(once);
      before.simulator.readMember("xiaowang");
      await before.client.sendToMember(textTo("xiaowang", "第二条"));
      await before.client.sendToRobot(before.simulator.robot("华南直销一队").key, { text: { content: "签单" } });
      appendFileSync(stateFile, '{"kind":"member","mess');

      const after = await givenWecom({ world: world(), stateFile });
      expect(after.simulator.member("xiaowang")).toMatchObject({ sentences: ["第一条", "第二条"], unreadCount: 1 });
      expect(after.simulator.robot("华南直销一队").sentences).toEqual(["签单"]);
      await after.client.sendToMember(once);
      await after.client.sendToMember(textTo("xiaowang", "第三条"));
      const last = await givenWecom({ world: world(), stateFile });
      expect(last.simulator.member("xiaowang").sentences).toEqual(["第一条", "第二条", "第三条"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("runs no script that came in a message", () => {
    const shown = markdownView("<script>alert(1)</script> **大单** [看](javascript:alert(1))", (id) => id).text;
    expect(shown).not.toMatch(/<script|href/);
    expect(shown).toContain("<b>大单</b>");
  });

  it("draws none but the markdown that WeCom's clients know", () => {
    const shown = markdownView(
      '# 签单\n<@xiaowang> 签下 <font color="info">10万元</font>\n> 团队 68%\n- 一行',
      () => "小王",
    ).text;
    expect(shown).toContain('<p class="h h1">签单</p>');
    expect(shown).toContain('<span class="at">@小王</span> 签下 <span class="font-info">10万元</span>');
    expect(shown).toContain("<blockquote>团队 68%</blockquote><p>- 一行</p>");
  });
});

describe("the control API", () => {
  it("gives other processes login codes, messages, faults and the journal", async () => {
    const { client, raw, simulator } = await givenWecom();
    const { code } = await control(simulator.baseUrl, "login-codes", { userid: "wangfang" });
    expect(await client.jscode2session(String(code))).toEqual({ memberId: "wangfang" });
    const oauth = await control(simulator.baseUrl, "oauth-codes", { userid: null });
    expect(await client.userOfOauthCode(String(oauth.code))).toEqual({ memberId: null });
    await control(simulator.baseUrl, "fail-next", { path: "agent/get", errcode: -1 });
    expect((await raw("agent/get", { query: "agentid=1000002" })).errcode).toBe(-1);
    await client.sendToMember(textTo("wangfang", "早"));
    expect(await control(simulator.baseUrl, "members/wangfang")).toMatchObject({ sentences: ["早"], unreadCount: 1 });
    expect((await control(simulator.baseUrl, "journal")).entries).toHaveLength(simulator.journal.length);
  });

  it("says what is wrong with a request", async () => {
    const { simulator } = await givenWecom();
    expect(await control(simulator.baseUrl, "login-codes", { userid: "nobody" })).toEqual({
      error: "no member nobody in the simulator's world",
    });
    expect((await control(simulator.baseUrl, "fail-next", { path: "x", cut: "sideways" })).error).toContain("cut");
  });

  it("takes JSON only, which a foreign web page cannot send", async () => {
    const { simulator } = await givenWecom();
    const answer = await fetch(`${simulator.baseUrl}/_control/reset`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(415);
  });
});

describe("a web page that somebody has open elsewhere", () => {
  const json = "application/json";
  const ask = (baseUrl: string, path: string, headers: Record<string, string>, body?: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(baseUrl);
      // Not fetch, which sends no other Host than that of the address.
      const options = { port, path, host: "127.0.0.1", method: body === undefined ? "GET" : "POST", headers };
      request(options, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on("error", reject)
        .end(body);
    });

  it.each<[string, Record<string, string>]>([
    ["plain text that names JSON", { "content-type": "text/plain; a=application/json" }],
    ["a form that names JSON", { "content-type": "application/x-www-form-urlencoded; application/json" }],
    ["text of a type that begins like it", { "content-type": "application/jsonp" }],
    ["no type", {}],
    ["JSON from another site", { "content-type": json, origin: "https://evil.example" }],
    ["JSON from another port of this machine", { "content-type": json, origin: "http://localhost:3000" }],
    ["JSON from a page that hides where it is", { "content-type": json, origin: "null" }],
    ["JSON that the browser marks as foreign", { "content-type": json, "sec-fetch-site": "cross-site" }],
    ["JSON that the browser marks as a neighbour's", { "content-type": json, "sec-fetch-site": "same-site" }],
    ["JSON under a name that its owner lets point here", { "content-type": json, host: "evil.example" }],
    ["JSON under a name that looks like ours", { "content-type": json, host: "localhost.evil.example:3001" }],
    ["JSON under an address that looks like ours", { "content-type": json, host: "127.0.0.1.evil.example" }],
  ])("changes nothing with %s", async (_what, headers) => {
    const { client, simulator } = await givenWecom();
    await client.sendToMember(textTo("xiaowang", "恭喜"));
    expect([403, 415]).toContain(await ask(simulator.baseUrl, "/_control/reset", headers, "{}"));
    expect([403, 415]).toContain(await ask(simulator.baseUrl, "/_control/clock", headers, '{"speed":60}'));
    expect(simulator.member("xiaowang").sentences).toEqual(["恭喜"]);
  });

  it.each<[string, string, Record<string, string>]>([
    ["the phones", "/", { host: "evil.example" }],
    ["what has changed on them", "/_page/changes", { host: "evil.example:3001" }],
    [
      "what has changed on them, as a script",
      "/_page/changes",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" },
    ],
    ["a person's messages", "/_control/members/xiaowang", { origin: "https://evil.example" }],
    ["the secrets of the apps", "/_control/world", { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" }],
    [
      "the secrets in a frame",
      "/_control/world",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
    ],
    ["an access token", "/cgi-bin/gettoken?corpid=x&corpsecret=y", { origin: "https://evil.example" }],
    [
      "the phones in a frame",
      "/",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
    ],
  ])("does not read %s", async (_what, path, headers) => {
    const { simulator } = await givenWecom();
    expect(await ask(simulator.baseUrl, path, headers)).toBe(403);
  });

  it("may lead a person here, as a login does", async () => {
    const { simulator } = await givenWecom();
    const led = { "sec-fetch-site": "same-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    expect(await ask(simulator.baseUrl, "/", led)).toBe(200);
    expect(await ask(simulator.baseUrl, "/connect/oauth2/authorize", led)).toBe(200);
  });

  it("does not hold ours inside of itself", async () => {
    const { simulator } = await givenWecom();
    expect((await fetch(simulator.baseUrl)).headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
  });

  it("is told from our own, which may do all", async () => {
    const { simulator } = await givenWecom();
    const { host } = new URL(simulator.baseUrl);
    const own = { "content-type": "application/json; charset=utf-8", origin: `http://${host}`, host };
    expect(await ask(simulator.baseUrl, "/_control/reset", { ...own, "sec-fetch-site": "same-origin" }, "{}")).toBe(
      200,
    );
    for (const name of ["localhost:3001", "[::1]:3001", "xiaowang.localhost"]) {
      expect(await ask(simulator.baseUrl, "/", { host: name })).toBe(200);
    }
  });
});

it("shows on the phones the product's clock, which it moves", async () => {
  let now = "2026-03-26T09:00:00+08:00";
  const asked: string[] = [];
  const product = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      asked.push(`${request.method} ${request.url} ${body}`);
      if (body !== "") now = (JSON.parse(body) as { now: string }).now;
      response.end(JSON.stringify({ now, speed: 0 }));
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => product.once("listening", resolve));
  try {
    // A listening TCP server has an address with a port.
    const { port } = product.address() as AddressInfo;
    const { client, simulator } = await givenWecom({ productUrl: `http://127.0.0.1:${port}` });
    const evening = { now: "2026-03-26T18:40:00+08:00" };
    await control(simulator.baseUrl, "clock", evening);
    expect(asked).toContain(`POST /api/v1/demo/clock ${JSON.stringify(evening)}`);
    await client.sendToMember(textTo("xiaowang", "今天销售额增加了2万元"));
    expect(simulator.member("xiaowang").messages).toMatchObject([{ shownAt: "2026-03-26T10:40:00.000Z" }]);
    const page = await (await fetch(simulator.baseUrl)).text();
    expect(page).toContain(`href="http://xiaowang.localhost:${port}"`);
    expect(page).toContain('<p class="notice">3月26日 18:40</p>');
  } finally {
    await new Promise((resolve) => product.close(resolve));
  }
});
