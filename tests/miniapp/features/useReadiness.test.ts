import { act, renderHook } from "@testing-library/react";
import { readReadiness } from "@/api/readiness";
import { useReadiness } from "@/features/session/useReadiness";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/readiness");

const server = jest.mocked(readReadiness);
const well = {
  wecom: "answers",
  fault: null,
  errcode: null,
  address: null,
  checkedAt: "2026-03-26T01:00:00Z",
  since: null,
  directoryReadAt: "2026-03-26T01:00:00Z",
  knowsPeople: true,
} as const;
const refused = { ...well, wecom: "failing", fault: "secret", errcode: 40001, since: "2026-03-26T01:00:00Z" } as const;

let comesIn: jest.Mock;
beforeEach(() => {
  jest.resetAllMocks();
  jest.useFakeTimers();
  comesIn = jest.fn();
});
afterEach(() => jest.useRealTimers());

async function standing(stands = true) {
  const hook = renderHook(() => useReadiness(stands, comesIn));
  await act(async () => {});
  return hook;
}
const later = () => act(() => jest.advanceTimersByTimeAsync(10_000));

it("says to who cannot come in what the installation lacks", async () => {
  server.mockResolvedValue(refused);
  expect((await standing()).result.current).toEqual({ fault: "secret", errcode: 40001, address: null, isFirst: false });
});

it("says that nobody is known yet", async () => {
  server.mockResolvedValue({ ...well, knowsPeople: false });
  expect((await standing()).result.current).toEqual({ fault: "notRead", isFirst: true });
});

it("says that nobody reads the directory", async () => {
  server.mockResolvedValue({ ...well, wecom: "unwatched", knowsPeople: false });
  expect((await standing()).result.current).toEqual({ fault: "unwatched", isFirst: true });
});

it("says nothing of a worker that does not run to who is known all the same", async () => {
  server.mockResolvedValue({ ...well, wecom: "unwatched" });
  expect((await standing()).result.current).toBeNull();
});

it("lets them in by itself once it has been put right", async () => {
  server.mockResolvedValueOnce(refused).mockResolvedValue(well);
  await standing();
  expect(comesIn).not.toHaveBeenCalled();
  await later();
  expect(comesIn).toHaveBeenCalledTimes(1);
});

it("leaves whom it is about alone where nothing is missing", async () => {
  server.mockResolvedValue(well);
  const { result } = await standing();
  await later();
  expect([result.current, comesIn.mock.calls]).toEqual([null, []]);
});

it("keeps what it has said while the server does not answer", async () => {
  server.mockResolvedValueOnce(refused).mockRejectedValue(new Error("gone"));
  const { result } = await standing();
  await later();
  expect(result.current).toEqual({ fault: "secret", errcode: 40001, address: null, isFirst: false });
});

it("asks nothing for whoever is on their way in", async () => {
  await standing(false);
  expect(server).not.toHaveBeenCalled();
});
