import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { previewSale, readSale } from "@/api/sales";
import { sendKept } from "@/api/sync";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import RecordSale from "@/pages/sales/record";
import { reveal } from "@/platform/reveal";
import { store } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/reveal");
jest.mock("@/api/sales");
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));
let params: Record<string, string> = {};
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => params,
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: () => "2026-03-26",
}));

const client = {
  ...{ customerId: "c-haiyue", name: "海岳机械有限公司", shortName: "海岳机械", initials: "", numbers: [] },
  ...{ phoneTails: [], grade: "A", stage: "服务中", lastVisitOn: null, nextStep: null, sites: [] },
};

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  queryClient.setQueryData(["customers", "mine"], [client]);
  jest.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  params = {};
  queryClient.clear();
});

const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <RecordSale />
    </QueryClientProvider>,
  );

const type = (id: string, value: string) =>
  act(async () =>
    fireEvent.input(document.querySelector(`#${id}`) as Element, { target: { value }, detail: { value } }),
  );
const submit = () => act(async () => fireEvent.click(document.querySelector("#sale-submit") as Element));

it("says of an empty form what is missing, and leads to the first of it", async () => {
  show();
  await submit();
  expect(screen.getByText("还没有选客户。点这里选一家，这一单记在它名下")).toBeTruthy();
  expect(screen.getByText("还没有金额。写上合同金额，例：12000 或 1000.5，最多到分")).toBeTruthy();
  expect(reveal).toHaveBeenCalledWith("sale-customer");
});

it("says of what is no amount how one is written", async () => {
  show();
  await type("sale-amount", "12..5");
  expect(screen.getByText("这不是一个金额。写成 12000 或 1000.5，大于 0，最多到分")).toBeTruthy();
});

it("says of a contract number that is too long what to do", async () => {
  show();
  await type("sale-contract", "1".repeat(61));
  expect(screen.getByText("合同号最多 60 个字，删短一些再提交")).toBeTruthy();
});

it("says who confirms by name before the server has answered, as it was said last", async () => {
  jest.mocked(previewSale).mockReturnValue(new Promise(() => {}));
  store("copy:xiaowang:saleDeciders", "陈浩");
  show();
  await waitFor(() => expect(screen.getByText("陈浩确认后会带来")).toBeTruthy());
});

describe("a returned sale that was corrected and sent", () => {
  const returned = {
    ...{ saleId: "s1", customerId: "c-haiyue", customerName: "海岳机械", amountFen: 10_000_000, contractNo: null },
    ...{ rep: { memberId: "xiaowang", name: "小王" }, signedOn: "2026-03-26", state: "returned" as const, revision: 2 },
    ...{ submittedAt: "2026-03-26T01:00:00.000Z", confirmedAt: null, confirmedByName: null, mayDecide: false },
    ...{ returnReason: "合同号不对", mayPraise: false },
  };
  const of = (sale: object) => ({ sale, footsteps: [], countsFor: [], seesFootsteps: true, teamEffects: [] }) as never;
  const preview = (count: number) =>
    ({
      ...{ period: "2026-03", creditFen: 0, totalFen: 0, ownFen: 0, othersFen: 0, rewardsFen: 0, gains: [] },
      ...{ reason: null, othersNames: [], month: { doneBeforeFen: 0, doneFen: 0, targetFen: null } },
      ...{ pending: { count, amountFen: 10_000_000 * count }, deciderNames: ["陈浩"] },
    }) as never;

  beforeEach(async () => {
    params = { saleId: "s1" };
    jest.mocked(readSale).mockResolvedValue(of(returned));
    jest.mocked(previewSale).mockResolvedValue(preview(0));
    show();
    await waitFor(() => expect(screen.getByText("陈浩确认后会带来")).toBeTruthy(), { timeout: 3_000 });
  });

  const send = async () => {
    jest.mocked(previewSale).mockResolvedValue(preview(1));
    await sendAs();
  };
  const sendAs = async () => {
    const sale = { ...returned, state: "submitted" as const, revision: 3, returnReason: null };
    jest
      .mocked(sendKept)
      .mockImplementation(({ items }) =>
        Promise.resolve({ items: items.map(({ commandId }) => ({ commandId, status: 200, body: { sale } })) }),
      );
    await submit();
    await waitFor(() => expect(document.querySelector("#submitted-words")).toBeTruthy());
  };

  it("waits, by its sheet, for those of whom the form has said that they confirm", async () => {
    await send();
    expect(document.querySelector("#submitted-words")?.textContent).toBe("已提交，等陈浩确认，有结果会通知你");
  });

  it("waits for those who confirm it also where the server names them only after it was sent", async () => {
    cleanup();
    queryClient.clear();
    clearStorage();
    queryClient.setQueryData(["customers", "mine"], [client]);
    jest
      .mocked(previewSale)
      .mockClear()
      .mockImplementation(() => new Promise(() => undefined));
    show();
    await waitFor(() => expect(previewSale).toHaveBeenCalled(), { timeout: 3_000 });
    let say: (told: never) => void = () => undefined;
    jest.mocked(readSale).mockImplementation(() => new Promise((resolve) => (say = resolve)));
    await sendAs();
    const words = () => document.querySelector("#submitted-words")?.textContent;
    expect(words()).toContain("等主管或财务确认");
    await act(async () => say(of({ ...returned, state: "submitted", revision: 3, deciderNames: ["陈浩"] })));
    await waitFor(() => expect(words()).toContain("等陈浩确认"));
  });

  it("is told of behind its sheet neither as returned nor as one to come", async () => {
    expect(document.querySelector("#return-reason")).toBeTruthy();
    await send();
    for (const id of ["return-reason", "sale-submit", "preview"]) expect(document.querySelector(`#${id}`)).toBeNull();
  });
});
