import { readFileSync } from "node:fs";
import { readSettings, settingNames, SettingsError } from "../../../config/env";

const good = {
  MONGODB_URI: "mongodb://127.0.0.1:27017/?replicaSet=rs0",
  WECOM_CORP_ID: "ww1",
  WECOM_AGENT_ID: "1000002",
  WECOM_APP_SECRET: "geheim",
};
/** 32 bytes, among them the word that no message may repeat. */
const key = `geheim${"A".repeat(37)}=`;
const inProduction = { ...good, NODE_ENV: "production", FIELD_KEYS: `k1:${key}`, PRIVACY_CONTACT: "020-0000" };
const messageOf = (given: Record<string, string>): string => {
  try {
    readSettings(given);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return "";
};

describe("settings", () => {
  it("have what a small company needs as defaults", () => {
    expect(readSettings(good)).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      PUBLIC_URL: "http://localhost:3000",
      DEMO: false,
    });
  });

  it("take an empty line for not set", () => {
    expect(readSettings({ ...good, FAILPOINT: "", PORT: "" }).PORT).toBe(3000);
  });

  it("name every one that is wrong at once, with what is expected, in one sentence", () => {
    expect(messageOf({ ...good, PORT: "99999", ROLES: "web", WECOM_APP_SECRET: "" })).toBe(
      "Wrong settings: ROLES (expected: some of http, worker, cron, separated by commas); " +
        "PORT (expected: a whole number from 0 to 65535); " +
        "WECOM_APP_SECRET (expected: the app's secret from WeCom's admin console). " +
        "Each is described in config/env.example.",
    );
  });

  it.each([
    ["MONGODB_URI", "postgres://user:geheim@db"],
    ["MONGODB_URI", "geheim"],
    ["WECOM_ROBOTS", '{"u3": geheim}'],
    ["WECOM_ROBOTS", '["geheim"]'],
    ["PUBLIC_URL", "geheim.example.com"],
    ["PORT", "geheim"],
    ["PORT", "80.5"],
    ["DEMO", "yes, geheim"],
    ["WECOM_AGENT_ID", "-1geheim"],
    ["FAILPOINT", "geheim;rm"],
    ["LOG_LEVEL", "geheim"],
    ["FIELD_KEYS", "k1:geheim"],
    ["FIELD_KEYS", `k1:${key},k1:${key}`],
  ])("never repeat what was given for %s", (name, value) => {
    const message = messageOf({ ...good, [name]: value });
    expect(message).toContain(`${name} (expected: `);
    expect(message).not.toContain("geheim");
  });

  it("refuse in production what belongs to the demo and to tests", () => {
    const message = messageOf({ ...good, NODE_ENV: "production", DEMO: "1", FAILPOINT: "outbox.afterSend" });
    expect(message).toMatch(/DEMO \(expected: 0 in production/);
    expect(message).toMatch(/FAILPOINT \(expected: nothing in production/);
    expect(message).toMatch(/FIELD_KEYS \(expected: a key for phone numbers/);
    expect(message).toMatch(/PRIVACY_CONTACT \(expected: how people reach whoever is responsible/);
    expect(message).toMatch(/PUBLIC_URL \(expected: the address that people open/);
  });

  it.each(["http://xiaoli.example.com", "http://localhost:3000", "http://10.0.0.5"])(
    "refuse %s as the address of production",
    (PUBLIC_URL) => {
      const message = messageOf({ ...good, NODE_ENV: "production", PUBLIC_URL });
      expect(message).toMatch(
        /PUBLIC_URL \(expected: .*https:\/\/… in production: give the proxy in front a certificate/,
      );
      expect(readSettings({ ...good, PUBLIC_URL })).toMatchObject({ PUBLIC_URL });
    },
  );

  it("take https in production", () => {
    const given = { ...inProduction, PUBLIC_URL: "https://xiaoli.example.com/" };
    expect(readSettings(given).PUBLIC_URL).toBe("https://xiaoli.example.com");
  });

  it("take a number of proxies, of which 0 and 1 mean what they always meant", () => {
    expect(["0", "1", "2"].map((TRUST_PROXY) => readSettings({ ...good, TRUST_PROXY }).TRUST_PROXY)).toEqual([0, 1, 2]);
    for (const TRUST_PROXY of ["true", "-1", "1.5", "11"]) {
      expect(messageOf({ ...good, TRUST_PROXY })).toContain("TRUST_PROXY (expected: a whole number from 0 to 10)");
    }
  });

  it("show nothing of the product in production unless asked", () => {
    const production = { ...inProduction, PUBLIC_URL: "https://xiaoli.example.com" };
    const closed = { SHOW_METRICS: false, SHOW_OPENAPI: false, SHOW_DOCS: false };
    expect(readSettings(production)).toMatchObject(closed);
    expect(readSettings({ ...production, SHOW_DOCS: "1" })).toMatchObject({ ...closed, SHOW_DOCS: true });
  });

  it("show all of the product outside production", () => {
    expect(readSettings(good)).toMatchObject({ SHOW_METRICS: true, SHOW_OPENAPI: true, SHOW_DOCS: true });
  });

  it("are each described in config/env.example, which names no others", () => {
    const example = readFileSync("config/env.example", "utf8");
    const named = [...example.matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...settingNames].sort());
  });
});
