import { render } from "@testing-library/react";
import { VisitWeek } from "@/components/VisitWeek";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const week = { from: "2026-03-23", to: "2026-03-29", target: 10, dueByNow: 6 };
const short = () => document.querySelector("#visit-week-short")?.textContent;

it("says by how many visits one is behind the days gone, so that the warning can be seen to go", () => {
  render(<VisitWeek week={{ ...week, done: 4, isBehind: true }} />);
  expect(short()).toBe("按已过去的工作日算，现在该有 6 次，还差 2 次");
});

it("says nothing of it where one is not behind", () => {
  render(<VisitWeek week={{ ...week, done: 6, isBehind: false }} />);
  expect(short()).toBeUndefined();
});
