import { render } from "@testing-library/react";
import { Lines } from "@/pages/tabs/money/Lines";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/navigation", () => ({ open: jest.fn() }));

const line = {
  ...{ lineId: "l1", componentCode: "commission", name: "销售提成", kind: "提成", amountFen: 150_000, saleId: "s1" },
  ...{ states: { estimatedFen: 0, earnedFen: 150_000, payableFen: 0, paidFen: 0 }, status: "earned" as const },
  ...{ sentence: "按 1.5% 计", customerName: "海岳机械", on: "2026-03-26" },
};

const noteIn = (period: string): string => {
  render(<Lines period={period} lines={[line]} doubts={[]} />);
  return document.querySelector("#line-l1")?.textContent ?? "";
};

it("says of a sale signed in an earlier month why it is in this one", () => {
  expect(noteIn("2026-04")).toContain("海岳机械 · 3月26日签单，确认后计入4月");
});

it("says of a sale of the same month its day alone", () => {
  const note = noteIn("2026-03");
  expect(note).toContain("海岳机械 · 3月26日");
  expect(note).not.toContain("签单");
});

describe("several lines of one rule", () => {
  const states = { estimatedFen: 0, earnedFen: 5_000, payableFen: 0, paidFen: 0 };
  const visit = { ...line, componentCode: "fieldVisit", name: "外勤补贴", amountFen: 5_000, states, saleId: null };
  const sums = () => [...document.querySelectorAll("[id^=sum-]")].map((one) => one.textContent);
  const show = (lines: (typeof visit)[]) => render(<Lines period="2026-03" lines={lines} doubts={[]} />);
  const visits = Array.from({ length: 37 }, (_, n) => ({ ...visit, lineId: `v${n}` }));

  it("have their sum, so that nobody has to add them up", () => {
    show([{ ...visit, lineId: "sale", componentCode: "commission", name: "销售提成" }, ...visits]);
    expect(sums()).toEqual(["外勤补贴 37 笔合计1,850.00 元已得"]);
  });

  it("are added up by state, as the states above them are", () => {
    const open = { ...states, estimatedFen: 5_000, earnedFen: 0 };
    show([...visits.slice(0, 2), { ...visit, lineId: "open", states: open, status: "estimated" as never }]);
    expect(sums()).toEqual(["外勤补贴 1 笔合计50.00 元预估", "外勤补贴 2 笔合计100.00 元已得"]);
  });

  it("are no sum where there is one alone", () => {
    show([visit]);
    expect(sums()).toEqual([]);
  });
});
