import { act, renderHook } from "@testing-library/react";
import { ApiError } from "@/api/apiError";
import { useCommand } from "@/features/command/useCommand";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

/** A server that records what arrives, and answers when the test says so. */
function server() {
  const arrived: { commandId: string; given: string }[] = [];
  const waiting: { answer: (value: string) => void; fail: (error: unknown) => void }[] = [];
  const send = (commandId: string, given: string) => {
    arrived.push({ commandId, given });
    return new Promise<string>((answer, fail) => waiting.push({ answer, fail }));
  };
  return { arrived, send, next: () => waiting.shift() };
}

let ids = 0;
const makeId = () => `command-${(ids += 1)}`;
beforeEach(() => {
  ids = 0;
});

it("answers two taps with the answer of one command", async () => {
  const { arrived, send, next } = server();
  const { result } = renderHook(() => useCommand(send, { makeId }));
  await act(async () => {
    const taps = [result.current.run("一单"), result.current.run("一单")];
    next()?.answer("ok");
    expect(await Promise.all(taps)).toEqual(["ok", "ok"]);
  });
  expect(arrived).toEqual([{ commandId: "command-1", given: "一单" }]);
});

it("sends the same command again after the answer was lost", async () => {
  const { arrived, send, next } = server();
  const { result } = renderHook(() => useCommand(send, { makeId }));
  await act(async () => {
    const tap = result.current.run("一单");
    next()?.fail(new ApiError("network", "no connection"));
    expect(await tap).toBeNull();
  });
  expect(result.current.failure?.sentence).toContain("没连上服务器");
  await act(async () => {
    const tap = result.current.run("一单");
    next()?.answer("ok");
    await tap;
  });
  expect(arrived.map(({ commandId }) => commandId)).toEqual(["command-1", "command-1"]);
  expect(result.current.failure).toBeNull();
});

it("sends what was changed after a lost answer as another command where the first one has arrived", async () => {
  const { arrived, send, next } = server();
  const { result } = renderHook(() => useCommand(send, { makeId }));
  await act(async () => {
    const tap = result.current.run("可以");
    next()?.fail(new ApiError("network", "no connection"));
    await tap;
  });
  await act(async () => {
    const tap = result.current.run("先别来");
    next()?.fail(new ApiError("command.reused", "the id is another command's"));
    await Promise.resolve();
    await Promise.resolve();
    next()?.answer("ok");
    expect(await tap).toBe("ok");
  });
  expect(arrived).toEqual([
    { commandId: "command-1", given: "可以" },
    { commandId: "command-1", given: "先别来" },
    { commandId: "command-2", given: "先别来" },
  ]);
  expect(result.current.failure).toBeNull();
});

it("leaves it to a draft what its id says that was taken for something else", async () => {
  const { arrived, send, next } = server();
  const { result } = renderHook(() => useCommand(send, { idOfForm: "kept-in-draft", makeId }));
  await act(async () => {
    const tap = result.current.run("一单");
    next()?.fail(new ApiError("command.reused", "the id is another command's"));
    expect(await tap).toBeNull();
  });
  expect(arrived).toHaveLength(1);
});

it("makes a new command once the first has been answered", async () => {
  const { arrived, send, next } = server();
  const { result } = renderHook(() => useCommand(send, { makeId }));
  for (const given of ["第一单", "第二单"]) {
    await act(async () => {
      const tap = result.current.run(given);
      next()?.answer("ok");
      await tap;
    });
  }
  expect(arrived.map(({ commandId }) => commandId)).toEqual(["command-1", "command-2"]);
});

it("keeps the id that a draft has kept, so that a killed program sends the same command", async () => {
  const { arrived, send, next } = server();
  const { result } = renderHook(() => useCommand(send, { idOfForm: "kept-in-draft", makeId }));
  await act(async () => {
    const tap = result.current.run("一单");
    next()?.answer("ok");
    await tap;
  });
  expect(arrived[0]?.commandId).toBe("kept-in-draft");
});

it("shows the number to quote where the server spoke", async () => {
  const { send, next } = server();
  const { result } = renderHook(() => useCommand(send, { makeId }));
  await act(async () => {
    const tap = result.current.run("一单");
    next()?.fail(new ApiError("stale", "revision 2", "7F3A-2291"));
    await tap;
  });
  expect(result.current.failure).toMatchObject({ reference: "7F3A-2291", noRight: false });
});
