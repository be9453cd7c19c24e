import { render, screen } from "@testing-library/react";
import type { QueueState } from "@shared/domain/commandQueue";
import { WaitingCards } from "@/pages/field/WaitingCards";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
let look: QueueState = "waiting";
let isKept = true;
jest.mock("@/features/queue/useQueue", () => ({
  useQueue: () => [{ commandId: "one", kind: "visits.correct", params: { visitId: "v1" }, look, isKept }],
}));
beforeEach(() => {
  [look, isKept] = ["waiting", true];
});

it("what waits for a network goes by itself", () => {
  render(<WaitingCards about={{ visitId: "v1" }} />);
  expect(screen.getByText(/连上网自动上传/)).toBeTruthy();
});

it("what the server has refused is not said to go by itself", () => {
  look = "refused";
  render(<WaitingCards about={{ visitId: "v1" }} />);
  expect(screen.queryByText(/自动上传/)).toBeNull();
  expect(screen.getByText("1 条没有上传成，要你处理")).toBeTruthy();
});

it("what stands on something refused says what is to be seen to first", () => {
  look = "held";
  render(<WaitingCards about={{ visitId: "v1" }} />);
  expect(screen.queryByText(/自动上传/)).toBeNull();
  expect(screen.getByText("1 条没有上传成，要你处理")).toBeTruthy();
});

it("what is in memory alone says so also where it was refused", () => {
  [look, isKept] = ["refused", false];
  render(<WaitingCards about={{ visitId: "v1" }} />);
  expect(screen.getByText(/要你处理/).textContent).toContain("只在内存里");
});
