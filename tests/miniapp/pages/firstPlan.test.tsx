import type { ReactNode } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { planReport, shownProbes } from "@shared/domain/pay";
import { withNumbers, withOneExample } from "@shared/domain/pay/check";
import { internetCompany, tutorialTiers } from "@shared/domain/pay/plans";
import {
  beginSimulation,
  checkPlan,
  draftPlan,
  publishPlan,
  readPlan,
  readPlanReport,
  readSimulation,
  submitPlan,
  withdrawPlan,
} from "@/api/plans";
import { queryClient } from "@/features/query/queryClient";
import { type PlanCheck, type PlanDetail, type Simulation, rulesOf } from "@/features/plans/usePlans";
import { useSession } from "@/features/session/sessionStore";
import { useCan } from "@/features/session/useMe";
import { type Setup, useSetup } from "@/features/setup/useSetup";
import { PlanForm } from "@/pages/earnings/planEdit/PlanForm";
import PlanReview from "@/pages/earnings/planReview";
import { usePageParams } from "@/platform/page";
import { open, replace } from "@/platform/navigation";
import { reveal } from "@/platform/reveal";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/plans");
jest.mock("@/platform/navigation");
jest.mock("@/platform/reveal");
jest.mock("@/features/session/useMe");
jest.mock("@/features/setup/useSetup");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => undefined }));
jest.mock("@/platform/page", () => ({
  ...jest.requireActual<object>("@/platform/page"),
  usePageParams: jest.fn(),
}));

const planId = "sales-flat@1";
const written = { name: "周敏", at: "2026-03-26T01:00:00Z", reason: null };
const inReview: PlanDetail = {
  ...{ planId, code: "sales-flat", version: 1, name: "销售提成方案", validFrom: "2026-03-01" },
  ...{ state: "inReview", revision: 2 },
  rules: { ...withOneExample(internetCompany), name: "销售提成方案" },
  steps: [
    { action: "draft", by: { kind: "member", id: "zhoumin" }, ...written },
    { action: "submit", by: { kind: "member", id: "zhoumin" }, ...written },
  ],
};

const waiting = {
  steps: [{ step: "customers", state: "open", optional: true, mayI: true, byNames: [] }],
  plan: {
    ...{ publishedNames: [], withoutPlanCount: 2, companyUnitId: "u1" },
    version: { planId, state: "inReview", mayPublish: false, publisherNames: ["何敏"] },
  },
} as unknown as Setup; // what the card reads of it

const noReport = { done: 0, total: 8, askAgainMs: null, report: null };
/** As the server tells it. */
function checked(of: PlanDetail, more: Partial<NonNullable<PlanCheck["report"]>> = {}): PlanCheck {
  const { findings, probes, unfinished } = planReport(rulesOf(of));
  const shown = findings.map((finding) => {
    const { code, severity, path, of: names, number = null } = finding;
    return { code, severity, path, of: names, number, ...shownProbes(finding, rulesOf(of), "zh-CN") };
  });
  const report = { probes, unfinished, findings: shown, leftOut: 0, checkedAt: written.at, ...more };
  return { ...noReport, state: "done", done: 8, report };
}
const neverSimulated: Simulation = {
  ...{ state: "none", done: 0, total: null, askAgainMs: null },
  ...{ isCurrent: false, mayBegin: true, report: null },
};
const draft: PlanDetail = { ...inReview, state: "draft", revision: 1, steps: inReview.steps.slice(0, 1) };
const shownAs = (plan: PlanDetail, check: PlanCheck = checked(plan)) => {
  jest.mocked(readPlan).mockResolvedValue({ plan });
  jest.mocked(readPlanReport).mockResolvedValue({ check });
};

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  jest.resetAllMocks();
  jest.mocked(useCan).mockReturnValue(() => false);
  jest.mocked(usePageParams).mockReturnValue({ id: planId });
  jest.mocked(readSimulation).mockResolvedValue(neverSimulated);
  shownAs(inReview);
});

async function shown(page: ReactNode, memberId: string) {
  useSession.getState().enter({ memberId, language: "zh-CN", roles: ["admin"] });
  render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);
  await act(async () => {});
}
const tap = (text: string) => act(async () => void fireEvent.click(screen.getByText(text)));
const byId = (id: string) => document.getElementById(id) as HTMLElement;
const form = <PlanForm planId="" kept={null} revision={0} startOn="2026-03-26" companyUnitId="u1" />;

