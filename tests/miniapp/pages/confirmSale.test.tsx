import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { answerShapes } from "@/api/answerShapes";
import { confirmSale, readSale } from "@/api/sales";
import { hasShape } from "@/api/shape";
import { open } from "@/features/navigation";
import { queryClient } from "@/features/query/queryClient";
import { meKey } from "@/features/query/useApiQuery";
import { useSession } from "@/features/session/sessionStore";
import ConfirmSale from "@/pages/sales/confirm";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/sales");
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({ id: "s1" }),
  open: jest.fn(),
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: () => "2026-03-26",
}));

const sale = {
  ...{ saleId: "s1", customerId: "c-haiyue", customerName: "海岳机械", amountFen: 12_020_000_000, contractNo: null },
  ...{ rep: { memberId: "xiaowang", name: "小王" }, signedOn: "2026-03-26", state: "submitted" as const, revision: 3 },
  ...{ submittedAt: "2026-03-26T01:00:00.000Z", confirmedAt: null, confirmedByName: null, mayDecide: true },
  ...{ returnReason: null, mayPraise: false },
};
const noOthers = { shown: [], hiddenCount: 0, mayMerge: false };
const nothing = { large: null, equal: null, sentBack: null, sameClients: noOthers, isFirstOrder: false };

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "chenhao" });
  jest.spyOn(console, "error").mockImplementation(() => {});
  jest.mocked(confirmSale).mockReset();
});
afterEach(() => queryClient.clear());

async function show(toLookAt: object, more: object = {}, beside: object = {}) {
  const read = {
    ...beside,
    ...{ sale: { ...sale, ...more }, footsteps: [], countsFor: [], seesFootsteps: true, teamEffects: [] },
    toLookAt: { ...nothing, ...toLookAt },
  };
  expect(hasShape(read, answerShapes["sales.read"])).toBe(true);
  jest.mocked(readSale).mockResolvedValue(read);
  render(
    <QueryClientProvider client={queryClient}>
      <ConfirmSale />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(document.querySelector("#sale-state")).toBeTruthy());
}

const meIs = (member: object) => queryClient.setQueryData(meKey, { member, company: {} });
const tap = (id: string) => act(async () => fireEvent.click(document.querySelector(`#${id}`) as Element));
const textOf = (id: string) => document.querySelector(`#${id}`)?.textContent;

it("asks about a sum above the limit before it is confirmed", async () => {
  await show({ large: { than: "limit", fen: 10_000_000_000 } });
  expect(textOf("large-sum")).toBe("比公司设的单笔限额1亿元还大。核对一下零的个数和小数点。");
  await tap("sale-confirm");
  expect(screen.getByText("120,200,000.00 元，没写错吗？")).toBeTruthy();
  expect(confirmSale).not.toHaveBeenCalled();
  await tap("large-confirm");
  expect(confirmSale).toHaveBeenCalledWith("s1", expect.objectContaining({ revision: 3, largeAmountSeen: true }));
});

it("names the largest sale of its rep, where a sum is far above it", async () => {
  await show({ large: { than: "largest", fen: 18_000_000 } });
  await tap("sale-confirm");
  expect(textOf("large-words")).toBe("是小王近 12 个月最大一单18万元的 10 倍以上。核对一下零的个数和小数点。");
});

it("asks nothing about a sum within the limit", async () => {
  await show({});
  expect(document.querySelector("#to-look-at")).toBeNull();
  await tap("sale-confirm");
  const [, body] = jest.mocked(confirmSale).mock.calls[0] ?? [];
  expect(body).not.toHaveProperty("largeAmountSeen");
});

it("says that there is an equal sale, and what its rep says to that", async () => {
  await show({ equal: { saleId: "s0", state: "confirmed", since: "2026-03-26T01:00:00.000Z", isDenied: true } });
  expect(textOf("equal-sale")).toBe("同一客户、同一天、同金额还有一单（已确认，3月26日），小王说是不同的两笔。");
});

it("names a client that this one may be, whose it is, and leads to where both can be made one", async () => {
  const one = { customerId: "c-desheng", shortName: "德盛装备", ownerNames: ["王磊"], sameBy: ["name"] };
  await show({ sameClients: { shown: [one], hiddenCount: 0, mayMerge: true } });
  expect(textOf("same-client-c-desheng")).toBe("这家客户可能就是「德盛装备」（名称相同，王磊 负责）。");
  await tap("same-clients-open");
  expect(jest.mocked(open)).toHaveBeenCalledWith("/pages/customers/duplicates/index");
});

it("says that others may be the same whom the reader does not see, and offers nothing there", async () => {
  await show({ sameClients: { shown: [], hiddenCount: 1, mayMerge: false } });
  expect(textOf("same-clients-hidden")).toContain("另有 1 家可能就是这家客户，不在你的团队");
  expect(document.querySelector("#same-clients-open")).toBeNull();
});

it("says that it is the client's first order, and nothing where it is not", async () => {
  await show({ isFirstOrder: true });
  expect(textOf("first-order")).toBe("这是这家客户的首单：有新客户奖励的方案，确认后会计奖励。");
});

it("says why it was returned, and what has changed since", async () => {
  await show({ sentBack: { reason: "金额和合同不一致", was: { amountFen: 13_000_000_000, contractNo: "HY-1" } } });
  expect(textOf("sent-back")).toBe("这一单退回过：金额和合同不一致");
  expect(textOf("changed-since")).toBe("金额 130,000,000.00 → 120,200,000.00；合同号 HY-1 → 没有填");
});

it("says where nothing has changed since it was returned", async () => {
  await show({ sentBack: { reason: "金额和合同不一致", was: {} } });
  expect(textOf("changed-since")).toBe("退回以后没有改动");
});

it("says that no day ends its waiting, when reminders go, and from when on who decides is told", async () => {
  await show({}, {}, { waits: { since: sale.submittedAt, toldFrom: "2026-03-27T00:01:00.000Z" } });
  for (const part of ["没有截止时间，一直等到决定", "满 24 小时和 72 小时各提醒一次", "3月27日 08:01 起才发给决定的人"])
    expect(textOf("waits")).toContain(part);
});

describe("whom it waits for", () => {
  const chenhao = { memberId: "chenhao", name: "陈浩", roles: ["manager"] };

  it("is not said to whoever decides alone", async () => {
    meIs(chenhao);
    await show({}, { deciderNames: ["陈浩"] });
    expect(document.querySelector("#waits-for")).toBeNull();
  });

  it("is said to others who may decide as well", async () => {
    meIs({ ...chenhao, name: "林静", roles: ["finance"] });
    await show({}, { deciderNames: ["陈浩"] });
    expect(textOf("waits-for")).toContain("陈浩");
  });
});

it.each([
  [["manager"], "发现不对，告诉财务。"],
  [["finance"], "发现不对，先记下来，等系统能更正。"],
])("of a confirmed sale it says to %s whom they tell", async (roles, end) => {
  meIs({ memberId: "chenhao", name: "陈浩", roles });
  const confirmedAt = "2026-03-26T02:00:00.000Z";
  await show({}, { state: "confirmed", mayDecide: false, confirmedAt, confirmedByName: "陈浩" });
  expect(textOf("sale-final")).toBe(`确认后不能再改，更正和退款在系统里还没有做好。${end}`);
});

it("says before the tap that a confirmed sale cannot be changed", async () => {
  await show({});
  expect(textOf("sale-decides")).toBe("确认后不能再改；退回的，对方改好可以马上再提交。");
});
