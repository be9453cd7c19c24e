import { act, renderHook, waitFor } from "@testing-library/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { createElement, type ReactNode } from "react";
import type { AnswerOf } from "@shared/contracts";
import { ApiError } from "@/api/apiError";
import { editCustomer } from "@/api/clients";
import { findSimilar, readCustomer, readMyCustomers } from "@/api/customers";
import { tellConnection } from "@/api/connection";
import { sendKept } from "@/api/sync";
import { useCustomerForm } from "@/features/customers/useCustomerForm";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { store } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";
import { clientPage } from "./givenClientPage";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/clients");
jest.mock("@/api/customers");
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));

const send = jest.mocked(editCustomer);
const add = jest.mocked(sendKept);
const server = jest.mocked(readCustomer);

type Page = AnswerOf<"customers.read">;
const zhang = { contactId: "p1", name: "张主任", role: null, phone: null, needs: null };
const li = { contactId: "p2", name: "李工", role: null, phone: null, needs: null };

/** The client as the server has it. */
const page = (more: Partial<Page["customer"]> = {}): Page => clientPage({ contacts: [zhang], ...more });

const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(QueryClientProvider, { client: queryClient }, children);

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  tellConnection(true, new Date());
  useSession.setState({ memberId: "xiaowang", phase: "in" });
  server.mockResolvedValue(page());
  for (const { commandId } of commandQueue.list()) void commandQueue.drop(commandId);
  add.mockRejectedValue(new ApiError("network", "no answer"));
  jest.mocked(readMyCustomers).mockResolvedValue([]);
  jest.mocked(findSimilar).mockResolvedValue({ items: [] });
  send.mockResolvedValue({ customerId: "c1", revision: 4 });
});

async function opened(id: string | null = "c1") {
  const { result } = renderHook(() => useCustomerForm(id, "总部"), { wrapper });
  if (id !== null) await waitFor(() => expect(result.current.draft.form.name).toBe("海岳机械有限公司"));
  return result;
}
type Opened = Awaited<ReturnType<typeof opened>>;
const change = (form: Opened, part: Parameters<Opened["current"]["draft"]["change"]>[0]) =>
  act(() => form.current.draft.change(part));
const submit = (form: Opened) => act(() => form.current.submit());
const refetched = async (form: Opened, now: Page) => {
  server.mockResolvedValue(now);
  await act(() => queryClient.invalidateQueries());
  await waitFor(() => expect(form.current.old?.data).toEqual(now));
};
const sent = () => send.mock.calls.map(([, body]) => body);

it("saves on the revision that the correction began from, whatever was read since", async () => {
  const form = await opened();
  change(form, { stage: "服务中" });
  await refetched(form, page({ revision: 4, grade: "A" }));
  expect(await submit(form)).toEqual({ field: "conflict" });
  expect(sent()).toEqual([]);
});

describe("where a colleague has changed the client meanwhile", () => {
  it("what only they changed stays theirs, what only I changed is mine", async () => {
    const form = await opened();
    change(form, { stage: "服务中" });
    await refetched(form, page({ revision: 4, grade: "A", contacts: [zhang, li] }));
    expect(form.current.conflict?.parts.map(({ key, isAsked }) => [key, isAsked])).toEqual([
      ["grade", false],
      ["contact:p2", false],
    ]);
    act(() => form.current.conflict?.goOn?.());
    expect(form.current.conflict).toBeNull();
    await submit(form);
    expect(sent()).toMatchObject([{ revision: 4, stage: "服务中", grade: "A", contacts: [zhang, li] }]);
  });

  it.each([
    ["mine", "服务中"],
    ["theirs", "方案提交"],
  ] as const)("of what both changed %s is saved where I choose it", async (whose, stage) => {
    const form = await opened();
    change(form, { stage: "服务中" });
    await refetched(form, page({ revision: 4, stage: "方案提交" }));
    expect(form.current.conflict).toMatchObject({
      parts: [{ key: "stage", mine: "服务中", theirs: "方案提交", isAsked: true }],
      goOn: null,
    });
    act(() => form.current.conflict?.choose("stage", whose));
    act(() => form.current.conflict?.goOn?.());
    await submit(form);
    expect(sent()).toMatchObject([{ revision: 4, stage }]);
  });

  it("a refusal of the server shows what stands there now", async () => {
    const form = await opened();
    change(form, { stage: "服务中" });
    send.mockRejectedValueOnce(new ApiError("stale", "changed"));
    server.mockResolvedValue(page({ revision: 4, stage: "方案提交" }));
    await submit(form);
    await waitFor(() => expect(form.current.conflict?.parts).toHaveLength(1));
    act(() => form.current.conflict?.takeTheirs());
    await waitFor(() => expect(form.current.draft.form.stage).toBe("方案提交"));
  });

  it("somebody whom they have taken out and I have changed is asked about", async () => {
    const form = await opened();
    const [first] = form.current.draft.form.contacts;
    change(form, { contacts: first ? [{ ...first, role: "采购" }] : [] });
    await refetched(form, page({ revision: 4, contacts: [] }));
    expect(form.current.conflict?.parts).toMatchObject([
      { key: "contact:p1", mine: "张主任 · 采购", theirs: null, isAsked: true },
    ]);
    act(() => form.current.conflict?.choose("contact:p1", "theirs"));
    act(() => form.current.conflict?.goOn?.());
    expect(form.current.draft.form.contacts).toEqual([]);
  });

  it("nothing is asked where it was something that is not corrected here", async () => {
    const form = await opened();
    change(form, { stage: "服务中" });
    await refetched(form, page({ revision: 4 }));
    await waitFor(() => expect(form.current.conflict).toBeNull());
    await submit(form);
    expect(sent()).toMatchObject([{ revision: 4, stage: "服务中" }]);
  });
});

