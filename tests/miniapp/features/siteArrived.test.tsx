import { act, renderHook, waitFor } from "@testing-library/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { createElement, type ReactNode } from "react";
import type { AnswerOf } from "@shared/contracts";
import { ApiError } from "@/api/apiError";
import { editSite } from "@/api/clients";
import { readCustomer } from "@/api/customers";
import { tellConnection } from "@/api/connection";
import { useSiteForm } from "@/features/customers/useSiteForm";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { clearStorage } from "../../support/fakeTaro";
import { clientPage } from "./givenClientPage";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/clients");
jest.mock("@/api/customers");

const edit = jest.mocked(editSite);
const server = jest.mocked(readCustomer);

type Page = AnswerOf<"customers.read">;
const plant = {
  ...{ siteId: "s1", name: "总部", address: "阅江西路", latDeg: null, lngDeg: null },
  ...{ radiusM: 200, pinStatus: "typed" as const },
};
const page = (revision: number, sites: Page["customer"]["sites"] = [plant]): Page => clientPage({ sites, revision });
const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(QueryClientProvider, { client: queryClient }, children);

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
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
/** What was sent has arrived as this, and its answer was lost; then the client is read again. */
async function arrivesUnanswered(form: Opened, sites: Page["customer"]["sites"]) {
  edit.mockRejectedValueOnce(new ApiError("network", "no answer"));
  await submit(form);
  edit.mockReset().mockResolvedValue({ customerId: "c1", revision: 5 });
  server.mockResolvedValue(page(4, sites));
  await act(() => queryClient.invalidateQueries());
  await waitFor(() => expect(form.current.draft.form.began?.revision).toBe(4));
}

describe("a place that has arrived without an answer", () => {
  it("is no change by others", async () => {
    const form = await opened("s1");
    change(form, { address: "阅江中路 " });
    await arrivesUnanswered(form, [{ ...plant, address: "阅江中路" }]);
    expect(form.current.conflict).toBeNull();
    expect(await submit(form)).toBe(true);
  });

  it("is no change by others either where something else was typed since", async () => {
    const form = await opened("s1");
    change(form, { address: "阅江中路" });
    edit.mockRejectedValueOnce(new ApiError("network", "no answer"));
    await submit(form);
    change(form, { name: "一厂" });
    server.mockResolvedValue(page(4, [{ ...plant, address: "阅江中路" }]));
    await act(() => queryClient.invalidateQueries());
    await waitFor(() => expect(form.current.draft.form.began?.revision).toBe(4));
    expect(await submit(form)).toBe(true);
    expect(edit.mock.calls[1]?.[1]).toMatchObject({ revision: 4, name: "一厂", address: "阅江中路" });
  });
});
