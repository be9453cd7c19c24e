import { useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { BodyOf } from "@shared/contracts";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { useTableViews } from "@/features/tables/useTableViews";
import { plainLook } from "@/ui/DataTable/types";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

type Body = BodyOf<"tableViews.set">;
const server = { views: [] as Body["views"], revision: 0 };
const sent: Body[] = [];
jest.mock("@/api/tableViews", () => ({
  readTableViews: () => Promise.resolve({ ...server }),
  setTableViews: (body: Body) => {
    sent.push(body);
    if (body.revision !== server.revision) return Promise.reject(new Error("stale"));
    Object.assign(server, { views: body.views, revision: body.revision + 1 });
    return Promise.resolve({ ...server });
  },
}));

const toConfirm = { ...plainLook, filters: { state: "submitted" }, sort: { by: "recordedAt", isDescending: false } };

/** The table of sales, set up as it is kept for the page. */
function shownAs(first: typeof plainLook) {
  const { result } = renderHook(
    () => {
      const [look, setLook] = useState(first);
      return { look, setLook, views: useTableViews("sales", look, setLook) };
    },
    { wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider> },
  );
  return result;
}

beforeEach(() => {
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  queryClient.clear();
  sent.length = 0;
  Object.assign(server, { views: [], revision: 0 });
});

it("keeps how a table stands under a name, beside the views of other tables", async () => {
  const ofTeam = { table: "team", name: "本月", columns: [], sort: null, search: null, filters: [] };
  Object.assign(server, { views: [ofTeam], revision: 4 });
  const shown = shownAs(toConfirm);
  await waitFor(() => expect(shown.current.views.busy).toBe(false));
  act(() => shown.current.views.keep("待确认的"));
  await waitFor(() => expect(shown.current.views.present).toBe("待确认的"));
  expect(sent[0]?.revision).toBe(4);
  expect(sent[0]?.views.map(({ table, name }) => `${table} ${name}`)).toEqual(["team 本月", "sales 待确认的"]);
});

it("sets a table up as a view has it", async () => {
  const shown = shownAs(toConfirm);
  await waitFor(() => expect(shown.current.views.busy).toBe(false));
  act(() => shown.current.views.keep("待确认的"));
  await waitFor(() => expect(shown.current.views.names).toEqual(["待确认的"]));
  act(() => shown.current.setLook(plainLook));
  expect(shown.current.views.present).toBeNull();
  act(() => shown.current.views.choose("待确认的"));
  expect(shown.current.look).toEqual(toConfirm);
});

it("has one view of a name, and none once it is deleted", async () => {
  const shown = shownAs(toConfirm);
  await waitFor(() => expect(shown.current.views.busy).toBe(false));
  act(() => shown.current.views.keep("大单"));
  await waitFor(() => expect(shown.current.views.names).toEqual(["大单"]));
  act(() => shown.current.setLook(plainLook));
  act(() => shown.current.views.keep("大单"));
  await waitFor(() => expect(shown.current.views.present).toBe("大单"));
  expect(server.views).toHaveLength(1);
  act(() => shown.current.views.remove("大单"));
  await waitFor(() => expect(shown.current.views.names).toEqual([]));
});

it("shows what another computer has kept meanwhile, where that was faster", async () => {
  const shown = shownAs(toConfirm);
  await waitFor(() => expect(shown.current.views.busy).toBe(false));
  const elsewhere = { table: "sales", name: "别处存的", columns: [], sort: null, search: null, filters: [] };
  Object.assign(server, { views: [elsewhere], revision: 1 });
  act(() => shown.current.views.keep("大单"));
  await waitFor(() => expect(shown.current.views.names).toEqual(["别处存的"]));
  expect(shown.current.views.failure).not.toBeNull();
  act(() => shown.current.views.keep("大单"));
  await waitFor(() => expect(shown.current.views.names).toEqual(["别处存的", "大单"]));
});
