import mongoose from "mongoose";
import { type Company, givenRep, type Person, prepare } from "../../../support/given";
import type { TestApp, TestAppOptions } from "../../../support/startTestApp";
import { lookAt, stored, storedCounts } from "../../../support/testDatabase";

/** A browser: keeps cookies and follows one redirect at a time. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async open(
    url: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; location: string; response: Response }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie, ...headers } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0\b/.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: response.status, location: response.headers.get("location") ?? "", response };
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }
}

const given = prepare(async (company) => {
  const rep = await givenRep(company);
  return { rep };
});

let company: Company;
let rep: Person;
let app: TestApp;
async function startApp(options: TestAppOptions): Promise<void> {
  ({ company, rep } = await given(options));
  ({ app } = company);
}
beforeEach(async () => {
  await startApp({ settings: { DEMO: "1" } });
});

const start = (browser: Browser, query = "") => browser.open(`${app.baseUrl}/api/v1/auth/oauth${query}`);
const stateIn = (location: string) => new URL(location).searchParams.get("state") ?? "";
const back = (state: string, memberId = rep.memberId) =>
  `${app.baseUrl}/api/v1/auth/oauth/return?code=${app.wecom.issueOauthCode(memberId)}&state=${state}`;

describe("logging in in a browser", () => {
  it("goes to WeCom's authorize page and comes back signed in", async () => {
    const browser = new Browser();
    const away = await start(browser, "?returnTo=/pages/tabs/home/index");
    expect(away.status).toBe(302);
    const address = new URL(away.location);
    expect(address.pathname).toBe("/connect/oauth2/authorize");
    const redirectUri = address.searchParams.get("redirect_uri") ?? "";
    expect(redirectUri).toBe(`${app.baseUrl}/api/v1/auth/oauth/return?returnTo=%2Fpages%2Ftabs%2Fhome%2Findex`);

    const code = app.wecom.issueOauthCode(rep.memberId);
    const home = await browser.open(`${redirectUri}&code=${code}&state=${stateIn(away.location)}`);
    expect(home.location).toBe("/#/pages/auth/enter/index?returnTo=%2Fpages%2Ftabs%2Fhome%2Findex");
    const me = await browser.open(`${app.baseUrl}/api/v1/me`);
    expect(await me.response.json()).toMatchObject({ member: { memberId: rep.memberId } });
  });

  it("is on one device each time, whoever logs in in that browser", async () => {
    const browser = new Browser();
    const agent = { "user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/124.0 Safari/537.36" };
    for (let time = 0; time < 2; time += 1) await browser.open(back(stateIn((await start(browser)).location)), agent);
    expect(await stored("devices")).toMatchObject([{ memberId: rep.memberId, via: "h5", name: "Chrome · Windows" }]);
    expect(JSON.stringify(await stored("devices"))).not.toContain(String(browser.cookie("xl_device")));
  });

  it("keeps the session where scripts and other sites cannot get at it", async () => {
    const browser = new Browser();
    const { response } = await browser.open(back(stateIn((await start(browser)).location)));
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith("xl_session="));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/); // this test's address is plain http
  });

  it("marks its cookies for https only where people come by https", async () => {
    await startApp({ settings: { PUBLIC_URL: "https://xiaoli.example.com" } });
    const { response } = await new Browser().open(`${app.baseUrl}/api/v1/auth/oauth`);
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-xl_login=.*; Path=\/;.*; Secure$/);
    expect(response.headers.get("strict-transport-security")).toBeTruthy();
  });

  it("refuses a state that another browser began with", async () => {
    const state = stateIn((await start(new Browser())).location);
    const thief = new Browser();
    await start(thief);
    const refused = await thief.open(back(state));
    expect(refused.location).toBe("/#/pages/auth/enter/index?reason=login.stateInvalid");
    expect(thief.cookie("xl_session")).toBeUndefined();
  });

  it("signs in once when the browser opens the address twice", async () => {
    const browser = new Browser();
    const address = back(stateIn((await start(browser)).location));
    const [first, second] = await Promise.all([browser.open(address), browser.open(address)]);
    const reasons = [first.location, second.location].filter((location) => location.includes("reason="));
    expect(reasons).toHaveLength(1);
    expect(await stored("sessions")).toHaveLength(1);
    expect(app.wecom.journal.filter(({ api }) => api === "auth/getuserinfo")).toHaveLength(1);
  });

  it("lets somebody who is signed in go back in the browser", async () => {
    const browser = new Browser();
    const address = back(stateIn((await start(browser)).location));
    await browser.open(address);
    expect((await browser.open(address)).location).toBe("/#/pages/auth/enter/index");
  });

  it("refuses a state after ten minutes", async () => {
    const browser = new Browser();
    const state = stateIn((await start(browser)).location);
    app.passRealTime({ seconds: 601 });
    expect((await browser.open(back(state))).location).toContain("reason=login.stateInvalid");
  });

  describe("that ends without a session leads to the page that says what to do", () => {
    /** Where a browser is sent that comes back from WeCom to this address. */
    const landsAt = async (addressWith: (state: string) => string) => {
      const browser = new Browser();
      const state = stateIn((await start(browser)).location);
      return (await browser.open(addressWith(state))).location;
    };
    const returnTo = "/api/v1/auth/oauth/return";

    it("for somebody from outside of the company", async () => {
      const code = app.wecom.issueOauthCode(null);
      expect(await landsAt((state) => `${app.baseUrl}${returnTo}?code=${code}&state=${state}`)).toBe(
        "/#/pages/auth/enter/index?reason=login.notMember",
      );
    });

    it("for a colleague who is not in the product yet", async () => {
      app.wecom.putMember({ userid: "newcomer", name: "新同事", department: [3] });
      expect(await landsAt((state) => back(state, "newcomer"))).toBe(
        "/#/pages/auth/enter/index?reason=login.notMember",
      );
    });

    it("for somebody who did not agree in WeCom", async () => {
      expect(await landsAt((state) => `${app.baseUrl}${returnTo}?state=${state}`)).toBe(
        "/#/pages/auth/enter/index?reason=login.codeInvalid",
      );
    });
  });

  it("writes nothing to the database before a login comes back", async () => {
    const before = await storedCounts();
    const browser = new Browser();
    for (let n = 0; n < 5; n += 1) await start(browser);
    await start(new Browser(), "?returnTo=/pages/tabs/me/index");
    for (const state of ["", "x".repeat(104), "0".repeat(104), "a".repeat(128)]) {
      await browser.open(`${app.baseUrl}/api/v1/auth/oauth/return?code=X&state=${state}`);
    }
    expect(await storedCounts()).toEqual(before);
    expect(app.wecom.journal.filter(({ api }) => api === "auth/getuserinfo")).toEqual([]);
  });

  it("takes no state that was changed, be it by one letter, its time, or where it leads", async () => {
    const browser = new Browser();
    const state = stateIn((await start(browser, "?returnTo=/pages/tabs/me/index")).location);
    const later = (Math.floor(Date.now() / 1000) + 90_000).toString(16);
    const flipped = (at: number) => state.slice(0, at) + (state[at] === "0" ? "1" : "0") + state.slice(at + 1);
    const returned = "&returnTo=/pages/tabs/me/index";
    const spoilt = [
      `${flipped(0)}${returned}`,
      `${flipped(103)}${returned}`,
      `${state.slice(0, 32)}${later}${state.slice(40)}${returned}`,
      `${state.toUpperCase()}${returned}`,
      `${state}0${returned}`,
      state,
      `${state}&returnTo=/pages/tabs/home/index`,
    ];
    for (const bad of spoilt) {
      expect((await browser.open(back(bad))).location).toContain("reason=login.stateInvalid");
    }
    expect(browser.cookie("xl_session")).toBeUndefined();
    expect((await browser.open(back(`${state}${returned}`))).location).toContain("returnTo=");
  });

  it("counts the logins of one browser, not of the others behind its address", async () => {
    await startApp({ settings: { DEMO: "1", RATE_LOGIN_PER_MINUTE: "3" } });
    const [looping, other] = [new Browser(), new Browser()];
    const places = [];
    for (let n = 0; n < 5; n += 1) places.push((await start(looping)).location);
    // The first one had no cookie yet.
    expect(places.map((location) => location.includes("reason=rate.limited"))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    for (let n = 0; n < 30; n += 1) {
      const colleague = new Browser();
      expect((await colleague.open(back(stateIn((await start(colleague)).location)))).location).not.toContain("reason");
    }
    expect((await start(other)).location).not.toContain("reason");
  });

  it("tells the browser whose login was refused who can help, and no other", async () => {
    const helpers = async (browser: Browser) =>
      (await browser.open(`${app.baseUrl}/api/v1/auth/helpers`)).response.json() as Promise<unknown>;
    app.wecom.putMember({ userid: "newcomer", name: "新同事", department: [3] });
    const colleague = new Browser();
    await colleague.open(back(stateIn((await start(colleague)).location), "newcomer"));
    expect(await helpers(colleague)).toEqual({ administratorNames: [company.hr.name] });
    const nobody = { administratorNames: [] };
    expect(await helpers(new Browser())).toEqual(nobody);
    const stranger = new Browser();
    const state = stateIn((await start(stranger)).location);
    const code = app.wecom.issueOauthCode(null);
    await stranger.open(`${app.baseUrl}/api/v1/auth/oauth/return?code=${code}&state=${state}`);
    expect(await helpers(stranger)).toEqual(nobody);
    const forged = async (value: string) =>
      (await app.api.send("auth.helpers", { headers: { cookie: `xl_refused=${value}` } })).body;
    const own = colleague.cookie("xl_refused") ?? "";
    const far = String(Math.floor(Date.now() / 1000) + 90_000);
    for (const value of ["", "x", `${far}.${"0".repeat(64)}`, own.replace(/^\d+/, far)]) {
      expect(await forged(value)).toEqual(nobody);
    }
    app.passRealTime({ seconds: 601 });
    expect(await helpers(colleague)).toEqual(nobody);
  });

  it("writes a login that failed into the log, with its reason", async () => {
    const lines: Record<string, unknown>[] = [];
    await startApp({ settings: { DEMO: "1" }, onLog: (line) => lines.push(line) });
    await new Browser().open(back("0".repeat(104)));
    expect(lines.filter((line) => line.security !== undefined)).toMatchObject([
      { level: 40, security: "login failed", code: "login.stateInvalid", address: "127.0.0.1" },
    ]);
  });

  it("does not let an address from outside choose where the browser goes afterwards", async () => {
    const answer = await start(new Browser(), `?returnTo=${encodeURIComponent("https://evil.example/")}`);
    expect(answer.status).toBe(400);
  });

  it("sends a desktop browser to the page with the QR code, except in the demo", async () => {
    await startApp({});
    const desktop = await start(new Browser());
    expect(new URL(desktop.location).pathname).toBe("/wwlogin/sso/login");
    const inside = await new Browser().open(`${app.baseUrl}/api/v1/auth/oauth`, { "user-agent": "Mozilla wxwork/4.1" });
    expect(new URL(inside.location).pathname).toBe("/connect/oauth2/authorize");
  });
});

