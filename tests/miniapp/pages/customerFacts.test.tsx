import { fireEvent, render, screen } from "@testing-library/react";
import type { CustomerPage } from "@/features/customers/useCustomer";
import { CustomerFacts as Facts } from "@/pages/customers/detail/CustomerFacts";
import { dial } from "@/platform/dial";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/dial");
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: () => "2026-04-04",
}));

const page = {
  customer: {
    ...{
      customerId: "c",
      name: "海岳机械有限公司",
      shortName: "海岳机械",
      grade: "A",
      stage: "服务中",
      industry: null,
    },
    ...{ owners: [], coServedByIds: [], tags: [], externalIds: [], sites: [] },
    contacts: [
      { contactId: "k1", name: "张主任", role: "采购", phone: "8613800138000", needs: null },
      { contactId: "k2", name: "李工", role: null, phone: null, needs: null },
    ],
  },
  ...{ people: [], may: { edit: false, confirmPin: false } },
  // Only what the page's facts read of an answer.
} as unknown as CustomerPage;

const onCall = jest.fn();
const onGive = jest.fn();
const CustomerFacts = (props: Pick<Parameters<typeof Facts>[0], "page" | "onCall">) => (
  <Facts {...props} onGive={onGive} />
);

it("calls a contact from their number, which is written as people read it", () => {
  render(<CustomerFacts page={page} onCall={onCall} />);
  expect(screen.getByText("+86 138 0013 8000")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "打给 张主任，+86 138 0013 8000" }));
  expect(dial).toHaveBeenCalledWith("8613800138000");
  // The page offers to write down what was said.
  expect(onCall).toHaveBeenCalledWith("张主任");
});

it("offers no call where there is no number", () => {
  render(<CustomerFacts page={page} onCall={onCall} />);
  expect(screen.getAllByRole("button")).toHaveLength(1);
});

it.each([
  ["taken", "位置是在现场定的"],
  ["typed", "位置是填的"],
] as const)("says of a pin that was %s how it is known", (pinStatus, said) => {
  const site = {
    ...{ siteId: "s1", name: "总部", address: "阅江西路", latDeg: 23.1, lngDeg: 113.3, radiusM: 200 },
    ...{ pinStatus, proposed: null },
  };
  render(<CustomerFacts page={{ ...page, customer: { ...page.customer, sites: [site] } }} onCall={onCall} />);
  expect(screen.getByText(said)).toBeTruthy();
});

it.each([
  ["who decides on a new position that waits", ["陈浩"], "新位置等陈浩决定"],
  ["that nobody can decide on it now", [], "新位置等主管（现在没有人能决定，已请管理员设）决定"],
])("says %s", (_what, deciderNames, said) => {
  const site = {
    ...{ siteId: "s1", name: "总部", address: "阅江西路", latDeg: 23.1, lngDeg: 113.3, radiusM: 200 },
    pinStatus: "confirmed" as const,
    proposed: { byName: "小王", at: "2026-03-26T02:02:00.000Z", source: "moved" as const, deciderNames },
  };
  render(<CustomerFacts page={{ ...page, customer: { ...page.customer, sites: [site] } }} onCall={onCall} />);
  expect(screen.getByText(said)).toBeTruthy();
});

it("says who has left, and gives the client to somebody else where that is mine to do", () => {
  const owners = [{ memberId: "sunwei", share: "1", from: "1970-01-01", to: null }];
  const people = [{ memberId: "sunwei", name: "孙伟", hasLeft: true }];
  const customer = { ...page.customer, owners };
  const { rerender } = render(<CustomerFacts page={{ ...page, customer, people }} onCall={onCall} />);
  expect(screen.getByText("孙伟（已离职）")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "交给别人负责" })).toBeNull();
  const giving = { from: "2026-04-04", people: [] };
  rerender(<CustomerFacts page={{ ...page, customer, people, giving }} onCall={onCall} />);
  fireEvent.click(screen.getByRole("button", { name: "交给别人负责" }));
  expect(onGive).toHaveBeenCalled();
});

it("says from which day on somebody else has the client", () => {
  const owners = [
    { memberId: "sunwei", share: "1", from: "1970-01-01", to: "2026-04-04" },
    { memberId: "xiaowang", share: "1", from: "2026-04-05", to: null },
  ];
  const people = [
    { memberId: "sunwei", name: "孙伟", hasLeft: true },
    { memberId: "xiaowang", name: "小王" },
  ];
  render(<CustomerFacts page={{ ...page, customer: { ...page.customer, owners }, people }} onCall={onCall} />);
  expect(screen.getByText("4月5日起谁负责")).toBeTruthy();
  expect(screen.getByText("小王")).toBeTruthy();
});
