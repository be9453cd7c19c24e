import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactElement } from "react";
import { ApiError } from "@/api/apiError";
import { previewSale, readSale } from "@/api/sales";
import { tellConnection } from "@/api/connection";
import { sendKept } from "@/api/sync";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { recoverSession } from "@/features/session/recover";
import { unsent } from "@/features/session/useLeave";
import { withSettled } from "@/features/todos/useTodos";
import QueuePage from "@/pages/field/queue";
import SaleDetail from "@/pages/sales/detail";
import RecordSale from "@/pages/sales/record";
import { readStored, store } from "@/platform/storage";
import { clearStorage, fakeTaro } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/reveal");
jest.mock("@/api/sales");
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));
let params: Record<string, string> = {};
const opened: string[] = [];
const goTo = (path: string) => void opened.push(path);
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => params,
  open: (path: string) => goTo(path),
  replace: (path: string) => goTo(path),
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
let today = "2026-03-31";
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: () => today,
  businessDayNow: () => today,
}));

const client = {
  ...{ customerId: "c-haiyue", name: "海岳机械有限公司", shortName: "海岳机械", initials: "", numbers: [] },
  ...{ phoneTails: [], grade: "A", stage: "服务中", lastVisitOn: null, nextStep: null, sites: [] },
};
const send = jest.mocked(sendKept);
const noNetwork = () => Promise.reject(new ApiError("network", "no connection"));
/** What is sent, and what the server says to it. */
const answers = (status: number, body: Record<string, unknown>) => (sent: Parameters<typeof sendKept>[0]) =>
  Promise.resolve({ items: sent.items.map(({ commandId }) => ({ commandId, status, body })) });
const sentItems = () => send.mock.calls.flatMap(([{ items }]) => items);
/** As it was sent, recorded. */
const recorded = (sent: Parameters<typeof sendKept>[0]) =>
  Promise.resolve({
    items: sent.items.map(({ commandId }) => ({
      commandId,
      status: 200,
      body: { sale: (commandQueue.list().find((one) => one.commandId === commandId)?.shown as { sale: object }).sale },
    })),
  });

beforeEach(() => {
  jest.resetAllMocks();
  params = { customerId: "c-haiyue" };
  today = "2026-03-31";
  opened.length = 0;
  clearStorage();
  queryClient.clear();
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  for (const { commandId } of commandQueue.list()) void commandQueue.drop(commandId);
  queryClient.setQueryData(["customers", "mine"], [client]);
  jest.mocked(previewSale).mockImplementation(noNetwork);
  jest.mocked(readSale).mockImplementation(noNetwork);
  send.mockImplementation(noNetwork);
  jest.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => queryClient.clear());

const show = (page: ReactElement) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);
const at = (id: string) => document.querySelector(`[id="${id}"]`);
const tap = (id: string) => act(async () => void fireEvent.click(at(id) as Element));
const type = (id: string, value: string) =>
  act(async () => void fireEvent.input(at(id) as Element, { target: { value }, detail: { value } }));
const amountOf = () => document.querySelector<HTMLInputElement>("#sale-amount input, input#sale-amount")?.value;

/** Records a sale at the client, and leaves the page. */
async function record(amount: string, { stays = false } = {}) {
  const page = show(<RecordSale />);
  await type("sale-amount", amount);
  await tap("sale-submit");
  await waitFor(() => expect(at("kept-words")).toBeTruthy());
  if (!stays) page.unmount();
}
async function shownQueue() {
  show(<QueuePage />);
  await waitFor(() => expect(screen.getByText(/销售单/)).toBeTruthy());
}
const entry = () => commandQueue.list()[0];

