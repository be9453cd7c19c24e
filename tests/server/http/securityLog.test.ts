import type { TestApp } from "../../support/startTestApp";
import { rep, startApp } from "./givenApp";

let app: TestApp;
let lines: Record<string, unknown>[];
const start = async (settings: Record<string, string> = {}) => {
  lines = [];
  app = await startApp({ settings: { TRUST_PROXY: "1", ...settings }, onLog: (line) => lines.push(line) });
};
const from = { "x-forwarded-for": "203.0.113.9" };
const refusals = () => lines.filter((line) => line.code !== undefined);

const warn = 40;
const info = 30;

describe("who watches over the company reads in the log", () => {
  it("a login that failed, with its code and from where", async () => {
    await start();
    await app.api.send("auth.loginWeapp", { body: { code: "USED-CODE-7F3A" }, headers: from });
    expect(refusals()).toMatchObject([
      { level: warn, security: "login failed", code: "login.codeInvalid", address: "203.0.113.9" },
    ]);
    expect(JSON.stringify(lines)).not.toContain("USED-CODE-7F3A");
  });

  it("a token that is not good, and one that an API key never was", async () => {
    await start();
    const send = (token: string) => app.api.send("me.read", { headers: { ...from, authorization: `Bearer ${token}` } });
    await send("x".repeat(43));
    await send(`xlk_${"x".repeat(43)}`);
    expect(refusals()).toMatchObject([
      { level: info, security: "token refused", code: "session.ended", address: "203.0.113.9" },
      { level: warn, security: "token refused", code: "apiKey.unknown" },
    ]);
    expect(JSON.stringify(lines)).not.toContain("x".repeat(43));
  });

  it("a write from another site, with the member whose cookie it used", async () => {
    await start();
    const cookie = `xl_session=${await app.tokenOf(rep.memberId)}`;
    const body = { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a01", revision: 1, language: "en" };
    await app.api.send("me.setLanguage", { body, headers: { ...from, cookie, origin: "https://evil.example" } });
    expect(refusals()).toMatchObject([
      { level: warn, security: "origin refused", actor: rep.memberId, address: "203.0.113.9" },
    ]);
  });

  it("what somebody may not see, and who it was", async () => {
    await start();
    const team = { params: { unitId: "u4", period: "2026-03" }, headers: from };
    await app.api.as(rep.memberId).send("teams.read", team);
    expect(refusals()).toMatchObject([
      { level: info, security: "forbidden", code: "right.missing", actor: rep.memberId, address: "203.0.113.9" },
    ]);
  });

  it("a limit that was hit: once loudly, then quietly", async () => {
    await start({ RATE_MEMBER_PER_MINUTE: "1" });
    for (let n = 0; n < 4; n += 1) await app.api.as(rep.memberId).send("me.read", { headers: from });
    expect(refusals().map(({ level, code }) => [level, code])).toEqual([
      [warn, "rate.limited"],
      [20, "rate.limited"],
      [20, "rate.limited"],
    ]);
    expect(refusals()[0]).toMatchObject({ security: "limit hit", actor: rep.memberId });
  });

  const six = { "x-forwarded-for": "2001:db8:1:2:aaaa:bbbb:cccc:dddd" };

  it("of an IPv6 address the network alone", async () => {
    await start();
    await app.api.send("auth.loginWeapp", { body: { code: "BAD" }, headers: six });
    expect(refusals()).toMatchObject([{ address: "2001:db8:1:2::/64" }]);
    expect(JSON.stringify(lines)).not.toContain("aaaa");
  });

  it("no address beside what succeeded or was merely wrong", async () => {
    await start();
    await app.api.as(rep.memberId).send("me.read", { headers: six });
    await app.api.as(rep.memberId).send("sales.list", { headers: six, query: { view: "nothing" } });
    expect(refusals()).toMatchObject([
      { level: info, code: "input.invalid", actor: rep.memberId, msg: "request refused" },
    ]);
    expect(lines.filter((line) => line.address !== undefined)).toEqual([]);
  });
});
