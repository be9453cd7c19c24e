import type { CheckInView } from "@shared/contracts";
import { lookForSignals } from "../../../../server/features/trust";
import { checkInBody, givenPhoto, givenSiteCode, visitBody, withoutPin } from "../../../support/given";
import { holdNextTransaction } from "../../../support/heldTransaction";
import { putStored, stored } from "../../../support/testDatabase";
import { givenReviewed } from "../reviews/givenReviewed";

const { at, afterDays } = givenReviewed();

const look = () => lookForSignals(at.company.app.deps, { at: at.company.app.clock.now() });
const passed = (time: { days?: number; hours?: number; minutes?: number }) => at.company.app.clock.advance(time);

async function tap(more: Parameters<typeof checkInBody>[2] = {}): Promise<CheckInView> {
  const body = checkInBody(at.company, at.customer, more);
  return (await at.company.as(at.rep).call("checkIns.create", undefined, body)).checkIn;
}

/** As its rep reads it. */
async function mine({ checkInId, on }: CheckInView): Promise<CheckInView> {
  const { items } = await at.company.as(at.rep).call("checkIns.mine", { on });
  const found = items.find((one) => one.checkInId === checkInId);
  if (!found) throw new Error("no such check-in");
  return found;
}

/** 300 km within five minutes, the second one at the client. */
async function impossible(northM = 50): Promise<CheckInView> {
  await tap({ northM: 300_000 });
  passed({ minutes: 5 });
  return tap({ northM });
}

const answer = (checkIn: CheckInView, text = "上一次是在高铁上误点的", more: object = {}) =>
  at.company.as(at.rep).call(
    "checkIns.answer",
    { checkInId: checkIn.checkInId },
    {
      ...{ commandId: at.company.newId(), revision: checkIn.signals?.revision ?? 0, text },
      ...more,
    },
  );
const review = ({ checkInId }: CheckInView) => at.company.as(at.manager).call("reviews.read", { checkInId });
const isOpen = async ({ checkInId }: CheckInView) => (await stored("checkInReviews", { _id: checkInId })).length === 1;
const told = async (kind: string) => {
  await at.company.workAll();
  return stored("notices", { kind });
};

