import { render } from "@testing-library/react";
import { VisitWeek } from "@/components/VisitWeek";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const week = { from: "2026-03-23", to: "2026-03-29", target: 10, dueByNow: 8 };
const short = () => document.querySelector("#visit-week-short")?.textContent;

it("says by how many visits one is behind the days up to today, as 时间进度 counts them, so that the warning can be seen to go", () => {
  render(<VisitWeek week={{ ...week, done: 4, isBehind: true }} />);
  expect(short()).toBe("按工作日（含今天）该有 8 次，还差 4 次");
});

it("says nothing of it where one is not behind", () => {
  render(<VisitWeek week={{ ...week, done: 6, isBehind: false }} />);
  expect(short()).toBeUndefined();
});

it.each([
  [
    "says why a week with a day off asks for less",
    { perWeek: 10, target: 8, workingDays: 4 },
    "每周 10 次，本周 4 个工作日，按比例算",
  ],
  ["says nothing of days where the week asks for what every week does", { perWeek: 10, workingDays: 5 }, undefined],
  ["says nothing of days that an answer kept from before does not know", {}, undefined],
])("%s", (_, said, text) => {
  render(<VisitWeek week={{ ...week, done: 0, isBehind: false, ...said }} />);
  expect(document.querySelector("#visit-week-days")?.textContent).toBe(text);
});
