import { act, render, screen } from "@testing-library/react";
import { ApiError } from "@/api/apiError";
import { sendKept } from "@/api/sync";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { LeaveSheet } from "@/pages/tabs/me/LeaveSheet";
import { wasOnline } from "@/platform/network";
import { store } from "@/platform/storage";
import { type Frame, FrameContext } from "@/ui";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/auth");
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));
jest.mock("@/platform/network");
jest.mock("@/platform/otherTabs", () => jest.requireActual<object>("../../../miniapp/platform/otherTabs/index.weapp"));

const say = (id: string) => document.querySelector(`#${id}`)?.textContent ?? null;
const buttons = () => screen.getAllByRole("button").map((one) => one.textContent);

/** Something on this phone that waits to be uploaded. @param more `isUnsure`: it was sent off and nothing came back */
function waiting(commandId: string, more: object = {}): void {
  const about = { lane: "c1", about: "海岳机械", captured: { at: "2026-03-26T01:00:00.000Z", kind: "anchored" } };
  const stands = {
    state: "waiting",
    tries: 0,
    failures: 0,
    isUnsure: false,
    problem: null,
    failedAtMs: null,
    after: null,
  };
  const entry = { commandId, kind: "checkIns.create", body: {}, shown: {}, owner: "xiaowang", draft: null, opens: "/" };
  store(`q:000000000${commandId}:${commandId}`, { ...entry, ...about, ...stands, ...more });
}
const draft = (kind: string, about: string) => store(`draft:xiaowang:${kind}:1`, { draftAbout: about });

async function leaving({ online = true, amountsHidden = false } = {}) {
  await act(() => commandQueue.sendNow());
  // Only what the sheet looks at.
  const frame = { online, amountsHidden, holdBack: () => () => {} } as unknown as Frame;
  render(
    <FrameContext.Provider value={frame}>
      <LeaveSheet by="signOut" onClose={() => undefined} />
    </FrameContext.Provider>,
  );
}

beforeEach(() => {
  commandQueue.dropAll();
  clearStorage();
  // What waits goes on waiting.
  jest.mocked(wasOnline).mockReturnValue(false);
  jest.mocked(sendKept).mockRejectedValue(new ApiError("network", "offline"));
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
});

describe("signing out", () => {
  it("with a draft says that it is deleted, and how to keep it", async () => {
    draft("sale", "海岳机械");
    await leaving();
    expect(screen.getByText("还有 1 份草稿没提交")).toBeTruthy();
    expect(say("leave-drafts")).toBe("退出会删掉这 1 份草稿，免得下一个人看到：");
    expect(say("leave-drafts-keep")).toBe("想留着：先不退出，把它提交。");
    expect(buttons()).toEqual(expect.arrayContaining(["不退出", "删掉并退出"]));
  });

  it.each([
    ["that goes by the queue", "visit", "没有网络也行，提交后会存在这部手机里等上传"],
    ["that needs the server", "customer", "连上网再提交"],
    ["of a sale, which goes by it as well", "sale", "没有网络也行，提交后会存在这部手机里等上传"],
  ])("with a draft %s, without a network, says how it is kept there", async (_, kind, says) => {
    draft(kind, "海岳机械");
    await leaving({ online: false });
    expect(say("leave-drafts-keep")).toContain(says);
  });

  it("names sales with their amounts, those that wait and those that were begun, be it without a client", async () => {
    const rest = { confirmedAt: null, confirmedByName: null, returnReason: null, contractNo: null };
    const may = { mayDecide: false, mayPraise: false, rep: { memberId: "xiaowang", name: "小王" }, revision: 1 };
    const sold = { amountFen: 10_000_000, signedOn: "2026-03-26", submittedAt: "2026-03-26T01:00:00.000Z" };
    const sale = {
      saleId: "s1",
      customerId: "c1",
      customerName: "海岳机械",
      state: "submitted",
      ...sold,
      ...rest,
      ...may,
    };
    waiting("1", { kind: "sales.submit", shown: { sale } });
    store("draft:xiaowang:sale:new", { amount: "2万", customerId: "" });
    await leaving();
    expect(screen.getByText("销售单 · 海岳机械 · 100,000.00 元")).toBeTruthy();
    expect(screen.getByText("销售单 · 20,000.00 元")).toBeTruthy();
  });

  it("shows no amounts where they are hidden", async () => {
    store("draft:xiaowang:sale:new", { amount: "2万", customerId: "" });
    await leaving({ amountsHidden: true });
    expect(screen.getByText("销售单 · •••• 元")).toBeTruthy();
  });

  it("with something that waits says what keeping and deleting mean", async () => {
    waiting("1");
    await leaving({ online: false });
    expect(say("leave-queued-keep")).toBe("留着：存在这部手机里，别人看不到，你下次在这里登录时自动上传。");
    expect(say("leave-queued-drop")).toBe("删掉：就没有了，不会计入。");
    expect(buttons()).toEqual(expect.arrayContaining(["留着并退出", "删掉并退出"]));
  });

  it("names a voice note that waits as no photo", async () => {
    const voice = { fileId: "v1", hash: "h", type: "audio/mpeg", bytes: 9, isKept: true, isSent: false, sentTimes: 0 };
    waiting("1", { kind: "visits.record", files: [voice] });
    await leaving({ online: false });
    expect(screen.getByText("拜访记录 · 海岳机械 · 附文件")).toBeTruthy();
  });

  it("with something that was sent without an answer says that it may count all the same", async () => {
    waiting("1", { isUnsure: true });
    await leaving();
    expect(say("leave-queued-keep")).toMatch(/已经传到的只算一次/);
    expect(say("leave-queued-drop")).toMatch(/可能已经传到、已经计入/);
    expect(say("leave-queued-drop")).not.toContain("就没有了");
  });

  it("says of both that part of it may count, and part is gone", async () => {
    waiting("1", { isUnsure: true });
    waiting("2");
    await leaving();
    expect(say("leave-queued-drop")).toMatch(/其中 1 条已经发出去过.*没发出去过的就没有了/);
  });

  it("says that keeping what waits keeps no draft", async () => {
    waiting("1");
    draft("visit", "粤联电气");
    await leaving({ online: false });
    expect(say("leave-drafts")).toBe("不管上面留不留，没提交的 1 份草稿都会删掉，免得下一个人看到：");
    expect(buttons()).toEqual(expect.arrayContaining(["留着没上传的，退出"]));
  });

  it("asks no more about what has arrived meanwhile", async () => {
    waiting("1");
    await leaving();
    // As it goes from the phone, whatever became of it.
    act(() => void commandQueue.dropAll());
    expect(screen.getByText("都传到了，可以退出")).toBeTruthy();
    expect(buttons()).toEqual(expect.arrayContaining(["退出"]));
    expect(say("leave-queued-drop")).toBeNull();
  });
});
