import { DemoClock } from "../../../server/features/demo";
import type { TestApp } from "../../support/startTestApp";
import { rep, startApp } from "./givenApp";

let app: TestApp;
beforeEach(async () => {
  app = await startApp({ settings: { DEMO: "1" } });
});

const set = (body: { now?: string; speed?: number }) => app.api.call("demo.setClock", {}, body);
const read = async () => new Date((await app.api.call("demo.readClock")).now).toISOString();

describe("the demo's clock", () => {
  it("is real time until somebody sets it", async () => {
    const clock = await app.api.call("demo.readClock");
    expect(clock.speed).toBe(1);
    expect(Math.abs(new Date(clock.now).getTime() - Date.now())).toBeLessThan(5_000);
  });

  it("is what every answer says, where it was put", async () => {
    await set({ now: "2026-03-26T09:00:00+08:00", speed: 0 });
    app.passRealTime({ hours: 2 });
    expect(await read()).toBe("2026-03-26T01:00:00.000Z");
    expect((await app.me(rep.memberId)).serverNow).toBe("2026-03-26T01:00:00.000Z");
  });

  it("runs as fast as it is told, from where it is", async () => {
    await set({ now: "2026-03-26T09:00:00+08:00", speed: 0 });
    await set({ speed: 60 });
    app.passRealTime({ seconds: 60 });
    expect((await read()).slice(0, 16)).toBe("2026-03-26T02:00");
  });

  it("is one for all processes, also after a restart", async () => {
    await set({ now: "2026-03-27T09:00:00+08:00", speed: 0 });
    const other = new DemoClock(app.deps.realNow);
    await other.refresh();
    expect(other.now().toISOString()).toBe("2026-03-27T01:00:00.000Z");
    expect(other.isSet).toBe(true);
  });

  it.each([
    ["a page that somebody has open", { origin: "http://evil.example" }],
    ["a page that hides where it is", { "sec-fetch-site": "cross-site" }],
    ["another machine, through a proxy", { "x-forwarded-for": "203.0.113.9" }],
  ])("is not moved by %s", async (_who, headers: Record<string, string>) => {
    await set({ now: "2026-03-26T09:00:00+08:00", speed: 0 });
    const refused = await app.api.send("demo.setClock", { body: { speed: 1 }, headers });
    expect(refused.body).toMatchObject({ status: 403, code: "right.missing" });
    expect((await app.api.call("demo.readClock")).speed).toBe(0);
  });

  it("is not there where there is no demo", async () => {
    const real = await startApp();
    const answer = await real.api.send("demo.setClock", { body: { speed: 60 } });
    expect(answer.body).toMatchObject({ status: 404, code: "route.unknown" });
  });
});