describe("a sale that is recorded in a basement", () => {
  it("is on the phone with its client and amount, and promises nothing as recorded", async () => {
    await record("100000", { stays: true });
    expect(at("kept-words")?.textContent).toMatch(/已存在手机里.*签单日3月31日不会变。还没提交到公司/);
    expect(screen.getByText("提交到公司、确认以后才算业绩和提成。")).toBeTruthy();
    expect(at("submitted-words")).toBeNull();
    expect(entry()).toMatchObject({
      ...{ kind: "sales.submit", lane: "c-haiyue", about: "海岳机械", look: "waiting" },
      body: { customerId: "c-haiyue", amountFen: 10_000_000, signedOn: "2026-03-31" },
    });
  });

  it("is no draft while it waits: the next one begins empty, and both go", async () => {
    await record("100000");
    expect(unsent()).toMatchObject({ drafts: [], queued: [{ kind: "sales.submit" }] });
    await record("200000");
    expect(commandQueue.list().map(({ body }) => (body as { amountFen: number }).amountFen)).toEqual([
      10_000_000, 20_000_000,
    ]);
    send.mockImplementation(recorded);
    await act(() => commandQueue.sendNow());
    expect([commandQueue.list(), unsent()]).toEqual([[], null]);
  });

  it("that is like one that waits is asked about before it is kept as well", async () => {
    await record("100000");
    show(<RecordSale />);
    await type("sale-amount", "100000");
    await tap("sale-submit");
    expect(at("repeated-words")?.textContent).toContain("还在这部手机里等上传");
    expect(commandQueue.list()).toHaveLength(1);
    await tap("repeated-two");
    await waitFor(() => expect(commandQueue.list()).toHaveLength(2));
    expect(commandQueue.list()[1]?.body).toMatchObject({ repeatSeen: true });
  });

  const recordedSale = {
    ...{ saleId: "s-old", customerId: "c-haiyue", customerName: "海岳机械", amountFen: 10_000_000, contractNo: null },
    ...{ rep: { memberId: "xiaowang", name: "小王" }, signedOn: "2026-03-31", state: "submitted", revision: 1 },
    ...{ submittedAt: "2026-03-31T01:00:00.000Z", confirmedAt: null, confirmedByName: null, mayDecide: false },
    ...{ returnReason: null, mayPraise: false },
  };

  it("that is like one that this phone knows to be recorded is asked about as well", async () => {
    const pages = [{ items: [recordedSale], nextCursor: null }];
    queryClient.setQueryData(["sales", "mine", "list"], { pages, pageParams: [null] });
    act(() => tellConnection(false, null));
    show(<RecordSale />);
    await type("sale-amount", "100000");
    await tap("sale-submit");
    expect(at("repeated-words")?.textContent).toContain("已经提交过一单");
    expect(commandQueue.list()).toEqual([]);
    act(() => tellConnection(true, new Date()));
  });

  it("of ten times the largest that this phone knows to be confirmed is asked about, and each question once", async () => {
    const items = [
      { ...recordedSale, state: "confirmed" },
      { ...recordedSale, saleId: "s-new", amountFen: 100_000_100 },
    ];
    queryClient.setQueryData(["sales", "mine", "list"], { pages: [{ items, nextCursor: null }], pageParams: [null] });
    act(() => tellConnection(false, null));
    show(<RecordSale />);
    await type("sale-amount", "1000001");
    await tap("sale-submit");
    expect(at("large-words")?.textContent).toBe("是你近 12 个月最大一单10万元的 10 倍以上。核对一下零的个数和小数点。");
    await tap("large-submit");
    await tap("repeated-two");
    await waitFor(() => expect(entry()?.body).toMatchObject({ largeAmountSeen: true, repeatSeen: true }));
    act(() => tellConnection(true, new Date()));
  });

  it("is not said to be meant by whoever was asked only whether it is another one", async () => {
    await record("100000");
    show(<RecordSale />);
    await type("sale-amount", "100000");
    await tap("sale-submit");
    await tap("repeated-two");
    await waitFor(() => expect(commandQueue.list()).toHaveLength(2));
    expect(commandQueue.list()[1]?.body).not.toHaveProperty("largeAmountSeen");
  });

  it("takes no draft along that another tab has begun meanwhile", async () => {
    await record("100000");
    const { draft } = entry() ?? {};
    store(draft ?? "", { ...(readStored(draft ?? "") as object), commandId: "of-another-tab", amount: "5" });
    send.mockImplementation(recorded);
    await act(() => commandQueue.sendNow());
    expect(unsent()).toMatchObject({ queued: [], drafts: [{ key: draft }] });
  });

  it("keeps the day on which it was recorded, sent or as a draft again a day later", async () => {
    await record("100000");
    today = "2026-04-01";
    await shownQueue();
    await tap(`queued-drop-${entry()?.commandId}`);
    expect(at("drop-draft")?.textContent).toContain("变回草稿");
    await tap("drop-sure");
    await waitFor(() => expect(at("queue-draft")).toBeTruthy());
    expect([commandQueue.list().length, unsent()?.drafts.length]).toEqual([0, 1]);
    // It is at the client again.
    show(<RecordSale />);
    expect(amountOf()).toBe("100000");
    await tap("sale-submit");
    await waitFor(() => expect(commandQueue.list()).toHaveLength(1));
    expect(entry()?.body).toMatchObject({ signedOn: "2026-03-31" });
  });

  it("comes back as it was sent, also where the program was killed before the last key was saved", async () => {
    show(<RecordSale />);
    await type("sale-amount", "100000");
    await tap("sale-submit");
    // What is on the phone at this moment is all that is left of it.
    expect(readStored(entry()?.draft ?? "")).toMatchObject({
      ...{ commandId: entry()?.commandId, amount: "100000", signedOn: "2026-03-31" },
    });
  });

  it("turns to submitted on its page once the server has it, with who confirms it and the month that it counts in", async () => {
    await record("100000", { stays: true });
    const sale = { ...(entry()?.shown as { sale: object }).sale, deciderNames: ["陈浩"] };
    today = "2026-04-01";
    jest
      .mocked(readSale)
      .mockResolvedValue({ sale, footsteps: [], countsFor: [], seesFootsteps: true, teamEffects: [] } as never);
    send.mockImplementation(answers(200, { sale }));
    await act(() => commandQueue.sendNow());
    await waitFor(() => expect(at("submitted-words")).toBeTruthy());
    expect(at("kept-words")).toBeNull();
    expect(at("submitted-words")?.textContent).toBe("已提交，等陈浩确认，有结果会通知你");
    expect(at("counts-in")?.textContent).toContain("现在确认计入4月");
    expect([unsent(), amountOf()]).toEqual([null, ""]);
  });

  it("is known on its page also where nobody has said for a day who reads", async () => {
    useSession.setState({
      phase: "unknown",
      remembered: { memberId: "xiaowang", language: "zh-CN", roles: ["rep"], knownAtMs: 0 },
    });
    act(() => tellConnection(false, null));
    await record("100000", { stays: true });
    expect(screen.getByText("待上传")).toBeTruthy();
    expect(readSale).not.toHaveBeenCalledWith((entry()?.body as { saleId: string }).saleId);
    act(() => tellConnection(true, new Date()));
  });

  it("has a page of its own, which says that the company does not have it", async () => {
    await record("100000");
    params = { id: (entry()?.body as { saleId: string }).saleId };
    show(<SaleDetail />);
    expect(at("sale-kept-words")?.textContent).toContain("还没提交到公司");
    expect(readSale).not.toHaveBeenCalledWith(params.id);
    await tap("sale-change");
    expect(opened).toEqual([`/pages/sales/record/index?draft=c-haiyue`]);
  });
});

