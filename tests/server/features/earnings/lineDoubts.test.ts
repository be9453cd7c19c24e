import { givenVisit } from "../../../support/given";
import { givenReviewed } from "../reviews/givenReviewed";

const period = "2026-03";
const { at, doubtful, recorded, decided } = givenReviewed();

const mine = () => at.company.as(at.rep).call("statements.mine", { period });
const lineOf = (lineId: string) => at.company.as(at.rep).call("statements.line", { period, lineId });

describe("the pay of a visit at a check-in in doubt", () => {
  it("says in the list of amounts who is to decide, and until when", async () => {
    const checkIn = await doubtful();
    const { visitId } = await recorded(checkIn);
    const { lines, doubts } = await mine();
    const line = lines.find(({ name }) => name === "外勤补贴");
    expect(doubts).toEqual([
      {
        ...{ lineId: line?.lineId, visitId, checkInId: checkIn.checkInId },
        ...{ customerName: "海岳机械", on: checkIn.on },
        ...{ decideUntil: checkIn.review?.decideUntil, deciderNames: ["陈浩"] },
      },
    ]);
  });

  it("says the same where the amount is opened", async () => {
    await recorded(await doubtful());
    const { doubts = [] } = await mine();
    expect(doubts).toHaveLength(1);
    expect((await lineOf(doubts[0]?.lineId ?? "")).doubts).toEqual(doubts);
  });

  it("waits for nobody once the check-in is accepted", async () => {
    const checkIn = await doubtful();
    await recorded(checkIn);
    await decided(checkIn.checkInId, true);
    const { lines, doubts } = await mine();
    expect(lines.map(({ name }) => name)).toContain("外勤补贴");
    expect(doubts).toEqual([]);
  });

  it("waits for nobody after the last instant at which somebody could decide", async () => {
    const checkIn = await doubtful();
    await recorded(checkIn);
    at.company.app.clock.advance({ minutes: 7 * 24 * 60 });
    expect((await mine()).doubts).toHaveLength(1);
    at.company.app.clock.advance({ ms: 1 });
    expect((await mine()).doubts).toEqual([]);
  });
});

it("waits for nobody where the check-in was inside", async () => {
  await givenVisit(at.company, { rep: at.rep, customer: at.customer });
  expect((await mine()).doubts).toEqual([]);
});

describe("the pay of a visit whose check-in was not accepted", () => {
  it("stays to be read on 收入 with how much it was, by whom it went and why", async () => {
    const checkIn = await doubtful();
    const { visitId } = await recorded(checkIn);
    const paid = (await mine()).lines.find(({ name }) => name === "外勤补贴");
    await decided(checkIn.checkInId, false);
    const { lines, lost } = await mine();
    expect(lines.map(({ name }) => name)).not.toContain("外勤补贴");
    expect(lost).toMatchObject([
      {
        ...{ visitId, checkInId: checkIn.checkInId, customerName: "海岳机械", on: checkIn.on },
        ...{ amountFen: paid?.amountFen, decision: { byName: "陈浩" } },
      },
    ]);
  });

  it("says until when a second person may be asked, and nothing of it after", async () => {
    const checkIn = await doubtful();
    await recorded(checkIn);
    await decided(checkIn.checkInId, false);
    const [lost] = (await mine()).lost ?? [];
    expect(lost?.appealUntil).toBe("2026-04-02T01:00:00.000Z");
    at.company.app.clock.advance({ minutes: 7 * 24 * 60, ms: 1 });
    expect((await mine()).lost).toMatchObject([{ checkInId: checkIn.checkInId, appealUntil: null }]);
  });

  it("is nothing lost where the visit counts", async () => {
    const checkIn = await doubtful();
    await recorded(checkIn);
    await decided(checkIn.checkInId, true);
    expect((await mine()).lost).toEqual([]);
  });
});
