import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import type { ExportView, TaskView } from "@shared/contracts";
import { createExport, decideExport, linkToExport, listExports } from "@/api/exports";
import { readMe } from "@/api/me";
import { readTask } from "@/api/tasks";
import { meKey } from "@/features/query/useApiQuery";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import Exports from "@/pages/common/exports";
import { openDocument } from "@/platform/document";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/exports");
jest.mock("@/api/me");
jest.mock("@/api/tasks");
let mockOpensCsv = true;
jest.mock("@/platform/document", () => ({
  openDocument: jest.fn(),
  get opensCsv() {
    return mockOpensCsv;
  },
}));
let params: Record<string, string> = {};
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => params,
  reveal: () => {},
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => {} }));

const task: TaskView = {
  ...{ taskId: "xiaowang:e1", kind: "exports.make", state: "running", result: null, error: null },
  ...{ progress: { done: 400, total: null, phase: "writing" }, createdAt: "2026-03-26T01:00:00.000Z" },
  ...{ endedAt: null, askAgainMs: 1_000, revision: 3 },
};
const one: ExportView = {
  ...{ exportId: "xiaowang:e1", what: "sales", format: "csv", filter: { view: "mine", period: "2026-03" } },
  ...{ reason: "和财务对账", by: { memberId: "xiaowang", name: "小王" }, state: "begun", rows: null },
  ...{ askedAt: "2026-03-26T01:00:00.000Z", waitsUntil: null, deciderNames: [], mayDecide: false, decision: null },
  ...{ task, file: null, revision: 1 },
};
const file = { name: "销售单-20260326-小王.csv", bytes: 1_234, keptUntil: "2026-04-02T16:00:00.000Z" };
const show = (...items: ExportView[]) => {
  queryClient.setQueryData(["exports"], { items });
  return render(
    <QueryClientProvider client={queryClient}>
      <Exports />
    </QueryClientProvider>,
  );
};
const tap = (selector: string) => act(async () => void fireEvent.click(document.querySelector(selector) as Element));
const said = () => document.body.textContent;

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  params = {};
  mockOpensCsv = true;
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  jest.mocked(readTask).mockResolvedValue({ task });
});