describe("writing a plan", () => {
  it("shows the whole text with the company's own number, and has that checked", async () => {
    jest.mocked(draftPlan).mockResolvedValue({ planId, state: "draft", revision: 1 });
    jest.mocked(checkPlan).mockResolvedValue({ planId, task: null });
    await shown(form, "zhoumin");
    await tap("每单按比例");
    await act(async () => void fireEvent.change(byId("number-commission-amount-0"), { target: { value: "2" } }));
    expect(byId("plan-commission").textContent).toContain("金额 × 2%");
    expect(byId("plan-examples").textContent).toContain("2000.00元");
    await tap("存好，做体检");
    const sent = jest.mocked(draftPlan).mock.calls[0]?.[0];
    expect(sent?.plan).toMatchObject({ code: "sales-flat", validFrom: "2026-03-01", scope: { orgUnits: ["u1"] } });
    expect(checkPlan).toHaveBeenCalledWith(planId, expect.objectContaining({ revision: 1 }));
    expect(replace).toHaveBeenCalledWith(`/pages/earnings/planReview/index?id=${encodeURIComponent(planId)}`);
  });

  it("shows at once what pays more than is sold", async () => {
    await shown(form, "zhoumin");
    await tap("每单按比例");
    await act(async () => void fireEvent.change(byId("number-commission-amount-0"), { target: { value: "150" } }));
    expect(byId("plan-doubts").textContent).toContain("卖 10万元，就发 15万元");
  });

  it("sends nothing while a number is none", async () => {
    await shown(form, "zhoumin");
    await tap("每单按比例");
    await act(async () => void fireEvent.change(byId("number-commission-amount-0"), { target: { value: "很多" } }));
    await tap("存好，做体检");
    expect(draftPlan).not.toHaveBeenCalled();
    expect(reveal).toHaveBeenCalledWith("number-commission-amount-0");
    expect(screen.getByText("写一个百分数，例：1.5")).toBeTruthy();
  });

  it("adds a tier, and pays out on another day", async () => {
    await shown(form, "zhoumin");
    await tap("按月销售额分档");
    await tap("加一档");
    await act(async () => void fireEvent.change(byId("number-佣金阶梯-3-value"), { target: { value: "3" } }));
    await act(async () => void fireEvent.change(byId("number-commission-due"), { target: { value: "10" } }));
    expect(byId("plan-table-佣金阶梯").textContent).toContain("3%");
    expect(byId("plan-commission").textContent).toContain("次月10日发 100%");
  });
});

describe("a draft that is saved", () => {
  it("waits with how far its check is, and cannot be submitted before", async () => {
    shownAs(draft, { ...noReport, state: "waiting", done: 3, askAgainMs: 1_000 });
    await shown(<PlanReview />, "zhoumin");
    expect(await screen.findByText(/做完 3 \/ 8 步/)).toBeTruthy();
    expect(
      byId("plan-submit").getAttribute("aria-disabled") ?? byId("plan-submit").hasAttribute("disabled"),
    ).toBeTruthy();
  });

  it("is submitted once it was checked", async () => {
    jest.mocked(submitPlan).mockResolvedValue({ planId, state: "inReview", revision: 2 });
    shownAs(draft);
    await shown(<PlanReview />, "zhoumin");
    await screen.findByText(/种情况/);
    await tap("送审");
    expect(submitPlan).toHaveBeenCalledWith(planId, expect.objectContaining({ revision: 1 }));
  });

  it("asks for a reason where it pays more than is sold", async () => {
    jest.mocked(submitPlan).mockResolvedValue({ planId, state: "inReview", revision: 2 });
    shownAs({ ...draft, rules: withNumbers(withOneExample(internetCompany), { "commission.amount.0": "150" }) });
    await shown(<PlanReview />, "zhoumin");
    await screen.findByText(/种情况/);
    await tap("送审");
    expect(submitPlan).not.toHaveBeenCalled();
    expect(byId("plan-doubt-sheet").textContent).toContain("卖 10万元，就发 15万元");
    await tap("和老板定好的");
    await tap("确实这样，送审");
    expect(submitPlan).toHaveBeenCalledWith(planId, expect.objectContaining({ reason: "和老板定好的" }));
  });

  it("is computed from past months where somebody asks for that", async () => {
    jest.mocked(beginSimulation).mockResolvedValue({ planId, task: null });
    shownAs(draft);
    await shown(<PlanReview />, "zhoumin");
    await screen.findByText("试算与得失");
    await tap("试算");
    expect(beginSimulation).toHaveBeenCalledWith(planId, expect.objectContaining({ revision: 1 }));
  });

  it("names what was not looked for everywhere", async () => {
    shownAs(draft, checked(draft, { probes: 20_000, unfinished: ["neverPays", "cliff"] }));
    await shown(<PlanReview />, "zhoumin");
    expect(await screen.findByText(/这几项没有看完.*从不发钱、一步跳很多/)).toBeTruthy();
  });

  it("is checked again where that did not come to its end", async () => {
    jest.mocked(checkPlan).mockResolvedValue({ planId, task: null });
    shownAs(draft, { ...noReport, state: "failed" });
    await shown(<PlanReview />, "zhoumin");
    await screen.findByText(/上次体检没有做完/);
    await tap("再做一次体检");
    expect(checkPlan).toHaveBeenCalledWith(planId, expect.objectContaining({ revision: 1 }));
  });
});

