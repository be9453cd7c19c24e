import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, waitFor } from "@testing-library/react";
import type { ReactElement } from "react";
import { ApiError } from "@/api/apiError";
import { tellConnection } from "@/api/connection";
import { readTimeline } from "@/api/clients";
import { findSimilar, readCustomer, readMyCustomers } from "@/api/customers";
import { previewSale } from "@/api/sales";
import { sendKept } from "@/api/sync";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { unsent, wayToKeep } from "@/features/session/useLeave";
import CustomerDetail from "@/pages/customers/detail";
import EditCustomer from "@/pages/customers/edit";
import QueuePage from "@/pages/field/queue";
import RecordSale from "@/pages/sales/record";
import { CustomerList } from "@/pages/tabs/book/CustomerList";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/reveal");
jest.mock("@/api/clients");
jest.mock("@/api/customers");
jest.mock("@/api/sales");
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));
jest.mock("@/features/session/useConsent", () => ({ useConsent: () => ({ accepted: true }) }));
jest.mock("@/features/session/useMe", () => ({
  ...jest.requireActual<object>("@/features/session/useMe"),
  useRoleShown: () => "rep",
  useMe: () => ({
    data: { team: { unitId: "t" }, leads: [], member: { memberId: "xiaowang", name: "小王" }, company: {} },
    state: "ready",
  }),
}));
let params: Record<string, string> = {};
const opened: string[] = [];
const goTo = (path: string) => void opened.push(path);
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => params,
  open: (path: string) => goTo(path),
  replace: (path: string) => goTo(path),
  usePullDown: () => {},
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/demo/useDemoStand", () => ({ useDemoStand: () => false }));

jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: () => "2026-03-31",
  businessDayNow: () => "2026-03-31",
}));

const known = {
  ...{ customerId: "c-haiyue", name: "海岳机械有限公司", shortName: "海岳机械", initials: "", numbers: [] },
  ...{ phoneTails: [], grade: "A" as const, stage: "服务中", lastVisitOn: null, nextStep: null, sites: [] },
};
const send = jest.mocked(sendKept);
const noNetwork = () => Promise.reject(new ApiError("network", "no connection"));

beforeEach(() => {
  jest.resetAllMocks();
  params = {};
  opened.length = 0;
  clearStorage();
  queryClient.clear();
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  for (const { commandId } of commandQueue.list()) void commandQueue.drop(commandId);
  queryClient.setQueryData(["customers", "mine"], [known]);
  jest.mocked(findSimilar).mockImplementation(noNetwork);
  jest.mocked(readMyCustomers).mockImplementation(noNetwork);
  jest.mocked(readCustomer).mockImplementation(noNetwork);
  jest.mocked(readTimeline).mockImplementation(noNetwork);
  jest.mocked(previewSale).mockImplementation(noNetwork);
  send.mockImplementation(noNetwork);
  jest.spyOn(console, "error").mockImplementation(() => {});
  tellConnection(true, new Date());
});
afterEach(() => queryClient.clear());

const show = (page: ReactElement) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);
const at = (id: string) => document.querySelector(`[id="${id}"]`);
const tap = (id: string) => act(async () => void fireEvent.click(at(id) as Element));
const type = (id: string, value: string) =>
  act(async () => void fireEvent.input(at(id) as Element, { target: { value }, detail: { value } }));
const waiting = () => commandQueue.list();
const sentKinds = () => send.mock.calls.map(([{ items }]) => items.map(({ kind }) => kind));

/** Adds a client, and leaves the page. */
async function add(name: string, shortName = name.slice(0, 4)) {
  const page = show(<EditCustomer />);
  await type("customer-name", name);
  await type("customer-shortName", shortName);
  await type("customer-sites-0-address", "建设路 222 号");
  await tap("customer-save");
  await waitFor(() => expect(opened.length).toBeGreaterThan(0));
  page.unmount();
  return (waiting().at(-1)?.body as { customerId: string }).customerId;
}
/** Records a sale at it. */
async function sell(customerId: string) {
  params = { customerId };
  const page = show(<RecordSale />);
  await type("sale-amount", "100000");
  await tap("sale-submit");
  await waitFor(() => expect(waiting().map(({ kind }) => kind)).toContain("sales.submit"));
  page.unmount();
}
/** What the server says to each kind of command. */
const answering = (bodies: Record<string, [status: number, body: Record<string, unknown>]>) =>
  send.mockImplementation((sent) =>
    Promise.resolve({
      items: sent.items.map(({ commandId, kind }) => {
        const [status, body] = bodies[kind] ?? [500, {}];
        return { commandId, status, body };
      }),
    }),
  );
const asksAbout = (item: object): [number, Record<string, unknown>] => [
  409,
  { code: "customer.maybeKnown", items: [{ shortName: "海岳机械", ownerNames: ["小王"], sameBy: ["name"], ...item }] },
];

