import { addressGroup, clientAddress, plainAddress } from "../../../server/http/clientAddress";
import { colleague, rep, startApp } from "./givenApp";

const proxy = "10.0.0.2";

describe("where a request comes from", () => {
  it.each<[string, number, string | undefined, string]>([
    ["nobody in front: whoever connects", 0, undefined, proxy],
    ["nobody in front: what the caller writes is not believed", 0, "203.0.113.9", proxy],
    ["one proxy", 1, "203.0.113.9", "203.0.113.9"],
    ["one proxy, and a forged part before what it saw", 1, "198.51.100.1, 203.0.113.9", "203.0.113.9"],
    ["one proxy, and many forged parts", 1, `${"198.51.100.1, ".repeat(500)}203.0.113.9`, "203.0.113.9"],
    ["one proxy, and a forged private address", 1, "127.0.0.1,203.0.113.9", "203.0.113.9"],
    ["two proxies", 2, "203.0.113.9, 10.0.0.1", "203.0.113.9"],
    ["two proxies, and a forged part", 2, "198.51.100.1, 203.0.113.9, 10.0.0.1", "203.0.113.9"],
    ["two proxies, of which the outer one was passed by", 2, "203.0.113.9", "203.0.113.9"],
    ["a proxy that sends no header", 1, undefined, proxy],
    ["a proxy that sends an empty one", 1, "", proxy],
    ["empty parts", 1, "198.51.100.1,, ", proxy],
    ["a part that is no address", 1, "198.51.100.1, unknown", proxy],
    ["a name in place of an address", 1, "evil.example", proxy],
    ["the outer of two does not say: the nearest that does", 2, "198.51.100.1, _hidden, 10.0.0.7", "10.0.0.7"],
    ["a port", 1, "203.0.113.9:51234", "203.0.113.9"],
    ["IPv6", 1, "2001:DB8::1", "2001:db8::1"],
    ["IPv6 with brackets and port", 1, "[2001:db8::1]:443", "2001:db8::1"],
    ["IPv6 in quotes", 1, '"[2001:db8::1]"', "2001:db8::1"],
    ["IPv4 written as IPv6", 1, "::ffff:203.0.113.9", "203.0.113.9"],
    ["an address with a zone", 1, "fe80::1%eth0", "fe80::1"],
    ["numbers that are no address", 1, "999.1.1.1", proxy],
    ["a line break that was let through", 1, "203.0.113.9\r\nX: y", proxy],
  ])("%s", (_what, proxies, forwardedFor, expected) => {
    expect(clientAddress("::ffff:10.0.0.2", forwardedFor, proxies)).toBe(expected);
  });

  it("is unknown where the connection is gone already", () => {
    expect(clientAddress(undefined, undefined, 0)).toBe("unknown");
    expect(plainAddress("")).toBeNull();
  });

  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002:ffff::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("%s is counted and named as %s", (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});

describe("limits by address", () => {
  const guess = { authorization: `Bearer ${"x".repeat(43)}` };
  const limit = { RATE_ADDRESS_PER_MINUTE: "2" };

  it("are not passed by writing another address each time", async () => {
    const app = await startApp({ settings: { ...limit, TRUST_PROXY: "1" } });
    const statuses = [];
    for (const forged of ["1.1.1.1", "2.2.2.2", "3.3.3.3"]) {
      const headers = { ...guess, "x-forwarded-for": `${forged}, 203.0.113.9` };
      statuses.push((await app.api.send("me.read", { headers })).status);
    }
    expect(statuses).toEqual([401, 401, 429]);
    const other = await app.api.send("me.read", { headers: { ...guess, "x-forwarded-for": "203.0.113.10" } });
    expect(other.status).toBe(401);
  });

  it("say once in the log that everybody is one address where a proxy is not counted", async () => {
    const lines: Record<string, unknown>[] = [];
    const app = await startApp({ onLog: (line) => lines.push(line) });
    for (const address of ["203.0.113.9", "203.0.113.10"]) {
      await app.api.send("me.read", { headers: { "x-forwarded-for": address } });
    }
    const warnings = lines.filter((line) => line.setting === "TRUST_PROXY");
    expect(warnings).toMatchObject([{ level: 40, msg: expect.stringContaining("number of proxies") as unknown }]);
  });

  it("of tokens that somebody tries keep nobody from logging in from the same address, nor members from working", async () => {
    const app = await startApp({ settings: limit });
    for (let n = 0; n < 3; n += 1) await app.api.send("me.read", { headers: guess });
    expect((await app.api.send("me.read", { headers: guess })).status).toBe(429);
    const code = app.wecom.issueLoginCode(rep.memberId);
    expect((await app.api.send("auth.loginWeapp", { body: { code } })).status).toBe(200);
    expect((await app.api.as(colleague.memberId).send("me.read")).status).toBe(200);
  });
});
