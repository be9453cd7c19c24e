import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { AnswerOf, VisitView } from "@shared/contracts";
import { companionsMax } from "@shared/domain/companion";
import { ApiError } from "@/api/apiError";
import { removeCompanion } from "@/api/companions";
import { sendKept } from "@/api/sync";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { withSettled } from "@/features/todos/useTodos";
import { Companions } from "@/pages/field/visit/Companions";
import { VisitDone } from "@/pages/field/visit/VisitDone";
import Together from "@/pages/companions/together";
import { clearStorage } from "../../support/fakeTaro";

let params: Record<string, string>;
jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));
jest.mock("@/api/companions", () => ({
  ...jest.requireActual<object>("@/api/companions"),
  removeCompanion: jest.fn(),
}));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => params,
  back: jest.fn(),
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => {} }));
jest.mock("@/api/serverClock", () => ({
  ...jest.requireActual<object>("@/api/serverClock"),
  serverNow: () => new Date("2026-03-26T02:00:00.000Z"),
}));

const visitId = "xiaowang:v1";
const checkedInAt = "2026-03-26T01:00:00.000Z";
const named: AnswerOf<"companions.read">["named"] = {
  ...{ companionId: "with-1", byName: "小王", customerName: "海岳机械", on: "2026-03-26", checkedInAt },
  ...{ state: "open", confirmUntil: "2026-04-02T01:00:00.000Z", revision: 1 },
};

beforeEach(() => {
  jest.mocked(sendKept).mockReset();
  jest.mocked(sendKept).mockImplementation(() => Promise.reject(new ApiError("network", "no connection")));
  clearStorage();
  queryClient.clear();
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  for (const { commandId } of commandQueue.list()) void commandQueue.drop(commandId);
});

const shown = (page: React.ReactNode) =>
  render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>).container;
const tap = (text: string) => act(async () => void fireEvent.click(screen.getByText(text)));

function givenNamed(): void {
  params = { id: "with-1" };
  queryClient.setQueryData(["named", "with-1"], { named });
}

describe("whoever is named at a visit", () => {
  it("is asked which visit it was", () => {
    givenNamed();
    expect(shown(<Together />).textContent).toMatch(/小王说 3月26日\s09:00 你一起去了海岳机械/);
  });

  it("is asked once more before they say that they were not, which goes off and stays", async () => {
    givenNamed();
    const page = shown(<Together />);
    await tap("没有去");
    expect(commandQueue.list()).toEqual([]);
    expect(page.textContent).toContain("小王马上收到，回答以后不能改。");
    await tap("取消");
    expect(commandQueue.list()).toEqual([]);
  });

  it.each([
    ["一起去了", true, "你确认了一起去过"],
    ["没有去", false, "你说了没有一起去"],
  ])("says, also without a network: %s", async (button, wasThere, said) => {
    givenNamed();
    const page = shown(<Together />);
    await tap(button);
    if (!wasThere) await act(async () => void fireEvent.click(document.querySelector("#named-no-confirm") as Element));
    expect(commandQueue.list()).toMatchObject([
      { kind: "companions.answer", params: { companionId: "with-1" }, body: { revision: 1, wasThere } },
    ]);
    expect(page.textContent).toContain(said);
  });

  it("has it no longer in the list of what waits once they have said so", async () => {
    givenNamed();
    shown(<Together />);
    const todo = { kind: "companion", subjectId: "with-1", visit: null } as Parameters<typeof withSettled>[0][number];
    expect(withSettled([todo], commandQueue.list(), "2026-03-26")).toHaveLength(1);
    await tap("一起去了");
    expect(withSettled([todo], commandQueue.list(), "2026-03-26")).toEqual([]);
  });

  it("can say nothing any more after seven days", () => {
    givenNamed();
    queryClient.setQueryData(["named", "with-1"], { named: { ...named, confirmUntil: checkedInAt } });
    const page = shown(<Together />);
    expect(page.textContent).toContain("七天里没有回答");
    expect(screen.queryByText("一起去了")).toBeNull();
  });
});

