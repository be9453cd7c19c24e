import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import RecordSale from "@/pages/sales/record";
import { reveal } from "@/platform/reveal";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/reveal");
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
  render(
    <QueryClientProvider client={queryClient}>
      <RecordSale />
    </QueryClientProvider>,
  );
});

const type = (id: string, value: string) =>
  act(async () =>
    fireEvent.input(document.querySelector(`#${id}`) as Element, { target: { value }, detail: { value } }),
  );
const submit = () => act(async () => fireEvent.click(document.querySelector("#sale-submit") as Element));

it("says of an empty form what is missing, and leads to the first of it", async () => {
  await submit();
  expect(screen.getByText("还没有选客户。点这里选一家，这一单记在它名下")).toBeTruthy();
  expect(screen.getByText("还没有金额。写上合同金额，例：12000 或 1000.5，最多到分")).toBeTruthy();
  expect(reveal).toHaveBeenCalledWith("sale-customer");
});

it("says of what is no amount how one is written", async () => {
  await type("sale-amount", "12..5");
  expect(screen.getByText("这不是一个金额。写成 12000 或 1000.5，大于 0，最多到分")).toBeTruthy();
});

it("says of a contract number that is too long what to do", async () => {
  await type("sale-contract", "1".repeat(61));
  expect(screen.getByText("合同号最多 60 个字，删短一些再提交")).toBeTruthy();
});
