import { render, screen } from "@testing-library/react";
import { Lost } from "@/pages/tabs/money/Lost";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

it("收入 says of what is not counted any more how much it was, who decided that and why", () => {
  const decision = { byName: "陈浩", reason: "那天没有人来", at: "2026-03-27T01:00:00.000Z" };
  const visit = { visitId: "w:1", checkInId: "w:0", customerName: "海岳机械", on: "2026-03-26", amountFen: 5_000 };
  render(<Lost lost={[{ ...visit, decision, appealUntil: "2026-04-03T01:00:00.000Z" }]} />);
  const text = (document.body.textContent ?? "").replace(/\s/g, " ");
  expect(text).toContain("海岳机械 · 3月26日");
  expect(text).toContain("原来计入 50元，3月27日 09:00 起不再计入");
  expect(text).toContain("陈浩 没有认可这次打卡：那天没有人来");
  expect(text).toContain("4月3日 09:00 前可请人复核");
  expect(screen.getAllByRole("button")).toHaveLength(1);
});