describe("whoever names colleagues", () => {
  const visit = { visitId, customerName: "海岳机械", checkIn: { checkedInAt } } as Parameters<
    typeof Companions
  >[0]["visit"];
  const naming = () => {
    params = { visitId, customer: "海岳机械" };
    queryClient.setQueryData(["colleagues", ""], {
      items: [{ memberId: "lisi", name: "李四", unitName: "华南直销一队" }],
    });
    return shown(<Together />);
  };

  it("chooses first", () => {
    naming();
    expect(document.getElementById("together-send")?.textContent).toBe("先选同事");
  });

  it("sends whom they have chosen by the queue", async () => {
    naming();
    await tap("李四");
    await tap("加上 1 位");
    expect(commandQueue.list()).toMatchObject([
      { kind: "companions.name", params: { visitId }, body: { memberIds: ["lisi"] }, after: null },
    ]);
  });

  it("sends it after the record of the visit, where that waits itself", async () => {
    commandQueue.add({
      ...{ commandId: "v1", kind: "visits.record", body: {}, lane: "c-haiyue", after: null, about: "海岳机械" },
      ...{ captured: { at: checkedInAt, kind: "anchored" }, shown: {}, draft: null, opens: "" },
    });
    naming();
    await tap("李四");
    await tap("加上 1 位");
    expect(commandQueue.list().map(({ kind, after }) => [kind, after])).toEqual([
      ["visits.record", null],
      ["companions.name", "v1"],
    ]);
  });

  it("sees at the visit whom this phone has not sent yet", async () => {
    naming();
    await tap("李四");
    await tap("加上 1 位");
    expect(shown(<Companions visit={visit} companions={[]} />).textContent).toContain("李四待上传");
  });

  const one = (name: string, state: "open" | "confirmed" = "open") => ({
    ...{ companionId: `with-${name}`, name, state, hasLeft: false, ownCheckInAt: null },
    confirmUntil: "2026-04-02T01:00:00.000Z",
  });
  const page = (companions: ReturnType<typeof one>[]) =>
    queryClient.setQueryData(["visit", visitId], { visit, companions });
  const onPage = () => queryClient.getQueryData<{ companions: { name: string }[] }>(["visit", visitId])?.companions;

  it("has them on the page of the visit as soon as the server has answered, and not only once that is asked anew", async () => {
    page([]);
    naming();
    const body = { companions: [one("李四")] };
    jest
      .mocked(sendKept)
      .mockImplementation(({ items }) =>
        Promise.resolve({ items: items.map(({ commandId }) => ({ commandId, status: 200, body })) }),
      );
    await tap("李四");
    await tap("加上 1 位");
    expect(onPage()?.map(({ name }) => name)).toEqual(["李四"]);
  });

  it("takes off whom they have named by mistake, as long as there is no answer", async () => {
    page([one("李四"), one("王芳", "confirmed")]);
    jest.mocked(removeCompanion).mockResolvedValue({ companions: [one("王芳", "confirmed")] });
    shown(<Companions visit={visit} companions={[one("李四"), one("王芳", "confirmed")]} />);
    await tap("去掉");
    expect(jest.mocked(removeCompanion).mock.calls).toMatchObject([["with-李四", {}]]);
    expect(onPage()?.map(({ name }) => name)).toEqual(["王芳"]);
  });

  it("takes nobody off a visit that is somebody else's", () => {
    shown(<Companions visit={visit} companions={[one("李四")]} isOthers />);
    expect(screen.queryByText("去掉")).toBeNull();
  });

  it("names nobody more than seven days later", () => {
    const old = { ...visit, checkIn: { ...visit.checkIn, checkedInAt: "2026-03-19T01:59:59.999Z" } };
    expect(shown(<Companions visit={old} companions={[]} />).textContent).toBe("");
  });

  it("names nobody at a visit that is somebody else's", () => {
    expect(shown(<Companions visit={visit} companions={[]} isOthers />).textContent).toBe("");
  });

  it("names ten at most, those that wait among them", () => {
    const said = (n: number) => ({
      ...{ companionId: `w${n}`, name: `同事${n}`, state: "open" as const, hasLeft: false },
      ...{ confirmUntil: checkedInAt, ownCheckInAt: null },
    });
    const many = Array.from({ length: companionsMax }, (_, n) => said(n));
    expect(shown(<Companions visit={visit} companions={many.slice(1)} />).textContent).toContain("加同行的同事");
    cleanup();
    expect(shown(<Companions visit={visit} companions={many} />).textContent).not.toContain("加同行的同事");
  });

  it("reads what each says, and that they checked in there themselves", () => {
    const said = {
      ...{ companionId: "w", name: "李四", state: "confirmed" as const, hasLeft: true },
      ...{ confirmUntil: checkedInAt, ownCheckInAt: "2026-03-26T01:05:00.000Z" },
    };
    expect(shown(<Companions visit={visit} companions={[said]} />).textContent).toContain(
      "本人已确认 · 已离职 · 本人 09:05 也在这里打了卡",
    );
  });
});

it("whom its rep has named after a record was written stands on the page of the record, once the server knows", async () => {
  const checkIn = {
    ...{ checkInId: "xiaowang:k", customerId: "c", customerName: "海岳机械", siteId: "p", siteName: "总部" },
    ...{ verdict: "inside", distanceM: 12, accuracyM: 18, radiusM: 200, visitId, repeatedOnDay: false },
    ...{ checkedInAt, on: "2026-03-26", mendedById: null, review: null, recordUntil: "2026-03-27T01:00:00.000Z" },
  };
  const visit = {
    ...{ visitId, customerId: "c", customerName: "海岳机械", purpose: "followUp", peopleMet: null, record: "演示" },
    ...{ nextStep: null, recordedAt: checkedInAt, version: 1, correctedAt: null, on: "2026-03-26", answers: [] },
    ...{ effective: false, reason: "record.late", checkIn, revision: 1 },
    type: { typeId: "plain", version: 1, name: "普通拜访", steps: [], asksTimeOnSite: false, seenBy: "everybody" },
  } as unknown as VisitView;
  const companion = {
    ...{ companionId: "with-1", name: "小李", state: "open", hasLeft: false, ownCheckInAt: null },
    confirmUntil: "2026-04-02T01:00:00.000Z",
  };
  queryClient.setQueryData(["visit", visitId], { visit, earlier: [], correctableUntil: null, companions: [companion] });
  expect(shown(<VisitDone visit={visit} />).textContent).toContain("小李");
});