describe("a client that is added without a network", () => {
  it("is among my clients at once, and said to wait", async () => {
    await add("东升重工有限公司");
    show(<CustomerList />);
    expect(document.body.textContent).toContain("东升重工");
    expect(document.body.textContent).toContain("还在手机里，等上传");
  });

  it("has a page that says that it waits, on which one goes on working", async () => {
    const id = await add("东升重工有限公司");
    params = { id };
    show(<CustomerDetail />);
    expect(at("client-kept-words")?.textContent).toContain("现在就可以在这里打卡");
    await tap("kept-sale");
    expect(opened.at(-1)).toContain(`customerId=${id}`);
  });

  it("goes before what was recorded at it, which waits for its answer", async () => {
    const id = await add("东升重工有限公司");
    await sell(id);
    const [client, sale] = waiting();
    expect(sale?.after).toBe(client?.commandId);
    send.mockClear();
    answering({
      "customers.create": [200, { customerId: id, revision: 1, created: true }],
      "sales.submit": [200, { sale: (sale?.shown as { sale: object }).sale }],
    });
    await act(() => commandQueue.sendNow());
    expect(sentKinds()).toEqual([["customers.create"], ["sales.submit"]]);
    expect(waiting()).toEqual([]);
  });

  it("taken out of what waits, one is told before what hangs on it", async () => {
    const id = await add("东升重工有限公司");
    await sell(id);
    const [client] = waiting();
    show(<QueuePage />);
    await tap(`queued-drop-${client?.commandId}`);
    expect(at("drop-hanging")?.textContent).toContain("有 1 条等着它：销售单");
  });

  it("taken out of what waits, nothing is said to hang on it where nothing does", async () => {
    await add("东升重工有限公司");
    show(<QueuePage />);
    await tap(`queued-drop-${waiting()[0]?.commandId}`);
    expect(at("drop-sure")).toBeTruthy();
    expect(at("drop-hanging")).toBeNull();
  });

  it("is asked about where the phone knows one like it, before it is kept", async () => {
    act(() => tellConnection(false, null));
    show(<EditCustomer />);
    await type("customer-name", "海岳机械 有限责任公司");
    await type("customer-shortName", "海岳");
    await tap("customer-save");
    expect(at("maybe-known-words")?.textContent).toContain("海岳机械");
    expect(waiting()).toEqual([]);
    await tap("known-other");
    await waitFor(() => expect(waiting()).toHaveLength(1));
    expect(waiting()[0]?.body).toMatchObject({ otherThanIds: ["c-haiyue"] });
    expect(waiting()[0]?.body).not.toHaveProperty("isNewSeen");
  });

  it("is no draft while it waits: the next one begins empty", async () => {
    await add("东升重工有限公司");
    opened.length = 0;
    await add("粤联电气有限公司");
    expect(waiting().map(({ about }) => about)).toEqual(["东升重工", "粤联电气"]);
    expect(unsent()).toMatchObject({ drafts: [] });
  });

  it.each([
    ["customer", "customer:new*2", "toQueue"],
    ["customer", "customer:c1", "online"],
    ["site", "site:c1:new", "toQueue"],
    ["site", "site:c1:new*2", "toQueue"],
    ["site", "site:c1:s1", "online"],
    ["doubt", "doubt:xiaowang:c1", "toQueue"],
    ["doubt", "doubt:xiaowang:c1:appeal", "online"],
  ] as const)("%s draft 「%s」 is kept by submitting it, as far as that goes without a network", (kind, name, way) => {
    expect(wayToKeep([{ key: `draft:xiaowang:${name}`, kind, about: "" }], false)).toBe(way);
  });
});

describe("where the server knows it already", () => {
  it("the person is asked once, and what was recorded follows to the client that it is", async () => {
    const id = await add("东升重工有限公司");
    await sell(id);
    const sale = (waiting()[1]?.shown as { sale: object }).sale;
    answering({ "customers.create": asksAbout({ customerId: "c1", mine: true, mayOpen: true }) });
    await act(() => commandQueue.sendNow());
    expect(waiting().map(({ look }) => look)).toEqual(["refused", "held"]);
    show(<QueuePage />);
    send.mockClear();
    answering({
      "customers.create": [200, { customerId: "c1", revision: 2, created: false }],
      "sales.submit": [200, { sale }],
    });
    await tap(`queued-${waiting()[0]?.commandId}-same-c1`);
    await waitFor(() => expect(waiting()).toEqual([]));
    expect(send.mock.calls[0]?.[0].items[0]?.body).toMatchObject({ customerId: id, sameAsId: "c1" });
    expect(queryClient.getQueryData(["customers", "mine"])).toEqual([known]);
  });

  it("a colleague's is no way on: it is added all the same, and the manager makes one of both", async () => {
    const id = await add("东升重工有限公司");
    answering({ "customers.create": asksAbout({ customerId: "c2", ownerNames: ["小李"], mayOpen: false }) });
    await act(() => commandQueue.sendNow());
    params = { id };
    show(<CustomerDetail />);
    expect(at("client-kept")?.textContent).toContain(
      "（小李），名称相同。是它也先照样新建，记录不会丢，再请主管把两家合并",
    );
    expect(at("client-kept-same-c2")).toBeNull();
    send.mockClear();
    await tap("client-kept-other");
    expect(send.mock.calls[0]?.[0].items[0]?.body).toMatchObject({ isNewSeen: true });
  });

  it("opened again and sent once more it stays in the queue, for what stands on it", async () => {
    const id = await add("东升重工有限公司");
    await sell(id);
    answering({ "customers.create": asksAbout({ customerId: "c1", mine: true, mayOpen: true }) });
    await act(() => commandQueue.sendNow());
    params = { draft: "new" };
    show(<EditCustomer />);
    expect(at("maybe-known-words")).toBeTruthy();
    await tap("known-mine");
    expect(waiting().map(({ kind }) => kind)).toEqual(["customers.create", "sales.submit"]);
    expect(send.mock.calls.at(-1)?.[0].items[0]?.body).toMatchObject({ sameAsId: "c1" });
  });
});
