import { act, renderHook, waitFor } from "@testing-library/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { createElement, type ReactNode } from "react";
import type { AnswerOf, CustomerView } from "@shared/contracts";
import { ApiError } from "@/api/apiError";
import { editSite } from "@/api/clients";
import { readCustomer } from "@/api/customers";
import { tellConnection } from "@/api/connection";
import { additionOf, queuedSitesOf, withQueuedClients } from "@/features/customers/queuedClients";
import { useSiteForm } from "@/features/customers/useSiteForm";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { clearStorage } from "../../support/fakeTaro";
import { clientPage } from "./givenClientPage";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/clients");
jest.mock("@/api/customers");
jest.mock("@/api/sync", () => ({
  ...jest.requireActual<object>("@/api/sync"),
  sendKept: () => new Promise(() => {}),
}));

const edit = jest.mocked(editSite);
const server = jest.mocked(readCustomer);

type Page = AnswerOf<"customers.read">;
const plant = {
  siteId: "s1",
  name: "总部",
  address: "阅江西路",
  latDeg: 23.1,
  lngDeg: 113.3,
  radiusM: 200,
  pinStatus: "confirmed" as const,
};
const page = (revision: number, site: Partial<typeof plant> = {}): Page =>
  clientPage({ sites: [{ ...plant, ...site }], revision });
const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(QueryClientProvider, { client: queryClient }, children);

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  for (const { commandId } of commandQueue.list()) void commandQueue.drop(commandId);
  queryClient.clear();
  tellConnection(true, new Date());
  useSession.setState({ memberId: "xiaowang", phase: "in" });
  server.mockResolvedValue(page(3));
  edit.mockResolvedValue({ customerId: "c1", revision: 4 });
});

async function opened(siteId: string | null) {
  const { result } = renderHook(() => useSiteForm("c1", siteId, "总部"), { wrapper });
  await waitFor(() => expect(result.current.draft.form.began?.revision).toBe(3));
  return result;
}
type Opened = Awaited<ReturnType<typeof opened>>;
const change = (form: Opened, part: Parameters<Opened["current"]["draft"]["change"]>[0]) =>
  act(() => form.current.draft.change(part));
const submit = (form: Opened) => act(() => form.current.submit());
const refetched = async (form: Opened, now: Page) => {
  server.mockResolvedValue(now);
  await act(() => queryClient.invalidateQueries());
  await waitFor(() => expect(form.current.customer.data).toEqual(now));
};

describe("a new place", () => {
  const typed = async (name: string) => {
    const form = await opened(null);
    change(form, { name, address: "科学大道" });
    await act(async () => void form.current.submit());
    return form;
  };

  it("is kept on this phone before anything else, beside the ones that are there", async () => {
    await typed("二厂");
    const [{ kind, params, body, after, lane } = {}] = commandQueue.list();
    expect({ kind, params, after, lane }).toEqual({
      ...{ kind: "sites.add", params: { customerId: "c1" }, after: null, lane: "c1" },
    });
    expect(body).toMatchObject({ name: "二厂", address: "科学大道", pin: null, radiusM: 200 });
    expect(body).not.toHaveProperty("revision");
    expect(body).not.toMatchObject({ siteId: "s1" });
  });

  it("stands among my clients' places meanwhile, and what is recorded there goes after it", async () => {
    await typed("二厂");
    const [entry] = commandQueue.list();
    const [{ site: { siteId } } = { site: { siteId: "" } }] = queuedSitesOf(commandQueue.list());
    const client = { customerId: "c1", sites: [plant] } as unknown as CustomerView;
    const [mine] = withQueuedClients([client], commandQueue.list());
    expect(mine?.sites.map(({ name }) => name)).toEqual(["总部", "二厂"]);
    expect(additionOf(commandQueue.list(), "c1", siteId)).toBe(entry?.commandId);
    expect(additionOf(commandQueue.list(), "c1", "s1")).toBeNull();
  });

  it("is another one than the one that waits, where two are added", async () => {
    await typed("二厂");
    await typed("三厂");
    expect(queuedSitesOf(commandQueue.list()).map(({ site }) => site.name)).toEqual(["二厂", "三厂"]);
  });

  it("asks for a name where there are others, and for an address always", async () => {
    const form = await opened(null);
    expect(await submit(form)).toEqual({ field: "name" });
    expect(form.current.faults).toEqual({ name: "missing", address: "missing" });
    expect(commandQueue.list()).toEqual([]);
  });
});

it("goes on where something else of the client was changed meanwhile", async () => {
  const form = await opened("s1");
  change(form, { address: "阅江中路" });
  await refetched(form, page(4));
  await waitFor(() => expect(form.current.draft.form.began?.revision).toBe(4));
  expect(await submit(form)).toBe(true);
  expect(edit.mock.calls[0]?.[1]).toMatchObject({ revision: 4, address: "阅江中路" });
});

it("overwrites nothing of the place that others changed, before one has seen it", async () => {
  const form = await opened("s1");
  change(form, { address: "阅江中路" });
  edit.mockRejectedValueOnce(new ApiError("stale", "changed"));
  server.mockResolvedValue(page(4, { address: "阅江东路" }));
  await submit(form);
  await waitFor(() => expect(form.current.conflict?.theirs.address).toBe("阅江东路"));
  expect(await submit(form)).toEqual({ field: "conflict" });
  act(() => form.current.conflict?.keepMine());
  expect(await submit(form)).toBe(true);
  expect(edit.mock.calls.map(([, body]) => [body.revision, body.address])).toEqual([
    [3, "阅江中路"],
    [4, "阅江中路"],
  ]);
});

it("leaves the position to which others moved the place meanwhile, where one has corrected its address alone", async () => {
  const form = await opened("s1");
  change(form, { address: "阅江中路" });
  await refetched(form, page(4, { latDeg: 23.2, address: "阅江东路" }));
  act(() => form.current.conflict?.keepMine());
  expect(await submit(form)).toBe(true);
  expect(edit.mock.calls[0]?.[1]).toMatchObject({ address: "阅江中路", pin: { latDeg: 23.2, lngDeg: 113.3 } });
});

it("shows what others wrote where one takes theirs", async () => {
  const form = await opened("s1");
  change(form, { address: "阅江中路" });
  await refetched(form, page(4, { address: "阅江东路" }));
  act(() => form.current.conflict?.takeTheirs());
  await waitFor(() => expect(form.current.draft.form.address).toBe("阅江东路"));
});

it("is another command once something else is typed, and the same one while it is not", async () => {
  const form = await opened("s1");
  change(form, { address: "阅江中路" });
  edit
    .mockRejectedValueOnce(new ApiError("network", "no answer"))
    .mockRejectedValueOnce(new ApiError("network", "no answer"));
  await submit(form);
  await submit(form);
  change(form, { name: "一厂" });
  await submit(form);
  const [first, second, third] = edit.mock.calls.map(([, body]) => body.commandId);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

it("says so where the place is gone", async () => {
  const { result } = renderHook(() => useSiteForm("c1", "s9", "总部"), { wrapper });
  await waitFor(() => expect(result.current.isGone).toBe(true));
});
