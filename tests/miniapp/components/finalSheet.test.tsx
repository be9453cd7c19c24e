import { act, fireEvent, render, screen } from "@testing-library/react";
import { FinalSheet } from "@/components/FinalSheet";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const onClose = jest.fn();
const onDone = jest.fn();
const run = jest.fn();

async function asked({ given, busy = false }: { given: { given: string } | null; busy?: boolean }) {
  render(
    <FinalSheet
      {...{ id: "erase", title: "抹除后找不回来", now: "现在抹除", onClose, onDone }}
      command={{ run, busy, failure: null }}
      given={() => given}
    >
      {null}
    </FinalSheet>,
  );
  await act(async () => void fireEvent.click(screen.getByText("现在抹除")));
}

beforeEach(() => jest.resetAllMocks());

it("what was done is told, and nothing is asked any more", async () => {
  run.mockResolvedValue({ erased: 3 });
  await asked({ given: { given: "李四" } });
  expect([run.mock.calls, onDone.mock.calls, onClose.mock.calls.length]).toEqual([[["李四"]], [[{ erased: 3 }]], 1]);
});

it("what could not be done is still asked", async () => {
  run.mockResolvedValue(null);
  await asked({ given: { given: "李四" } });
  expect([onDone.mock.calls, onClose.mock.calls]).toEqual([[], []]);
});

it.each([
  ["something is missing", { given: null }],
  ["it is being done", { given: { given: "李四" }, busy: true }],
])("nothing is done while %s", async (_, how) => {
  await asked(how);
  expect([run.mock.calls, onClose.mock.calls]).toEqual([[], []]);
});

it("whoever has changed their mind closes it", async () => {
  await asked({ given: null });
  await act(async () => void fireEvent.click(screen.getByText("取消")));
  expect(onClose).toHaveBeenCalledTimes(1);
});