describe("a kept sale whose sheet is open while another tab takes it out", () => {
  const waiting = () => screen.queryByText("等待");
  const takenOut = () => act(async () => void (await commandQueue.drop(entry()?.commandId ?? "")));
  const unknown = () => Promise.reject(new ApiError("sale.unknown", "no such sale", "r1", [], {}, 404));

  it("says that it was taken out and not submitted, and goes on with what was filled in", async () => {
    await record("100000", { stays: true });
    expect(at("kept-words")?.textContent).toContain("已存在手机里");
    jest.mocked(readSale).mockImplementation(unknown);
    await takenOut();
    await waitFor(() => expect(at("kept-words")?.textContent).toContain("没有提交到公司"));
    expect(at("kept-words")?.textContent).toContain("删掉");
    await tap("kept-go-on");
    expect([at("kept-words"), amountOf()]).toEqual([null, "100000"]);
  });

  it("no longer says that it waits, where the server cannot be asked whether it has it", async () => {
    await record("100000", { stays: true });
    await takenOut();
    await waitFor(() => expect(at("kept-words")?.textContent).toContain("已经不在待上传里"));
    expect(waiting()).toBeNull();
    expect(at("kept-go-on")).toBeNull();
  });
});

describe("a sale that is submitted with a session that has ended", () => {
  const env = process.env.TARO_ENV;
  beforeEach(() => {
    process.env.TARO_ENV = "h5";
    // The address of the form, as a browser has it.
    window.location.hash = "/pages/sales/record/index?customerId=c-haiyue";
  });
  afterEach(() => {
    process.env.TARO_ENV = env;
    window.location.hash = "";
    jest.restoreAllMocks();
  });
  const sentToEntrance = () => {
    const restart = jest.spyOn(fakeTaro, "reLaunch").mockResolvedValue(undefined);
    return () => restart.mock.calls.map((call: unknown[]) => decodeURIComponent(JSON.stringify(call)));
  };

  it("is the page that is opened after the login, since the form would be empty", async () => {
    const restarts = sentToEntrance();
    await record("100000", { stays: true });
    const { saleId } = entry()?.body as { saleId: string };
    await act(async () => void (await recoverSession()));
    expect(restarts().join()).toContain(`returnTo=/pages/sales/detail/index?id=${saleId}`);
  });

  it("is opened as the form where nothing was submitted yet", async () => {
    const restarts = sentToEntrance();
    show(<RecordSale />);
    await type("sale-amount", "100000");
    await act(async () => void (await recoverSession()));
    expect(restarts().join()).toContain("returnTo=/pages/sales/record/index?customerId=c-haiyue");
  });
});

