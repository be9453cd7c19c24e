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
