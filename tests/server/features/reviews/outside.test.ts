import { randomUUID } from "node:crypto";
import type { CheckInView } from "@shared/contracts";
import { closeReviews } from "../../../../server/features/reviews";
import { checkInBody, type Company, givenCheckIn, givenPhoto, type Person } from "../../../support/given";
import { stored } from "../../../support/testDatabase";
import { givenReviewed } from "./givenReviewed";

const { at, recorded, decided, paid, readVisit, ofDay, toReview } = givenReviewed();
let company: Company;
let rep: Person;
let manager: Person;
beforeEach(() => {
  ({ company, rep, manager } = at);
});

const far = (): Promise<CheckInView> => givenCheckIn(company, { rep, customer: at.customer, northM: 2_000 });
const explain = async ({ checkInId, review }: CheckInView, photoId?: string) =>
  company.as(rep).call(
    "checkIns.answer",
    { checkInId },
    {
      commandId: randomUUID(),
      revision: review?.revision ?? 0,
      text: "新厂区还没改位置",
      ...(photoId && { photoId }),
    },
  );
const explained = async (): Promise<CheckInView> =>
  (await explain(await far(), await givenPhoto(company, rep))).checkIn;
const afterHours = async (hours: number) => {
  company.app.clock.advance({ hours });
  const { deps } = company.app;
  await closeReviews({ at: deps.clock.now(), runId: `run-${hours}` }, deps);
  await company.workAll();
};