describe("a returned sale that is corrected in a basement", () => {
  const returned = {
    ...{ saleId: "s1", customerId: "c-haiyue", customerName: "海岳机械", amountFen: 10_000_000, contractNo: null },
    ...{ rep: { memberId: "xiaowang", name: "小王" }, signedOn: "2026-03-26", state: "returned" as const, revision: 2 },
    ...{ submittedAt: "2026-03-26T01:00:00.000Z", confirmedAt: null, confirmedByName: null, mayDecide: false },
    ...{ returnReason: "合同号不对", mayPraise: false },
  };
  const todo = {
    ...{
      todoId: "t1",
      kind: "returnedSale" as const,
      subjectId: "s1",
      since: "2026-03-26T01:00:00.000Z",
      about: "海岳机械",
    },
    ...{ byName: null, amountFen: 10_000_000, text: "合同号不对", on: null, until: null, visit: null },
  };
  const todos = () => withSettled([todo], commandQueue.list(), today);

  beforeEach(async () => {
    const read = { sale: returned, footsteps: [], countsFor: [], seesFootsteps: true, teamEffects: [] };
    jest.mocked(readSale).mockResolvedValue(read);
    params = { saleId: "s1" };
    const page = show(<RecordSale />);
    await waitFor(() => expect(at("sale-contract")).toBeTruthy());
    await type("sale-contract", "HY-2026-0326");
    await tap("sale-submit");
    await waitFor(() => expect(at("kept-words")).toBeTruthy());
    page.unmount();
  });

  it("waits as what it will be, at its revision, and is nothing to be done today", () => {
    expect(entry()).toMatchObject({
      ...{ kind: "sales.resubmit", params: { saleId: "s1" }, lane: "c-haiyue" },
      body: { revision: 2, contractNo: "HY-2026-0326", signedOn: "2026-03-26" },
    });
    expect(todos()).toEqual([]);
  });

  it("is not told of as submitted by what the phone knew of it before", async () => {
    const { commandId } = entry() ?? {};
    await act(async () => void (await commandQueue.drop(commandId ?? "")));
    const page = show(<RecordSale />);
    await waitFor(() => expect(at("sale-contract")).toBeTruthy());
    await type("sale-amount", "90000");
    await tap("sale-submit");
    await waitFor(() => expect(at("kept-words")).toBeTruthy());
    // As another tab takes it out.
    await act(async () => void (await commandQueue.drop(commandId ?? "")));
    expect(at("submitted-words")).toBeNull();
    page.unmount();
  });

  it("is to be seen to again where it was refused", async () => {
    send.mockImplementation(answers(409, { code: "stale", requestId: "r1" }));
    await act(() => commandQueue.sendNow());
    expect(todos()).toHaveLength(1);
  });
});

