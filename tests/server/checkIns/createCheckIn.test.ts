import { randomUUID } from "node:crypto";
import { CheckInModel } from "../../../server/features/checkIns/checkInModel";
import { CustomerModel } from "../../../server/features/customers/customerModel";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { lookAt, stored } from "../../support/testDatabase";

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld();
});

it("asks for consent before the first position", async () => {
  await expect(world.checkIn("xiaowang", "c-haiyue")).rejects.toMatchObject({
    status: 403,
    code: "checkIn.consentMissing",
  });
});

describe("after the consent", () => {
  beforeEach(() => world.consent("xiaowang"));

  it("judges the tap by the pin of the site", async () => {
    const checkIn = await world.checkIn("xiaowang", "c-haiyue", 86);
    expect(checkIn).toMatchObject({ verdict: "inside", radiusM: 200, accuracyM: 18, on: "2026-03-26", visitId: null });
    expect(Math.round(checkIn.distanceM ?? 0)).toBe(86);
    expect(checkIn.recordUntil).toBe("2026-03-27T01:00:00.000Z");
  });

  it.each([
    [215, "doubtful"],
    [2_400, "outside"],
  ])("keeps a tap %d m away as %s", async (northM, verdict) => {
    expect((await world.checkIn("xiaowang", "c-haiyue", northM)).verdict).toBe(verdict);
  });

  it("keeps a tap without a position for evidence", async () => {
    const body = { ...world.checkInBody("c-haiyue"), fix: null };
    const { checkIn } = await world.as("xiaowang").call("checkIns.create", undefined, body);
    expect(checkIn).toMatchObject({ verdict: "unverified", distanceM: null });
  });

  it("answers the same tap the same, three times at once, and keeps it once", async () => {
    const body = world.checkInBody("c-haiyue");
    const send = () => world.as("xiaowang").call("checkIns.create", undefined, body);
    const [first, second, third] = await Promise.all([send(), send(), send()]);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    const { items } = await world.as("xiaowang").call("checkIns.mine", { on: "2026-03-26" });
    expect(items).toHaveLength(1);
  });

  describe("an id that was used for another kind of command is refused, and nothing more is written", () => {
    const visitBody = (checkInId: string, commandId: string) => ({ ...world.visitBody(checkInId), commandId });

    it("a check-in first", async () => {
      const checkIn = await world.checkIn("xiaowang", "c-haiyue");
      const tap = world.checkInBody("c-yuelian");
      await world.as("xiaowang").call("checkIns.create", undefined, tap);
      const visit = visitBody(checkIn.checkInId, tap.commandId);
      await expect(world.as("xiaowang").call("visits.record", undefined, visit)).rejects.toMatchObject({
        status: 409,
        code: "command.reused",
      });
      expect(await stored("visits")).toEqual([]);
    });

    it("a visit first, in the same process", async () => {
      const checkIn = await world.checkIn("xiaowang", "c-haiyue");
      const tap = world.checkInBody("c-yuelian");
      await world.as("xiaowang").call("visits.record", undefined, visitBody(checkIn.checkInId, tap.commandId));
      await expect(world.as("xiaowang").call("checkIns.create", undefined, tap)).rejects.toMatchObject({
        status: 409,
        code: "command.reused",
      });
      expect(await stored("checkIns")).toHaveLength(1);
    });
  });

  it("refuses another tap under the same id and keeps the first", async () => {
    const body = world.checkInBody("c-haiyue");
    await world.as("xiaowang").call("checkIns.create", undefined, body);
    const other = { ...body, customerId: "c-yuelian" };
    await expect(world.as("xiaowang").call("checkIns.create", undefined, other)).rejects.toMatchObject({
      status: 409,
      code: "command.reused",
    });
  });

  it("tells with the day that a second check-in at a customer is not counted again", async () => {
    const first = await world.checkIn("xiaowang", "c-haiyue");
    world.app.clock.advance({ minutes: 5 });
    const second = await world.checkIn("xiaowang", "c-haiyue");
    const { items } = await world.as("xiaowang").call("checkIns.mine", { on: "2026-03-26" });
    const repeats = items.map(({ checkInId, repeatedOnDay }) => [checkInId, repeatedOnDay]);
    expect(repeats).toEqual([
      [second.checkInId, true],
      [first.checkInId, false],
    ]);
  });

  it("keeps with the check-in who sent it, what it was answered, and what the audit log needs", async () => {
    const { checkInId } = await world.checkIn("xiaowang", "c-haiyue");
    expect(await stored("commands", { kind: "checkIns.create" })).toEqual([]);
    expect(await stored("checkIns")).toMatchObject([
      {
        _id: checkInId,
        sealed: false,
        command: { kind: "checkIns.create" },
        audit: {
          actor: { kind: "member", id: "xiaowang" },
          action: "checkIn.create",
          subject: checkInId,
          detail: { customerId: "c-haiyue", verdict: "inside" },
        },
      },
    ]);
  });

  it("is stored as its schema says", async () => {
    await world.checkIn("xiaowang", "c-haiyue");
    await world.as("xiaowang").call("checkIns.create", undefined, { ...world.checkInBody("c-yuelian"), fix: null });
    const documents = await stored("checkIns");
    expect(documents).toHaveLength(2);
    // `strict: "throw"` refuses a field that the schema does not know, and validate() what it lacks or is of another type.
    for (const document of documents) await expect(new CheckInModel(document).validate()).resolves.toBeUndefined();
  });

  it("gives a repeat its first answer, also when by now the rep no longer serves the customer", async () => {
    const body = world.checkInBody("c-haiyue");
    const send = () => world.as("xiaowang").call("checkIns.create", undefined, body);
    const first = await send();
    await lookAt(() => CustomerModel.updateOne({ _id: "c-haiyue" }, { $set: { servedByIds: [] } }));
    world.app.passRealTime({ seconds: 5 });
    expect(await send()).toEqual(first);
    await expect(world.checkIn("xiaowang", "c-haiyue")).rejects.toMatchObject({ code: "customer.unknown" });
  });

  it("knows only customers that one serves", async () => {
    await expect(world.checkIn("xiaowang", "c-hongda")).rejects.toMatchObject({
      status: 404,
      code: "customer.unknown",
    });
  });

  it("takes a tap of yesterday as yesterday's, and one from tomorrow as now's with doubt", async () => {
    const late = { ...world.checkInBody("c-haiyue"), tappedAt: "2026-03-25T16:00:00+08:00" };
    const { checkIn } = await world.as("xiaowang").call("checkIns.create", undefined, late);
    expect(checkIn).toMatchObject({ on: "2026-03-25", verdict: "inside" });
    const early = { ...world.checkInBody("c-yuelian"), commandId: randomUUID(), tappedAt: "2026-03-27T16:00:00+08:00" };
    const answer = await world.as("xiaowang").call("checkIns.create", undefined, early);
    expect(answer.checkIn).toMatchObject({ on: "2026-03-26", verdict: "doubtful" });
  });
});
