import { randomUUID } from "node:crypto";
import { auditInsert } from "../../../../server/audit";
import { CheckInModel } from "../../../../server/features/checkIns/checkInModel";
import { erasePositions } from "../../../../server/features/checkIns";
import {
  checkInBody,
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{ name: "小王" }, { name: "李四" }] });
  const [rep, colleague] = reps;
  for (const person of reps) await givenConsent(company, person);
  const customer = await givenCustomer(company, { owner: rep, coServedBy: [colleague] });
  const another = await givenCustomer(company, { owner: rep, coServedBy: [colleague] });
  return { manager, rep, colleague, customer, another };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let customer: Customer;
let another: Customer;
beforeEach(async () => {
  ({ company, manager, rep, colleague, customer, another } = await start());
});

const wifi = { ssid: "海岳机械-办公", bssid: "ac:84:c6:01:02:03" };
type More = Parameters<typeof checkInBody>[2];
const tap = async (person: Person, more: More = {}, at: Customer = customer) =>
  (await company.as(person).call("checkIns.create", undefined, checkInBody(company, at, { wifi, ...more }))).checkIn;
const later = () => company.app.clock.advance({ minutes: 20 });
/** Two people, inside with a position that is not so clear. */
const shown = async (more: More = {}, at: Customer = customer) => {
  await tap(rep, more, at);
  await tap(colleague, more, at);
  later();
};
const basement = { fix: null };
/** At the client, and exact to 260 m. */
const poor = (): More => {
  const { fix } = checkInBody(company, customer);
  return { fix: fix && { ...fix, accuracyM: 260 } };
};
const keptWifi = async (): Promise<unknown[]> => (await stored("checkIns")).map((one) => one.wifi as unknown);

describe("a check-in without a position", () => {
  it("counts with doubt on a network that two people have shown to be there", async () => {
    await shown();
    const checkIn = await tap(rep, basement);
    expect(checkIn).toMatchObject({ verdict: "doubtful", wifiFinding: "known", distanceM: null });
    expect(checkIn.repeatedOnDay ?? null).toBeNull();
  });

  it("counts so as well at a client where thousands of check-ins of other years are", async () => {
    const { checkInId } = await tap(rep, { wifi: undefined });
    const [one] = await stored("checkIns", { _id: checkInId });
    // As old ones with a record of theirs, they come before those that are looked for.
    const soon = new Date(company.app.clock.now().getTime() + 3_600_000);
    const ofOtherYears = Array.from({ length: 2_100 }, (_, n) => {
      const { wifi: _none, ...rest } = one as Record<string, unknown>;
      return {
        ...rest,
        _id: `a-old-${n}`,
        commandId: `old-${n}`,
        repDay: `old:${n}`,
        evidenceKept: false,
        checkedInAt: soon,
      };
    });
    await lookAt(() => CheckInModel.collection.insertMany(ofOtherYears as never));
    later();
    await shown();
    expect(await tap(rep, basement)).toMatchObject({ verdict: "doubtful", wifiFinding: "known" });
  });

  it("is put before the leader, who reads that the network is known there", async () => {
    await tap(colleague);
    company.app.clock.advance({ days: 1 });
    await tap(rep);
    company.app.clock.advance({ days: 1 });
    const { checkInId } = await tap(rep, basement);
    const { review } = await company.as(manager).call("reviews.read", { checkInId });
    expect(review).toMatchObject({ verdict: "doubtful", wifiFinding: "known", doubts: ["noFix"] });
  });

  it("counts with doubt on a network that one person has shown on three days", async () => {
    for (let day = 0; day < 3; day += 1) {
      await tap(rep);
      company.app.clock.advance({ days: 1 });
    }
    expect((await tap(rep, basement)).verdict).toBe("doubtful");
  });

  it("is not verified on a network that one person has shown on two days", async () => {
    for (let day = 0; day < 2; day += 1) {
      await tap(rep);
      company.app.clock.advance({ days: 1 });
    }
    expect(await tap(rep, basement)).toMatchObject({ verdict: "unverified", wifiFinding: "unknown" });
  });

  it("is not verified on a network that is known elsewhere", async () => {
    await shown({}, another);
    expect(await tap(rep, basement)).toMatchObject({ verdict: "unverified", wifiFinding: "unknown" });
  });

  it("is not verified on a network that was only seen without a position", async () => {
    await shown(basement);
    expect((await tap(rep, basement)).verdict).toBe("unverified");
  });

  it.each([
    ["made up by a phone", { ssid: null, bssid: "5e:84:c6:01:02:03" }],
    ["of a phone", { ssid: "小王的iPhone", bssid: "ac:84:c6:01:02:03" }],
  ])("is not verified on a network that is %s, of which nothing is kept", async (_what, other) => {
    await shown({ wifi: other });
    expect(await tap(rep, { ...basement, wifi: other })).toMatchObject({ verdict: "unverified", wifiFinding: null });
    expect(await keptWifi()).toEqual([null, null, null]);
  });

  it("is not verified on a network that somebody carries about", async () => {
    await shown();
    await tap(rep, {}, another);
    later();
    expect(await tap(rep, basement)).toMatchObject({ verdict: "unverified", wifiFinding: "unknown" });
  });

  it("is not verified by check-ins that somebody has rejected", async () => {
    const taps = [await tap(rep, poor()), await tap(colleague, poor())];
    for (const { checkInId } of taps) {
      const body = { commandId: randomUUID(), revision: 1, accepted: false, reason: "问过客户了" };
      await company.as(manager).call("reviews.decide", { checkInId }, body);
    }
    later();
    expect((await tap(rep, basement)).verdict).toBe("unverified");
  });

  it("counts with doubt by poor check-ins there that somebody has accepted", async () => {
    const taps = [await tap(rep, poor()), await tap(colleague, poor())];
    for (const { checkInId } of taps) {
      const body = { commandId: randomUUID(), revision: 1, accepted: true, reason: "问过客户了" };
      await company.as(manager).call("reviews.decide", { checkInId }, body);
    }
    later();
    expect((await tap(rep, basement)).verdict).toBe("doubtful");
  });
});

describe("a known network", () => {
  it("does not stand against a clear position elsewhere", async () => {
    await shown();
    expect(await tap(rep, { northM: 2_000 })).toMatchObject({ verdict: "outside", wifiFinding: "known" });
  });

  it("makes no check-in worse that counts by its position", async () => {
    await shown();
    expect(await tap(rep)).toMatchObject({ verdict: "inside", wifiFinding: null });
  });

  it("is erased with the positions, and known no more", async () => {
    await shown();
    const { deps } = company.app;
    company.app.clock.advance({ days: deps.settings.POSITION_KEPT_DAYS + 2 });
    await erasePositions(deps, { at: deps.clock.now(), runId: "run" }, auditInsert(deps.realNow));
    expect(await keptWifi()).toEqual([null, null]);
    expect((await tap(rep, basement)).verdict).toBe("unverified");
  });

  it("is in the export of who was there", async () => {
    await tap(rep);
    const { checkIns } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    expect(checkIns[0]?.wifi).toEqual(wifi);
  });
});