describe("a write by cookie", () => {
  const writeBy = async (headers: Record<string, string>) => {
    const cookie = `xl_session=${await app.tokenOf(rep.memberId)}`;
    const body = { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a01", revision: 1, language: "en" };
    return app.api.send("me.setLanguage", { body, headers: { cookie, ...headers } });
  };

  it("is taken from our own page", async () => {
    expect((await writeBy({ origin: app.baseUrl, "x-requested-with": "xiaoli" })).status).toBe(200);
  });

  it.each([
    ["another site", { origin: "https://evil.example", "x-requested-with": "xiaoli" }],
    ["a form of another site that hides where it is", { origin: "null" }],
    ["something that names no origin", { "x-requested-with": "xiaoli" }],
    [
      "a page of the same name that is not the same origin",
      { origin: "https://127.0.0.1", "x-requested-with": "xiaoli" },
    ],
    ["a site that is named like ours", { origin: "http://127.0.0.1.evil.example", "x-requested-with": "xiaoli" }],
  ])("is refused from %s", async (_who, headers) => {
    const refused = await writeBy(headers);
    expect(refused.body).toMatchObject({ status: 403, code: "origin.refused" });
    expect(await stored("commands")).toEqual([]);
  });

  it.each<[string, () => Record<string, string>]>([
    ["another site", () => ({ origin: "https://evil.example", "x-requested-with": "xiaoli" })],
    ["a form", () => ({ origin: app.baseUrl })],
  ])("does not sign anybody out from %s", async (_who, from) => {
    const cookie = `xl_session=${await app.tokenOf(rep.memberId)}`;
    const refused = await app.api.send("auth.signOut", { body: {}, headers: { cookie, ...from() } });
    expect(refused.body).toMatchObject({ status: 403, code: "origin.refused" });
    expect(refused.headers.get("set-cookie")).toBeNull();
    expect((await app.api.send("me.read", { headers: { cookie } })).status).toBe(200);
  });

  it("is refused without the header that a form cannot send", async () => {
    expect((await writeBy({ origin: app.baseUrl })).body).toMatchObject({ code: "origin.refused" });
  });
});

describe("behind https", () => {
  const https = { PUBLIC_URL: "https://xiaoli.example.com" };
  const me = (cookie: string) => app.api.send("me.read", { headers: { cookie } });
  /** A session as it was stored before cookies had their new name. */
  const makeOld = () =>
    lookAt(() => mongoose.connection.collection("sessions").updateMany({}, { $unset: { hostCookie: "" } }));

  it("a cookie is good only under the name that no neighbour can set", async () => {
    await startApp({ settings: https });
    const token = await app.tokenOf(rep.memberId);
    expect((await me(`__Host-xl_session=${token}`)).status).toBe(200);
    expect((await me(`xl_session=${token}`)).body).toMatchObject({ code: "session.ended" });
  });

  it("a session of before is taken over under the new name, so that nobody is signed out by the update", async () => {
    await startApp({ settings: https });
    const token = await app.tokenOf(rep.memberId);
    await makeOld();
    const answer = await me(`xl_session=${token}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([
      `__Host-xl_session=${token}; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure`,
      "xl_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
    ]);
  });

  it.each(["http://xiaoli.example.com", "https://xiaoli.example.com:8443", "https://www.xiaoli.example.com"])(
    "a write from %s is refused",
    async (origin) => {
      await startApp({ settings: https });
      const headers = {
        cookie: `__Host-xl_session=${await app.tokenOf(rep.memberId)}`,
        origin,
        "x-requested-with": "xiaoli",
      };
      expect((await app.api.send("auth.signOut", { body: {}, headers })).body).toMatchObject({
        code: "origin.refused",
      });
      const own = { ...headers, origin: "https://xiaoli.example.com" };
      const answer = await app.api.send("auth.signOut", { body: {}, headers: own });
      expect(answer.status).toBe(204);
      expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-xl_session=; .*Max-Age=0/);
    },
  );
});
