import { render } from "@testing-library/react";
import { pharmaCompany } from "@shared/domain/pay/plans";
import Plan from "@/pages/earnings/plan";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({ period: "2026-03", lineId: "score-bonus" }),
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/earnings/useEarnings", () => ({
  ...jest.requireActual<object>("@/features/earnings/useEarnings"),
  useLine: () => ({ data: { plan: pharmaCompany }, state: "ready", failure: null, refresh: jest.fn() }),
  planOf: () => pharmaCompany,
}));

it("the plan says of a score what it is made of, with each weight and the most that counts", () => {
  render(<Plan />);
  const card = document.querySelector("[id='plan-score-考核得分']");
  const text = card?.textContent?.replace(/\s/g, " ") ?? "";
  expect(text).toContain("销售完成率封顶 150%70%");
  expect(text).toContain("拜访完成率封顶 150%10%");
});

it("the plan says when it is paid, and nothing of what the product cannot do", () => {
  render(<Plan />);
  const text = document.body.textContent;
  expect(text).toContain("次月5日发");
  expect(text).not.toMatch(/关账|显示不了/);
});
