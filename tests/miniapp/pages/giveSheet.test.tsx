import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { ApiError } from "@/api/apiError";
import { assignCustomer } from "@/api/clients";
import type { CustomerPage } from "@/features/customers/useCustomer";
import { queryClient } from "@/features/query/queryClient";
import { GiveSheet } from "@/pages/customers/detail/GiveSheet";
import { clientPage } from "../features/givenClientPage";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/clients");
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: () => mockToday,
}));

let mockToday = "2026-03-26";

const give = jest.mocked(assignCustomer);
const refresh = jest.fn();
const onClose = jest.fn();
const colleagues = [
  { memberId: "xiaoli", name: "小李" },
  { memberId: "wangfang", name: "王芳" },
];
/** 海岳机械 was 孙伟's, who has left; 小李 and 老赵 assist, and 老赵 has left as well. */
const pageWith = (people = colleagues): CustomerPage => ({
  ...clientPage({ coServedByIds: ["xiaoli", "laozhao"], revision: 3 }),
  people: [
    { memberId: "sunwei", name: "孙伟", hasLeft: true },
    { memberId: "xiaoli", name: "小李" },
    { memberId: "laozhao", name: "老赵", hasLeft: true },
  ],
  giving: { from: "2026-03-27", people },
});

const sheetOf = (data: CustomerPage) => (
  <QueryClientProvider client={queryClient}>
    <GiveSheet page={{ data, state: "ready", failure: null, isCopy: false, refresh }} onClose={onClose} />
  </QueryClientProvider>
);
const tap = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByText(name)));
const bodies = () => give.mock.calls.map(([, body]) => body);

beforeEach(() => {
  jest.resetAllMocks();
  give.mockResolvedValue({ customerId: "c1", revision: 4 });
});

it("gives the client to one colleague from the day that is named, and closes", async () => {
  render(sheetOf(pageWith()));
  expect(screen.getByText(/从3月27日起由对方负责/)).toBeTruthy();
  await tap("王芳");
  await act(async () => void fireEvent.change(screen.getByRole("textbox"), { target: { value: " 离职交接 " } }));
  await tap("交给对方");
  expect(bodies()).toMatchObject([
    { revision: 3, from: "2026-03-27", owners: [{ memberId: "wangfang", share: "1" }], reason: "离职交接" },
  ]);
  expect(onClose).toHaveBeenCalledTimes(1);
});

it.each([
  ["2026-03-26", /到那天以前都可以再交给别人/],
  ["2026-03-27", /最早从明天起再换人/],
])("says on %s until when a wrong name is put right", (today, said) => {
  mockToday = today;
  render(sheetOf(pageWith()));
  expect(screen.getByText(said)).toBeTruthy();
});

it("leaves whoever assists and is here, but not whoever owns it now or has left", async () => {
  render(sheetOf(pageWith()));
  await tap("王芳");
  await tap("交给对方");
  await tap("小李");
  await tap("交给对方");
  expect(bodies().map(({ coServedByIds }) => coServedByIds)).toEqual([["xiaoli"], []]);
});

it("asks for somebody before it gives to nobody", async () => {
  render(sheetOf(pageWith()));
  await tap("交给对方");
  expect(screen.getByText("请选一位同事。")).toBeTruthy();
  expect(give).not.toHaveBeenCalled();
});

it("says where there is nobody to give it to, with a way out", async () => {
  render(sheetOf(pageWith([])));
  expect(screen.getByText(/现在没有可以接手的同事/)).toBeTruthy();
  expect(screen.queryByText("交给对方")).toBeNull();
  await tap("先不交");
  expect(onClose).toHaveBeenCalledTimes(1);
});

it("stays open where others were faster, and asks how the client stands now", async () => {
  give.mockRejectedValue(new ApiError("stale", "at 4", null, [], { code: "stale" }, 409));
  render(sheetOf(pageWith()));
  await tap("王芳");
  await tap("交给对方");
  expect([refresh.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 0]);
  expect(document.querySelector("#give-error")).toBeTruthy();
});

it("is another command once somebody else is chosen, as after an answer that was lost", async () => {
  give.mockRejectedValueOnce(new ApiError("network", "lost"));
  render(sheetOf(pageWith()));
  await tap("王芳");
  await tap("交给对方");
  await tap("小李");
  expect(document.querySelector("#give-error")).toBeNull();
  await tap("交给对方");
  const [first, second] = bodies().map(({ commandId }) => commandId);
  expect(second).not.toBe(first);
});

it("is the same command where it is only tried again", async () => {
  give.mockRejectedValueOnce(new ApiError("network", "lost"));
  render(sheetOf(pageWith()));
  await tap("王芳");
  await tap("交给对方");
  await tap("交给对方");
  expect(new Set(bodies().map(({ commandId }) => commandId)).size).toBe(1);
});

it("gives it to nobody who can take it no more", async () => {
  const { rerender } = render(sheetOf(pageWith()));
  await tap("王芳");
  rerender(sheetOf(pageWith([{ memberId: "xiaoli", name: "小李" }])));
  await tap("交给对方");
  expect(screen.getByText("请选一位同事。")).toBeTruthy();
  expect(give).not.toHaveBeenCalled();
});