describe("what the server says of it later", () => {
  const earlier = { saleId: "s-old", submittedAt: "2026-03-30T01:00:00.000Z" };
  const repeated = { code: "sale.maybeRepeated", requestId: "r1", earlier };

  async function refusedWith(body: Record<string, unknown>) {
    await record("100000");
    send.mockImplementation(answers(409, body));
    await act(() => commandQueue.sendNow());
    send.mockReset();
    send.mockImplementation(recorded);
  }

  it("that somebody was faster leads to what has changed, not to the same again", async () => {
    await refusedWith({ code: "stale", requestId: "r1" });
    const { commandId } = commandQueue.list()[0] ?? { commandId: "" };
    const page = show(<QueuePage />);
    expect(at(`queued-open-${commandId}`)?.textContent).toBe("看改了什么，再交我的");
    expect(at(`queued-retry-${commandId}`)).toBeNull();
    page.unmount();
  });

  it("a question is put at the item, and answered with one tap", async () => {
    await refusedWith(repeated);
    await shownQueue();
    const id = `queued-${entry()?.commandId}`;
    expect(at(`${id}-asked`)?.textContent).toMatch(/你\s3月30日\s09:00\s已经提交过一单/);
    expect(at(`queued-error-${entry()?.commandId}`)).toBeNull();
    await tap(`${id}-yes`);
    await waitFor(() => expect(commandQueue.list()).toEqual([]));
    expect(sentItems()).toMatchObject([{ body: { amountFen: 10_000_000, repeatSeen: true } }]);
  });

  it("its page does not promise that it is submitted by itself", async () => {
    await refusedWith(repeated);
    params = { id: (entry()?.body as { saleId: string }).saleId };
    show(<SaleDetail />);
    expect(at("sale-kept-words")?.textContent).toContain("要你先处理，处理后才提交");
  });

  it("the same question is put on its page, where the answer that it is the same sale leaves nothing here", async () => {
    await refusedWith(repeated);
    params = { id: (entry()?.body as { saleId: string }).saleId };
    show(<SaleDetail />);
    await tap("sale-kept-same");
    expect([opened, unsent()]).toEqual([["/pages/sales/detail/index?id=s-old"], null]);
    expect(sentItems()).toEqual([]);
  });

  it("and in the form, where it is opened again, once", async () => {
    await refusedWith(repeated);
    params = { draft: "c-haiyue" };
    show(<RecordSale />);
    expect(at("repeated-words")).toBeTruthy();
    await tap("repeated-sale-close");
    expect(at("repeated-words")).toBeNull();
    expect(amountOf()).toBe("100000");
  });

  it("a sum above a limit that this phone did not know is asked about with that limit", async () => {
    await refusedWith({ code: "sale.amountLarge", requestId: "r2", limitFen: 5_000_000 });
    await shownQueue();
    expect(at(`queued-${entry()?.commandId}-asked`)?.textContent).toContain("单笔限额5万元还大");
    await tap(`queued-${entry()?.commandId}-yes`);
    await waitFor(() => expect(sentItems()).toMatchObject([{ body: { largeAmountSeen: true } }]));
  });

  it("a refusal is said at the item, and the form is filled with what was sent", async () => {
    await refusedWith({
      code: "sale.inFuture",
      requestId: "r3",
      fields: [{ field: "signedOn", code: "sale.inFuture" }],
    });
    await shownQueue();
    expect(screen.getByText(/签单日在今天之后/)).toBeTruthy();
    await tap(`queued-open-${entry()?.commandId}`);
    expect(opened).toEqual(["/pages/sales/record/index?draft=c-haiyue"]);
    params = { draft: "c-haiyue" };
    const { commandId } = entry() ?? {};
    show(<RecordSale />);
    expect(amountOf()).toBe("100000");
    await type("sale-amount", "90000");
    await tap("sale-submit");
    await waitFor(() => expect(sentItems()).toMatchObject([{ commandId, body: { amountFen: 9_000_000 } }]));
  });
});