describe("我的导出", () => {
  it.each([
    [
      "the one administrator how to make somebody able to allow it",
      ["roles.grant"],
      "给一位同事「管理员」后",
      "去给身份",
    ],
    ["anybody else that administrators know that nobody can allow it", [], "已经告诉管理员", null],
  ] as const)("tells %s", (_, can, sentence, button) => {
    const member = { memberId: "xiaowang", name: "小王", roles: ["rep"] };
    queryClient.setQueryData(meKey, { member, leads: [], can, today: "2026-03-26", administratorNames: [] });
    show({ ...one, state: "waiting", rows: 1_100, waitsUntil: "2026-03-31T16:00:00.000Z", task: null });
    expect(said()).toContain(sentence);
    expect(screen.queryByText("去给身份")?.textContent ?? null).toBe(button);
  });

  it("says on which last day a file can be taken", () => {
    show({ ...one, rows: 400, task: null, file });
    expect(said()).toContain("400 行，保留到 4月2日");
  });

  it("hands nothing over where no row fits", () => {
    show({ ...one, rows: 0, task: null, file });
    expect(said()).toContain("没有符合的行");
    expect(document.getElementById("take-xiaowang:e1")).toBeNull();
  });

  it("begins with all that they see for whoever sells nothing", () => {
    const member = { memberId: "hemin", name: "何敏", roles: ["admin"] };
    queryClient.setQueryData(meKey, {
      member,
      leads: [],
      can: ["exports.create"],
      today: "2026-03-26",
      administratorNames: [],
    });
    params = { what: "customers" };
    show();
    expect(document.getElementById("export-view-seen")?.getAttribute("aria-checked")).toBe("true");
  });

  it("takes the clients away that were chosen one by one", async () => {
    params = { what: "customers", view: "seen", chosen: "c1,c2" };
    show();
    expect(said()).toContain("选中的 2 家客户");
    const field = document.querySelector("#export-reason textarea") ?? document.querySelector("textarea");
    await act(async () => void fireEvent.input(field as Element, { target: { value: "核对" } }));
    await tap("#export-begin");
    expect(jest.mocked(createExport).mock.calls[0]?.[0]).toMatchObject({
      filter: { view: "seen", customerIds: ["c1", "c2"] },
    });
  });

  it("says how far one is, and that it goes on by itself", () => {
    show(one);
    expect(said()).toContain("正在导出，已有 400 行。离开这页也会继续");
  });

  it.each([
    [
      "for whom it waits",
      { state: "waiting", rows: 1_001, deciderNames: ["王芳"], waitsUntil: "2026-03-31T16:00:00.000Z" },
      "等王芳在",
    ],
    [
      "who has refused it, and why",
      {
        state: "refused",
        decision: { byName: "王芳", allowed: false, reason: "用不到", at: "2026-03-26T02:00:00.000Z" },
      },
      "王芳没有同意：用不到",
    ],
    ["that it has lapsed", { state: "lapsed" }, "已作废"],
    [
      "why it was not made",
      {
        task: {
          ...task,
          state: "failed",
          askAgainMs: null,
          error: { code: "export.tooLarge", sentence: "放不进。没有导出。改用 CSV。" },
        },
      },
      "改用 CSV",
    ],
  ] as const)("says %s", (_what, more, words) => {
    show({ ...one, ...(more as Partial<ExportView>) });
    expect(said()).toContain(words);
  });

  it("says of one that has just ended nothing else before it is known what has become of it", async () => {
    jest.mocked(readTask).mockResolvedValue({ task: { ...task, state: "done", askAgainMs: null } });
    show(one);
    await act(async () => {});
    expect(readTask).toHaveBeenCalled();
    expect(said()).toContain("正在导出");
    expect(said()).not.toContain("已过保存期");
  });

  it("tells whoever has no list to take away for whom it is", async () => {
    const mine = { member: { roles: ["hr"] }, can: [], administratorNames: ["何敏"] };
    queryClient.setQueryData(meKey, mine);
    jest.mocked(readMe).mockResolvedValue(mine as never);
    show();
    expect(said()).toContain("导出给跑业务、带团队的人");
    expect(said()).toContain("需要权限请找 何敏");
    expect(document.getElementById("export-begin")).toBeNull();
  });

  it("asks what has become of one once it has ended", async () => {
    jest.mocked(readTask).mockResolvedValue({ task: { ...task, state: "done", askAgainMs: null } });
    const there = { ...one, rows: 400, file, task: { ...task, state: "done" as const, askAgainMs: null } };
    jest.mocked(listExports).mockResolvedValue({ items: [there] });
    show(one);
    expect(await screen.findByText(/400 行，保留到/)).toBeTruthy();
  });

  it("hands a table over under its name", async () => {
    show({ ...one, rows: 12, file, task: { ...task, state: "done", askAgainMs: null } });
    jest.mocked(linkToExport).mockResolvedValue({ url: "/api/v1/files/x/content?until=1", ...file });
    await tap('[id="take-xiaowang:e1"]');
    expect(openDocument).toHaveBeenCalledWith(expect.stringContaining("/api/v1/files/x/content?until=1"), file.name);
  });

  it("sends to a computer for a CSV where nothing opens one", () => {
    mockOpensCsv = false;
    show({ ...one, rows: 12, file, task: { ...task, state: "done", askAgainMs: null } });
    expect(said()).toContain("请在电脑上打开销励下载");
    expect(document.querySelector('[id="take-xiaowang:e1"]')).toBeNull();
  });

  it("asks for what it is before it begins one", async () => {
    show();
    await tap("#export-begin");
    expect(createExport).not.toHaveBeenCalled();
    expect(said()).toContain("写一句做什么用");
  });

  it("begins with the list that somebody comes from, as it was narrowed there", async () => {
    params = { what: "customers", view: "seen", words: "海岳", grade: "A", pin: "none" };
    show();
    expect(said()).toContain("只要A 类，还没有定位点的客户");
    const field = document.querySelector("#export-reason textarea") ?? document.querySelector("textarea");
    await act(async () => void fireEvent.input(field as Element, { target: { value: "拜访前准备" } }));
    await tap("#export-begin");
    expect(jest.mocked(createExport).mock.calls).toMatchObject([
      [{ what: "customers", filter: { view: "seen", words: "海岳", grade: "A", pin: "none" }, reason: "拜访前准备" }],
    ]);
  });

  it("is of the month by which the list was narrowed, however long ago that is", async () => {
    params = { what: "sales", view: "seen", period: "2024-11" };
    show();
    await act(
      async () => void fireEvent.input(document.querySelector("textarea") as Element, { target: { value: "对账" } }),
    );
    await tap("#export-begin");
    expect(jest.mocked(createExport).mock.calls).toMatchObject([[{ filter: { view: "seen", period: "2024-11" } }]]);
  });

  it("shows who decides what somebody else wishes to take away, and lets them", async () => {
    params = { id: "xiaoli:e2" };
    const theirs = { ...one, exportId: "xiaoli:e2", by: { memberId: "xiaoli", name: "小李" }, task: null, rows: 1_240 };
    const waiting = { ...theirs, state: "waiting" as const, mayDecide: true, waitsUntil: "2026-03-31T16:00:00.000Z" };
    queryClient.setQueryData(["exports", "xiaoli:e2"], { export: waiting });
    show();
    expect(screen.getByText("共 1,240 行")).toBeTruthy();
    await tap("#allow");
    expect(jest.mocked(decideExport).mock.calls).toMatchObject([["xiaoli:e2", { allowed: true, revision: 1 }]]);
  });
});
