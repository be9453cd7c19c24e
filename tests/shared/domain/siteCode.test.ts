import { siteCodeFinding, siteCodeHashOf, siteCodeMark, siteCodeText } from "@shared/domain/siteCode";

const secret = "0123456789_-abcdefghijklmnopqrstuvwxyzABCDE";
const at = new Date("2026-03-26T10:00:00+08:00");
const later = (ms: number) => new Date(at.getTime() + ms);

describe("what is in a client's code", () => {
  it("is known by its hash", () => {
    const hash = siteCodeHashOf(siteCodeText(secret));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).not.toBe(siteCodeHashOf(siteCodeText(secret.replace("0", "9"))));
  });

  it.each([
    ["a payment code", "https://qr.alipay.com/bax01234"],
    ["a shorter one", siteCodeText(secret.slice(1))],
    ["a longer one", siteCodeText(`${secret}A`)],
    ["one with something before it", ` ${siteCodeText(secret)}`],
    ["nothing", ""],
  ])("is not in %s", (_, text) => {
    expect(siteCodeHashOf(text)).toBeNull();
  });

  it("cannot be told from what phones know of it", () => {
    const hash = siteCodeHashOf(siteCodeText(secret)) ?? "";
    expect(hash.startsWith(siteCodeMark(hash))).toBe(true);
    expect(siteCodeMark(hash)).toHaveLength(16);
  });
});

describe("a code that was scanned at a place", () => {
  it.each([
    ["that nobody knows", null, "unknown"],
    ["of another place", { isHere: false, endedAt: null }, "elsewhere"],
    ["of another place, replaced", { isHere: false, endedAt: at }, "elsewhere"],
    ["that counts there", { isHere: true, endedAt: null }, "here"],
    ["that is replaced later", { isHere: true, endedAt: later(1) }, "here"],
    ["that is replaced at that moment", { isHere: true, endedAt: at }, "replaced"],
    ["that was replaced before", { isHere: true, endedAt: later(-1) }, "replaced"],
  ] as const)("%s", (_, code, finding) => {
    expect(siteCodeFinding(code, at)).toBe(finding);
  });
});
