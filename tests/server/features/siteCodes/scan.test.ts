import { auditInsert } from "../../../../server/audit";
import { erasePositions } from "../../../../server/features/checkIns";
import { siteCodeMark } from "@shared/domain/siteCode";
import { sha256 } from "@shared/domain/sha256";
import {
  checkInBody,
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenSiteCode,
  givenTeam,
  type Person,
  prepare,
  withoutPin,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{ name: "小王" }] });
  const [rep] = reps;
  await givenConsent(company, rep);
  const [customer, another] = [
    await givenCustomer(company, { owner: rep }),
    await givenCustomer(company, { owner: rep }),
  ];
  return { manager, rep, customer, another };
});

let company: Company;
let manager: Person;
let rep: Person;
let customer: Customer;
let another: Customer;
let code: string;
beforeEach(async () => {
  ({ company, manager, rep, customer, another } = await start());
  code = await givenSiteCode(company, customer, manager);
});

type Given = Parameters<typeof checkInBody>[2] & { accuracyM?: number; kind?: "live" | "cached" };

function bodyOf({ accuracyM = 18, kind = "live", ...more }: Given = {}, at = customer) {
  const body = checkInBody(company, at, more);
  return { qrCode: code, ...body, fix: body.fix && { ...body.fix, accuracyM, kind } };
}
const tap = async (given: Given = {}, at = customer) =>
  (await company.as(rep).call("checkIns.create", undefined, bodyOf(given, at))).checkIn;

describe("the client's code, scanned at the tap", () => {
  it.each<[string, Given]>([
    ["without a position", { fix: null }],
    ["with a blurred position", { accuracyM: 3_000 }],
    ["with an old position of somewhere else", { northM: 5_000, kind: "cached" }],
  ])("makes a check-in %s count with doubt", async (_, given) => {
    expect(await tap(given)).toMatchObject({ verdict: "doubtful", qrFinding: "here" });
  });

  it("makes one at a place without a pin count with doubt", async () => {
    await withoutPin(company, customer);
    company.app.passRealTime({ seconds: 6 });
    expect(await tap({ accuracyM: 90 })).toMatchObject({ verdict: "doubtful", qrFinding: "here" });
  });

  it.each<[string, Given, string]>([
    ["no better where a clear position says elsewhere", { northM: 2_400 }, "outside"],
    ["no worse at the door", { northM: 10 }, "inside"],
    ["no worse at the edge", { northM: 215 }, "doubtful"],
  ])("makes one %s", async (_, given, verdict) => {
    expect(await tap(given)).toMatchObject({ verdict, qrFinding: "here" });
  });

  it("is seen by the leader who decides", async () => {
    const { checkInId } = await tap({ fix: null });
    const { review } = await company.as(manager).call("reviews.read", { checkInId });
    expect(review).toMatchObject({ qrFinding: "here", doubts: ["noFix"] });
  });

  it("makes good one of the day that nobody could verify", async () => {
    const { qrCode: _, ...without } = bodyOf({ fix: null });
    const first = (await company.as(rep).call("checkIns.create", undefined, without)).checkIn;
    expect(first.verdict).toBe("unverified");
    const second = await tap({ fix: null });
    await company.workAll();
    const { items } = await company.as(rep).call("checkIns.mine", { on: first.on });
    expect(items.find(({ checkInId }) => checkInId === first.checkInId)).toMatchObject({
      mendedById: second.checkInId,
    });
  });

  it("is one check-in, however often it arrives", async () => {
    const body = bodyOf({ fix: null });
    const send = () => company.as(rep).call("checkIns.create", undefined, body);
    const answers = [...(await Promise.all([send(), send()])), await send()];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await stored("checkIns")).toHaveLength(1);
  });

  it("counts by the time of the tap, where the tap arrives after another code was made", async () => {
    const body = bodyOf({ fix: null });
    company.app.clock.advance({ minutes: 30 });
    await givenSiteCode(company, customer, manager);
    const { checkIn } = await company.as(rep).call("checkIns.create", undefined, body);
    expect(checkIn).toMatchObject({ verdict: "doubtful", qrFinding: "here" });
  });
});

describe("a code that proves nothing", () => {
  it("is one that another has replaced", async () => {
    company.app.clock.advance({ minutes: 1 });
    await givenSiteCode(company, customer, manager);
    company.app.clock.advance({ minutes: 1 });
    expect(await tap({ fix: null })).toMatchObject({ verdict: "unverified", qrFinding: "replaced" });
  });

  it("is another client's", async () => {
    expect(await tap({ fix: null }, another)).toMatchObject({ verdict: "unverified", qrFinding: "elsewhere" });
  });

  it("is one that nobody has made", async () => {
    code = `XL1:${"A".repeat(43)}`;
    expect(await tap({ fix: null })).toMatchObject({ verdict: "unverified", qrFinding: "unknown" });
  });

  it("makes no check-in worse", async () => {
    expect(await tap({ northM: 10 }, another)).toMatchObject({ verdict: "inside", qrFinding: "elsewhere" });
  });
});

describe("what phones know of codes", () => {
  const marks = async () =>
    (await company.as(rep).call("customers.mine", {})).items.map(({ sites }) => sites[0]?.codeMarks ?? []);

  it("is the beginning of the hash of those that count", async () => {
    expect((await marks()).flat()).toEqual([siteCodeMark(sha256(code))]);
    const next = await givenSiteCode(company, customer, manager);
    expect((await marks()).flat()).toEqual([siteCodeMark(sha256(next))]);
  });
});

describe("what is kept of a scanned code", () => {
  it("is what its person takes out of what is kept about them", async () => {
    await tap({ fix: null });
    const { checkIns } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    expect(checkIns[0]?.qrCode).toEqual({ finding: "here", mark: siteCodeMark(sha256(code)) });
  });

  it("goes with positions after 90 days, and what was found of it stays", async () => {
    await tap({ fix: null });
    const { deps } = company.app;
    const slot = { at: new Date("2026-06-25T02:22:00+08:00"), runId: "erase-positions@1" };
    expect(await erasePositions(deps, slot, auditInsert(deps.realNow))).toBe(1);
    expect(await stored("checkIns")).toMatchObject([{ qrHash: null, qrFinding: "here", verdict: "doubtful" }]);
  });

  it("is not what is in it, anywhere", async () => {
    await tap({ fix: null });
    await expect(
      company.as(rep).call("checkIns.create", undefined, { ...bodyOf({ fix: null }), siteId: "gone" }),
    ).rejects.toMatchObject({ code: "customer.unknown" });
    const names = ["checkIns", "checkInReviews", "refusals", "auditEntries", "events", "eventLog", "commands"];
    const all = await Promise.all(names.map((name) => stored(name)));
    expect(JSON.stringify(all)).not.toContain(code.slice(4));
  });
});

describe("where clients are merged", () => {
  it("the code on the other's wall is that of the place which it has become", async () => {
    const scan = await givenSiteCode(company, another);
    const revisionOf = async ({ customerId }: Customer) =>
      (await company.as(company.hr).call("customers.read", { customerId })).customer.revision;
    const merge = {
      ...{ commandId: company.newId(), otherId: another.customerId, reason: "同一家" },
      ...{ revision: await revisionOf(customer), otherRevision: await revisionOf(another) },
    };
    await company.as(manager).call("customers.merge", { customerId: customer.customerId }, merge);
    company.app.clock.advance({ days: 1 });
    code = scan;
    expect(await tap({ fix: null }, another)).toMatchObject({ qrFinding: "here", verdict: "doubtful" });
  });
});