describe("signals of a check-in", () => {
  it("are looked for after it is stored, and change nothing of how it was judged", async () => {
    const checkIn = await impossible();
    expect(checkIn).toMatchObject({ verdict: "inside", signals: null });
    await look();
    expect(await mine(checkIn)).toMatchObject({
      verdict: "inside",
      review: null,
      signals: { score: 3, askedFrom: 3, mayAnswer: true, items: [{ kind: "impossibleSpeed", apart: { minutes: 5 } }] },
    });
  });

  it("are looked for also where another check-in, due before, cannot be looked at", async () => {
    const broken = await tap();
    const [document] = await stored("checkIns", { _id: broken.checkInId });
    await putStored("checkIns", [{ ...document, _id: "broken", repDay: "nobody", checkedInAt: "no time" }]);
    const checkIn = await impossible();
    await expect(look()).rejects.toThrow(/^not to be looked at \(1\): broken$/);
    expect((await mine(checkIn)).signals).toMatchObject({ items: [{ kind: "impossibleSpeed" }] });
  });

  it("are looked for by the hour, and no longer than somebody could decide, where a check-in cannot be looked at", async () => {
    const broken = await tap();
    const [document] = await stored("checkIns", { _id: broken.checkInId });
    await putStored("checkIns", [{ ...document, _id: "broken", repDay: "nobody", on: null }]);
    await look().catch(() => undefined);
    passed({ minutes: 59 });
    await expect(look()).resolves.toBeUndefined();
    passed({ minutes: 1 });
    await expect(look()).rejects.toThrow(/broken$/);
    passed({ days: 7 });
    await look().catch(() => undefined);
    passed({ days: 1 });
    await expect(look()).resolves.toBeUndefined();
  });

  it("take nothing from a visit's pay while nobody has decided", async () => {
    const checkIn = await impossible();
    await look();
    const body = visitBody(at.company, checkIn);
    const { visit } = await at.company.as(at.rep).call("visits.record", undefined, body);
    expect(visit).toMatchObject({ effective: true });
  });

  it("are nobody's but the rep's while they are weak", async () => {
    await tap();
    passed({ minutes: 5 });
    const checkIn = await tap({ clockOffMs: 3_600_000 });
    await look();
    passed({ days: 2 });
    await look();
    expect((await mine(checkIn)).signals).toMatchObject({
      items: [{ kind: "clockOff", value: 60, limit: 5 }],
      leaderSeesFrom: null,
      mayAnswer: false,
    });
    expect(await isOpen(checkIn)).toBe(false);
    expect(await told("signals_found")).toEqual([]);
    await expect(answer(checkIn)).rejects.toMatchObject({ code: "review.unknown" });
  });

  it("are told to the rep once, before anybody else hears of them", async () => {
    const checkIn = await impossible();
    await look();
    await look();
    expect(await told("signals_found")).toMatchObject([{ receiverId: at.rep.memberId, params: { count: 1 } }]);
    expect(await isOpen(checkIn)).toBe(false);
    await expect(review(checkIn)).rejects.toMatchObject({ code: "review.unknown" });
  });

  it("are put before the leader a day later where the rep says nothing", async () => {
    const checkIn = await impossible();
    await look();
    passed({ hours: 23 });
    await look();
    expect(await isOpen(checkIn)).toBe(false);
    passed({ hours: 1 });
    await look();
    await look();
    expect((await review(checkIn)).review).toMatchObject({
      verdict: "inside",
      state: "open",
      answer: null,
      signals: { items: [{ kind: "impossibleSpeed" }] },
    });
    expect((await told("approval_ask")).map(({ receiverId }) => String(receiverId))).toContain(at.manager.memberId);
  });

  it("are told to the leader as what is unusual of a check-in that counts, and not as one in doubt", async () => {
    const checkIn = await impossible();
    await look();
    await answer(await mine(checkIn));
    await at.company.workAll();
    expect(at.company.toldTo(at.manager)).toEqual([
      "小王说明了在海岳机械的打卡里不寻常的地方：「上一次是在高铁上误点的」。等你决定认不认可。",
    ]);
  });

  it("are put before the leader with what the rep says, as soon as they say it", async () => {
    const checkIn = await impossible();
    await look();
    await answer(await mine(checkIn));
    expect((await review(checkIn)).review).toMatchObject({
      answer: { text: "上一次是在高铁上误点的" },
      signals: { score: 3 },
    });
    expect((await mine(checkIn)).signals).toMatchObject({ answer: "上一次是在高铁上误点的", mayAnswer: true });
    passed({ days: 2 });
    await look();
    expect(await isOpen(checkIn)).toBe(true);
  });

  it("are kept from the leader for a day also where the check-in is in doubt anyway", async () => {
    const checkIn = await impossible(215);
    await look();
    expect((await review(checkIn)).review).toMatchObject({ verdict: "doubtful", signals: null });
    passed({ days: 1 });
    expect((await review(checkIn)).review.signals).toMatchObject({ score: 3 });
  });

  it("say the same whichever of two processes finds them", async () => {
    const checkIn = await impossible();
    await Promise.all([look(), look()]);
    passed({ days: 1 });
    await Promise.all([look(), look()]);
    expect(await isOpen(checkIn)).toBe(true);
    expect(await told("signals_found")).toHaveLength(1);
    expect((await told("approval_ask")).filter(({ receiverId }) => receiverId === at.manager.memberId)).toHaveLength(1);
  });

  describe("of which less is left when they are looked at again", () => {
    /** Its positions are gone, and it is looked at again by then. */
    const lessIsLeft = async (): Promise<CheckInView> => {
      const checkIn = await impossible();
      await look();
      const seen = await mine(checkIn);
      await at.company.as(at.rep).call("privacy.withdrawConsent", undefined, { commandId: at.company.newId() });
      // The tap before it is looked at by then.
      passed({ hours: 23, minutes: 59 });
      await look();
      passed({ minutes: 1 });
      return seen;
    };
    const both = async ({ checkInId }: CheckInView) => {
      const [checkIn] = await stored("checkIns", { _id: checkInId });
      return { signals: checkIn?.signals as unknown, reviews: await stored("checkInReviews", { _id: checkInId }) };
    };

    it("stand where their rep answers while somebody looks", async () => {
      const checkIn = await lessIsLeft();
      const held = holdNextTransaction();
      const looking = look();
      await held.reached;
      await answer(checkIn);
      held.release();
      await looking;
      await look();
      expect(await both(checkIn)).toMatchObject({
        signals: [{ kind: "impossibleSpeed" }],
        reviews: [{ state: "open" }],
      });
    });

    it("are nobody's question where somebody has looked while their rep was answering", async () => {
      const checkIn = await lessIsLeft();
      const held = holdNextTransaction();
      const answering = answer(checkIn).catch((error: unknown) => error);
      await held.reached;
      await look();
      held.release();
      expect(await answering).toMatchObject({ code: "review.unknown" });
      expect(await both(checkIn)).toEqual({ signals: [], reviews: [] });
    });
  });

  it("are none of the same coordinates on one day, and are some on the third day", async () => {
    const first = await tap();
    passed({ minutes: 20 });
    const second = await tap();
    await look();
    expect([(await mine(first)).signals, (await mine(second)).signals]).toEqual([null, null]);
    passed({ days: 1 });
    await tap();
    passed({ days: 1 });
    const third = await tap();
    await look();
    expect((await mine(third)).signals?.items).toMatchObject([{ kind: "sameCoordinates", value: 3 }]);
  });

  it("tell of a photo that was sent for another check-in", async () => {
    const show = async () => {
      const checkIn = await tap({ northM: 215 });
      const revision = checkIn.review?.revision ?? 0;
      await answer(checkIn, "在门口", { revision, photoId: await givenPhoto(at.company, at.rep) });
      await look();
      return mine(checkIn);
    };
    expect((await show()).signals).toBe(null);
    passed({ days: 1 });
    expect((await show()).signals?.items).toMatchObject([{ kind: "samePhoto", value: 1 }]);
  });

  it("tell of a client's code that was scanned far from where it hangs", async () => {
    const qrCode = await givenSiteCode(at.company, at.customer);
    const near = await tap({ qrCode, northM: 300 });
    const far = await tap({ qrCode, northM: 5_000 });
    const other = await tap({ qrCode, fix: null });
    await look();
    expect(await Promise.all([near, other].map(async (one) => (await mine(one)).signals))).toEqual([null, null]);
    expect(await mine(far)).toMatchObject({
      verdict: "outside",
      signals: { items: [{ kind: "codeFarAway", value: 4_782, limit: 1_000 }] },
    });
  });

  it("tell of two who scanned one code in two cities, where nobody knows where its place is", async () => {
    const qrCode = await givenSiteCode(at.company, at.customer);
    await withoutPin(at.company, at.customer);
    at.company.app.passRealTime({ seconds: 6 });
    const there = await tap({ qrCode, northM: 40_000 });
    passed({ hours: 5 });
    const here = await tap({ qrCode });
    await look();
    const kinds = await Promise.all([there, here].map(async (one) => (await mine(one)).signals?.items[0]?.kind));
    expect(kinds).toEqual(["codeFarAway", "codeFarAway"]);
  });

  it("tell of an arrival without a departure where the visit's type asks for it", async () => {
    const checkIn = await tap();
    const type = { typeId: "store", version: 1 };
    const answers = [{ stepId: "display", value: "整齐" }];
    const body = visitBody(at.company, checkIn, { type, answers });
    await at.company.as(at.rep).call("visits.record", undefined, body);
    await look();
    expect((await mine(checkIn)).signals).toBe(null);
    passed({ days: 1 });
    await look();
    expect((await mine(checkIn)).signals?.items).toMatchObject([{ kind: "noDeparture" }]);
  });
});