describe("an answer that was lost", () => {
  const lost = () => new ApiError("network", "no answer");

  it("is asked for again under the same id while nothing else was typed", async () => {
    const form = await opened();
    change(form, { stage: "服务中" });
    send.mockRejectedValueOnce(lost());
    await submit(form);
    await submit(form);
    const [first, second] = sent();
    expect(second).toEqual(first);
  });

  it("is another command once something else was typed", async () => {
    const form = await opened();
    change(form, { stage: "服务中" });
    send.mockRejectedValueOnce(lost());
    await submit(form);
    change(form, { grade: "A" });
    await submit(form);
    const [first, second] = sent();
    expect(second?.commandId).not.toBe(first?.commandId);
  });

  it("is another command where what was sent has arrived and is read again", async () => {
    const form = await opened();
    change(form, { stage: "服务中" });
    send.mockRejectedValueOnce(lost());
    await submit(form);
    await refetched(form, page({ revision: 4, stage: "服务中" }));
    await submit(form);
    const [first, second] = sent();
    expect(second).toMatchObject({ revision: 4 });
    expect(second?.commandId).not.toBe(first?.commandId);
  });

  it("of a number and tags that are kept otherwise than typed is no change by others", async () => {
    const form = await opened();
    const [first] = form.current.draft.form.contacts;
    change(form, { tags: "重点、进口", contacts: [{ ...zhang, role: "", needs: "", ...first, phone: "13800000000" }] });
    send.mockRejectedValueOnce(lost());
    await submit(form);
    await refetched(
      form,
      page({ revision: 4, tags: ["重点", "进口"], contacts: [{ ...zhang, phone: "8613800000000" }] }),
    );
    await waitFor(() => expect(form.current.draft.form.began?.revision).toBe(4));
    expect(form.current.conflict).toBeNull();
  });

  it("of a new client is the same client, whatever else was typed", async () => {
    const form = await opened(null);
    change(form, { name: "新粤精工", shortName: "新粤" });
    await submit(form);
    change(form, { grade: "A" });
    await submit(form);
    const sent = add.mock.calls.flatMap(([{ items }]) => items.map(({ body }) => body as { customerId: string }));
    expect(new Set(sent.map(({ customerId }) => customerId)).size).toBe(1);
    expect(commandQueue.list().map(({ body }) => body)).toMatchObject([{ name: "新粤精工", grade: "A" }]);
  });
});

it("has the address and the position that an earlier version had kept of a new client", async () => {
  const pin = { latDeg: 23.1, lngDeg: 113.3 };
  store("draft:xiaowang:customer:new", { name: "宏图电子", shortName: "宏图", address: "科学大道 1 号", pin });
  const form = await opened(null);
  expect(form.current.draft.form).toMatchObject({ name: "宏图电子", sites: [{ address: "科学大道 1 号", pin }] });
  change(form, { grade: "A" });
  await submit(form);
  expect(commandQueue.list()[0]?.body).toMatchObject({ sites: [{ address: "科学大道 1 号", pin }] });
});
