import { evaluate, type Plan, type Receipt, receiptOf, type SaleFact } from "@shared/domain/pay";
import { internetCompany, manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import { verdictOf } from "@/features/earnings/useVerification";
import { previewOf } from "@/features/sales/salePreview";

const saleFact = (saleId: string, amountFen: number): SaleFact => ({
  id: saleId,
  kind: "sale",
  revision: 1,
  source: "confirmation",
  recordedAt: "2026-03-10T10:00:00+08:00",
  on: "2026-03-10",
  countsOn: "2026-03-10",
  bookedIn: "2026-03",
  saleId,
  customerId: "c-haiyue",
  amountFen,
  credits: [{ memberId: "xiaowang", role: "owner", share: "1", fen: amountFen, teamId: "u3" }],
});

/** 小王's March under a plan, with one sale. */
function receipt(plan: Plan, amountFen: number): Receipt {
  const assignments = [{ from: "2026-01-01", to: null, teamId: "u3", versions: [plan] }];
  const book: Receipt["book"] = {
    memberId: "xiaowang",
    period: "2026-03",
    state: "open",
    facts: [saleFact("s1", amountFen)],
    given: [
      {
        kind: "target",
        code: "sales.confirmed",
        of: "member",
        period: "2026-03",
        value: { fen: 66_666_667 },
      },
    ],
    calendar: { holidays: [], workdays: [] },
  };
  return receiptOf(assignments, book, evaluate(assignments, book));
}

const planned = (amountFen: number) => ({
  saleId: "s2",
  customerId: "c-haiyue",
  amountFen,
  signedOn: "2026-03-26",
  countsOn: "2026-03-26",
});

describe("Before a sale is sent, the phone", () => {
  it("says by which sum 10 万 bring 1,500.00 under the flat plan", () => {
    const preview = previewOf(receipt(internetCompany, 40_000_000), planned(10_000_000), "zh-CN");
    expect(preview?.gains).toMatchObject([
      { name: "销售提成", fen: 150_000, ownFen: 150_000, formula: "100,000.00 × 1.5% = 1,500.00", edge: null },
    ]);
  });

  it("counts what a higher tier does to the month's other sales", () => {
    // 15 万 at 1.5 % are 2,250; with 10 万 more everything pays 2 %: 5,000.
    const preview = previewOf(receipt(tutorialTiers, 15_000_000), planned(10_000_000), "zh-CN");
    const [gain] = preview?.gains ?? [];
    expect(gain?.fen).toBe(275_000);
    expect(gain?.ownFen).toBe(200_000);
  });

  it("names the nearest edge with the side on which it lies", () => {
    const preview = previewOf(receipt(tutorialTiers, 11_000_000), planned(4_400_000), "zh-CN");
    expect(preview?.gains[0]?.edge).toEqual({ edgeFen: 20_000_000, included: true, rate: "0.015", nextRate: "0.02" });
  });

  it("adds a sale of one fen exactly", () => {
    const preview = previewOf(receipt(tutorialTiers, 20_000_000), planned(1), "zh-CN");
    // 20 万 itself still pays 1.5 %; one fen more pays 2 % on everything.
    expect(preview?.gains[0]?.fen).toBe(100_000);
  });

  it("names what it cannot know by itself", () => {
    const of = (plan: Plan) => previewOf(receipt(plan, 15_000_000), planned(1), "zh-CN")?.leftOut;
    expect(of(tutorialTiers)).toEqual(["shares"]);
    expect(of(internetCompany)).toEqual(["shares", "firstOrder"]);
    expect(of(manufacturingGroup)).toEqual(["shares", "units"]);
  });

  it("speaks the person's language", () => {
    const preview = previewOf(receipt(internetCompany, 40_000_000), planned(10_000_000), "en");
    expect(preview?.gains[0]?.name).toBe("Sales commission");
  });
});

describe("Recomputing on the phone", () => {
  const given = receipt(internetCompany, 10_000_000);
  const line = given.statement.lines.find((one) => one.amountFen > 0);

  it("agrees with the server where nothing was changed on the way", () => {
    expect(verdictOf(given, line?.id ?? "", 150_000)).toEqual({ kind: "agrees" });
  });

  it("shows both results where the server's amount is another", () => {
    const wrong = {
      ...given,
      statement: {
        ...given.statement,
        lines: given.statement.lines.map((one) => (one.id === line?.id ? { ...one, amountFen: 150_001 } : one)),
      },
    };
    expect(verdictOf(wrong, line?.id ?? "", 150_001)).toEqual({
      kind: "differs",
      serverFen: 150_001,
      phoneFen: 150_000,
    });
  });

  it("does not agree to an amount on screen that the receipt does not hold", () => {
    expect(verdictOf(given, line?.id ?? "", 160_000)).toEqual({
      kind: "differs",
      serverFen: 160_000,
      phoneFen: 150_000,
    });
  });

  it("says that it cannot, rather than breaking, on a receipt that it cannot read", () => {
    expect(verdictOf({} as Receipt, "commission", 1)).toEqual({ kind: "cannot" });
  });
});