describe("a leader's decision on signals", () => {
  const decide = async (checkIn: CheckInView, accepted: boolean) =>
    at.company.as(at.manager).call(
      "reviews.decide",
      { checkInId: checkIn.checkInId },
      {
        commandId: at.company.newId(),
        revision: (await review(checkIn)).review.revision,
        accepted,
        reason: "核对过了",
      },
    );
  const visited = async () => {
    const checkIn = await impossible();
    await look();
    const body = visitBody(at.company, checkIn);
    const { visit } = await at.company.as(at.rep).call("visits.record", undefined, body);
    await answer(await mine(checkIn));
    await at.company.workAll();
    return { checkIn, visitId: visit.visitId };
  };
  const isEffective = async (visitId: string) =>
    (await at.company.as(at.rep).call("visits.read", { visitId })).visit.effective;

  it("leaves all as it is where they are accepted", async () => {
    const { checkIn, visitId } = await visited();
    await decide(checkIn, true);
    await at.company.workAll();
    expect(await isEffective(visitId)).toBe(true);
    expect((await mine(checkIn)).review).toMatchObject({ state: "accepted", decision: { reason: "核对过了" } });
  });

  it("takes the visit where they are not, by name and with its reason", async () => {
    const { checkIn, visitId } = await visited();
    await decide(checkIn, false);
    await at.company.workAll();
    expect(await isEffective(visitId)).toBe(false);
    expect((await mine(checkIn)).review).toMatchObject({ state: "rejected", decision: { byName: "陈浩" } });
    expect(await stored("auditEntries", { action: "review.decide" })).toHaveLength(1);
  });

  it("stands where the positions that it was about are gone when they are looked at again", async () => {
    const { checkIn, visitId } = await visited();
    await decide(checkIn, false);
    await at.company.workAll();
    await at.company.as(at.rep).call("privacy.withdrawConsent", undefined, { commandId: at.company.newId() });
    passed({ days: 1 });
    await look();
    expect((await mine(checkIn)).review).toMatchObject({ state: "rejected", decision: { byName: "陈浩" } });
    expect(await isEffective(visitId)).toBe(false);
  });

  it("may be looked at by a second person, whose word gives it back", async () => {
    const { checkIn, visitId } = await visited();
    await decide(checkIn, false);
    await at.company.workAll();
    const { revision = 0 } = (await mine(checkIn)).review ?? {};
    const { checkInId } = checkIn;
    const appeal = { commandId: at.company.newId(), revision, text: "前台有登记" };
    await at.company.as(at.rep).call("checkIns.appeal", { checkInId }, appeal);
    const seen = await at.company.as(at.head).call("reviews.read", { checkInId });
    const decision = {
      commandId: at.company.newId(),
      revision: seen.review.revision,
      accepted: true,
      reason: "登记属实",
    };
    await at.company.as(at.head).call("reviews.decide", { checkInId }, decision);
    await at.company.workAll();
    expect(await isEffective(visitId)).toBe(true);
  });

  it("is not needed: where nobody decides within seven days it counts", async () => {
    const { checkIn, visitId } = await visited();
    await afterDays(8);
    expect(await isEffective(visitId)).toBe(true);
    expect((await mine(checkIn)).review).toBe(null);
    const [message] = (await told("review_closed")).slice(-1);
    expect(message?.shown).toMatchObject({ title: expect.stringContaining("照算") as unknown });
  });
});