describe("a check-in out of range", () => {
  it("asks nobody by itself", async () => {
    expect((await far()).review).toBeNull();
    await company.workAll();
    expect([company.toldTo(manager), await toReview()]).toEqual([[], []]);
  });

  it("is put before the leader with its rep's reason", async () => {
    const { checkInId, review } = await explained();
    expect(review).toMatchObject({ state: "open", doubts: ["outside"], hasPhoto: true, answer: "新厂区还没改位置" });
    await company.workAll();
    expect(company.toldTo(manager)).toEqual([
      "小王说明了在海岳机械范围外的打卡：「新厂区还没改位置」。等你决定认不认可。",
    ]);
    expect(await toReview()).toMatchObject([{ checkInId, byName: "小王", isInDoubt: true }]);
  });

  it("is put before the leader's deputy while the leader is away", async () => {
    const { head } = at;
    const away = { from: "2026-03-26", to: "2026-03-27", deputyId: head.memberId };
    await company.as(manager).call("absences.set", undefined, { commandId: randomUUID(), revision: 0, absence: away });
    const { checkInId, review } = await explained();
    await company.workAll();
    expect([(await toReview(head)).map((one) => one.checkInId), company.toldTo(manager)]).toEqual([[checkInId], []]);
    await decided(checkInId, true, { by: head, revision: review?.revision ?? 0 });
    expect((await ofDay())[0]?.review?.state).toBe("accepted");
  });

  it("is not decided by its own rep", async () => {
    const { checkInId } = await explained();
    await expect(decided(checkInId, true, { by: rep })).rejects.toMatchObject({ code: "review.own" });
  });

  it("shows its photo to whoever decides", async () => {
    const { checkInId } = await explained();
    const { review } = await company.as(manager).call("reviews.read", { checkInId });
    expect(review).toMatchObject({ verdict: "outside", doubts: ["outside"] });
    expect(review.answer?.photoUrl).toContain("/files/");
  });

  it("becomes a visit that counts, and its pay, once it is accepted", async () => {
    const checkIn = await far();
    const { visitId, reason } = await recorded(checkIn);
    expect([reason, await paid()]).toEqual(["checkIn.outside", 0]);
    const { review } = (await explain(checkIn, await givenPhoto(company, rep))).checkIn;
    await decided(checkIn.checkInId, true, { revision: review?.revision ?? 0 });
    await company.workAll();
    expect([(await readVisit(visitId)).effective, await paid()]).toEqual([true, 5_000]);
    expect(company.toldTo(rep)).toEqual([`${manager.name}认可了这次打卡：问过客户了`]);
  });

  it("that was not accepted may be looked at by a second person", async () => {
    const { checkInId, review } = await explained();
    await decided(checkInId, false, { revision: review?.revision ?? 0 });
    const [checkIn] = await ofDay();
    expect(checkIn?.review?.state).toBe("rejected");
    const body = { commandId: randomUUID(), revision: checkIn?.review?.revision ?? 0, text: "前台有登记" };
    const appealed = await company.as(rep).call("checkIns.appeal", { checkInId }, body);
    expect(appealed.checkIn.review?.state).toBe("appealed");
  });

  it("is explained by a photo, and not by words alone", async () => {
    const checkIn = await far();
    await expect(explain(checkIn)).rejects.toMatchObject({ code: "review.photoMissing" });
    expect(await stored("checkInReviews")).toEqual([]);
  });

  it("is explained by the photo that was taken at the tap", async () => {
    const photoId = await givenPhoto(company, rep);
    const body = checkInBody(company, at.customer, { northM: 2_000, photoId });
    const { checkIn } = await company.as(rep).call("checkIns.create", undefined, body);
    expect((await explain(checkIn)).checkIn.review?.state).toBe("open");
  });

  it.each([
    ["on the last instant of seven days", 168, null],
    ["later", 168.001, "review.explainOver"],
  ])("is explained %s: %s hours", async (_when, hours, code) => {
    const checkIn = await far();
    await recorded(checkIn);
    const photoId = await givenPhoto(company, rep);
    company.app.clock.advance({ hours });
    const refused = await explain(checkIn, photoId).then(
      () => null,
      (error: { code: string }) => error.code,
    );
    expect(refused).toBe(code);
  });

  it("needs no explanation where the day counts that client already", async () => {
    const checkIn = await far();
    company.app.clock.advance({ minutes: 20 });
    await givenCheckIn(company, { rep, customer: at.customer });
    await expect(explain(checkIn, await givenPhoto(company, rep))).rejects.toMatchObject({ code: "review.closed" });
  });

  it("says to its rep who would decide on it", async () => {
    await far();
    expect(await ofDay()).toMatchObject([{ wouldDecideNames: [manager.name] }]);
  });

  it("is made good where its rep has walked in, also where nothing was said of it", async () => {
    const { checkInId } = await far();
    company.app.clock.advance({ minutes: 20 });
    const near = await givenCheckIn(company, { rep, customer: at.customer });
    expect((await ofDay()).find((one) => one.checkInId === checkInId)).toMatchObject({ mendedById: near.checkInId });
  });

  it("waits for nobody any more once its rep has walked in", async () => {
    const { checkInId } = await explained();
    await company.workAll();
    company.app.clock.advance({ minutes: 20 });
    const near = await givenCheckIn(company, { rep, customer: at.customer });
    await company.workAll();
    expect(await toReview()).toEqual([]);
    expect(company.toldTo(manager).at(-1)).toBe("小王当天在海岳机械又打了一次卡，已经补上，不用你决定了。");
    expect((await ofDay()).find((one) => one.checkInId === checkInId)).toMatchObject({ mendedById: near.checkInId });
  });

  it("that nobody has decided on does not count, and its rep is told", async () => {
    const checkInOfDay = await explained();
    const { checkInId } = checkInOfDay;
    await recorded(checkInOfDay);
    await afterHours(169);
    expect(company.toldTo(rep)).toEqual([
      `七天里没有人决定（该由${manager.name}决定），这次范围外的打卡不算。打开再写一句说明，就会再问一次。`,
    ]);
    const [checkIn] = await ofDay();
    expect(checkIn).toMatchObject({ checkInId, review: { state: "lapsed" } });
    if (checkIn) expect((await explain(checkIn)).checkIn.review?.state).toBe("open");
  });
});