describe("reviewing a plan", () => {
  it("lets a second person publish it after one more question", async () => {
    jest.mocked(publishPlan).mockResolvedValue({ planId, state: "published", revision: 3 });
    await shown(<PlanReview />, "hemin");
    await screen.findByText("等发布");
    await act(async () => void fireEvent.click(byId("plan-publish")));
    expect(publishPlan).not.toHaveBeenCalled();
    await act(async () => void fireEvent.click(byId("plan-publish-confirm")));
    expect(publishPlan).toHaveBeenCalledWith(planId, expect.objectContaining({ revision: 2 }));
  });

  it("is not published by who wrote it", async () => {
    await shown(<PlanReview />, "zhoumin");
    await screen.findByText("等发布");
    expect(byId("plan-publish")).toBeNull();
    expect(screen.getByText("这个方案是你写的，由另一个人发布。发布前你可以撤回来改。")).toBeTruthy();
  });

  it("lets who wrote it take it back and change it", async () => {
    jest.mocked(withdrawPlan).mockResolvedValue({ planId, state: "draft", revision: 3 });
    await shown(<PlanReview />, "zhoumin");
    await screen.findByText("等发布");
    await tap("撤回来改");
    expect(withdrawPlan).toHaveBeenCalledWith(planId, expect.objectContaining({ revision: 2 }));
    expect(replace).toHaveBeenCalledWith(`/pages/earnings/planEdit/index?id=${encodeURIComponent(planId)}`);
  });

  it("shows a second person who put it there, what is asked about and why it is meant so", async () => {
    const rules = withNumbers(withOneExample(internetCompany), { "commission.amount.0": "150" });
    const [draft, submit] = inReview.steps;
    const steps = [draft, { ...submit, reason: "清库存" }] as PlanDetail["steps"];
    shownAs({ ...inReview, rules, steps });
    await shown(<PlanReview />, "hemin");
    await screen.findByText("周敏送审");
    expect(byId("plan-doubts").textContent).toContain("销售提成：卖 10万元，就发 15万元，是销售额的 150%。");
    expect(byId("plan-doubts").textContent).toContain("周敏说确实这样：清库存");
  });

  it("shows a second person what else the plan does, with the amounts that show it", async () => {
    const rules = withOneExample(tutorialTiers);
    shownAs({ ...inReview, rules });
    await shown(<PlanReview />, "hemin");
    await screen.findByText("这个方案还有这些特点");
    expect(byId("plan-findings").textContent).toContain("跨过这一档，前面的也按新一档算");
    expect(byId("plan-findings").textContent).toContain("个人业绩 200000元 时发 3000元");
    expect(document.getElementById("plan-doubts")).toBeNull();
  });

  it("says to who has it back why, and leads to changing it", async () => {
    const back = { ...written, action: "sendBack" as const, by: { kind: "member" as const, id: "hemin" } };
    const steps = [...inReview.steps, { ...back, name: "何敏", reason: "比例写高了" }];
    shownAs({ ...inReview, state: "draft", steps });
    await shown(<PlanReview />, "zhoumin");
    expect(await screen.findByText("何敏退回了：比例写高了")).toBeTruthy();
    await tap("改一改");
    expect(open).toHaveBeenCalledWith(`/pages/earnings/planEdit/index?id=${encodeURIComponent(planId)}`);
  });

  it("tells who wrote the first one who has been asked, and leads on meanwhile", async () => {
    jest.mocked(useCan).mockReturnValue(() => true);
    jest.mocked(useSetup).mockReturnValue({ data: waiting } as ReturnType<typeof useSetup>);
    await shown(<PlanReview />, "zhoumin");
    expect(await screen.findByText("已经请 何敏 来看。")).toBeTruthy();
    await tap("下一步：放进客户");
    expect(open).toHaveBeenCalledWith("/pages/admin/setup/index?step=customers");
  });

  it("leads nowhere once a company has plans", async () => {
    jest.mocked(useCan).mockReturnValue(() => true);
    const later = { ...waiting.plan, publishedNames: ["一", "二"], version: null };
    jest.mocked(useSetup).mockReturnValue({ data: { ...waiting, plan: later } } as ReturnType<typeof useSetup>);
    await shown(<PlanReview />, "zhoumin");
    await screen.findByText("等发布");
    expect(byId("plan-guide")).toBeNull();
  });

  it("reads as it would pay", () => {
    expect(rulesOf(inReview).components[0]?.amount).toBe("金额 × 1.5%");
  });
});
