import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, renderHook, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import type { Shape } from "@/api/shape";
import { queryClient } from "@/features/query/queryClient";
import { useApiQuery } from "@/features/query/useApiQuery";
import { askAgain } from "@/features/renew/askAgain";
import { useSession } from "@/features/session/sessionStore";
import { readStored, store } from "@/platform/storage";
import { FrameContext, Page } from "@/ui";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const shape: Shape = { fields: { amountFen: "whole", asOf: "instant" } };
const name = "copy:xiaowang:month";
const good = { amountFen: 150_000, asOf: "2026-03-26T01:00:00Z" };
const copy = (data: unknown, more: object = {}) => ({
  of: "xiaowang",
  version: 1,
  answeredAt: null,
  data,
  ...more,
});

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);
const never = () => new Promise<typeof good>(() => {});
const month = (read: () => Promise<typeof good>) =>
  renderHook(() => useApiQuery(["month"], read, { keep: shape }), { wrapper }).result;

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  jest.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  queryClient.clear();
  jest.restoreAllMocks();
});

it("shows the last answer before there is a new one", () => {
  store(name, copy(good));
  expect(month(never).current).toMatchObject({ data: good, isCopy: true });
});

it.each([
  ["of somebody else", copy(good, { of: "lisi" })],
  ["of another form", copy(good, { version: 0 })],
  ["as an earlier version kept it", good],
  ["without a field", copy({ amountFen: 1 })],
  ["of an empty object", copy({})],
  ["of a login page", copy("<html></html>")],
  ["that is a text", "150000"],
])("asks anew in place of a copy %s", async (_what, kept) => {
  store(name, kept);
  const result = month(() => Promise.resolve(good));
  expect(result.current.data).toBeUndefined();
  expect(readStored(name)).toBeNull();
  await waitFor(() => expect(result.current.data).toEqual(good));
  expect(readStored(name)).toEqual(copy(good));
});

describe("A page that breaks while it draws", () => {
  function Month({ read }: { read: () => Promise<typeof good> }) {
    const { data } = useApiQuery(["month"], read, { keep: shape });
    // As a formatter does with a day that is in no calendar.
    return <p>{data ? new Date(data.asOf).toISOString() : "…"}</p>;
  }
  const open = (read: () => Promise<typeof good>) =>
    render(
      <FrameContext.Provider value={{ ...frame, recover: () => void askAgain() }}>
        <Page id="page" title="收入">
          <Month read={read} />
        </Page>
      </FrameContext.Provider>,
      { wrapper },
    );
  const frame = {
    ...{
      theme: "system" as const,
      themeSeen: "light" as const,
      type: "m" as const,
      motionOff: false,
      amountsHidden: false,
    },
    ...{
      online: true,
      notice: null,
      asOf: null,
      waiting: null,
      tabs: [],
      drawsHeader: false,
      goBack: () => {},
      failureSeen: () => {},
      reportFailure: null,
      holdBack: () => () => {},
      recover: () => {},
    },
  };
  const impossible = { ...good, asOf: "2026-99-99T01:00:00Z" };

  it("recovers by itself from the copy that broke it", async () => {
    store(name, copy(impossible));
    open(() => Promise.resolve(good));
    expect(screen.queryByText("这一页出了点问题")).toBeNull();
    expect(await screen.findByText("2026-03-26T01:00:00.000Z")).toBeTruthy();
    expect(readStored(name)).toEqual(copy(good));
  });

  it("asks the person where the same comes again", async () => {
    store(name, copy(impossible));
    open(() => Promise.resolve(impossible));
    expect(await screen.findByText("这一页出了点问题")).toBeTruthy();
    await act(() => Promise.resolve());
  });
});
