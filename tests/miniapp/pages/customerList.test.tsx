import { render } from "@testing-library/react";
import type { CustomerView } from "@shared/contracts";
import { placesOf } from "@/features/customers/places";
import { usePlaces } from "@/features/customers/useCustomers";
import { CustomerList } from "@/pages/tabs/book/CustomerList";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/customers/useCustomers", () => ({
  ...jest.requireActual<object>("@/features/customers/useCustomers"),
  usePlaces: jest.fn(),
}));
jest.mock("@/features/session/useMe", () => ({ useRoleShown: () => "rep", useMe: () => ({}) }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePullDown: () => undefined,
}));

const site = (siteId: string) => ({
  ...{ siteId, name: siteId, address: "科学大道", latDeg: null, lngDeg: null, radiusM: 200 },
  pinStatus: "typed" as const,
});
const client = (customerId: string, siteIds: string[]): CustomerView => ({
  ...{ customerId, name: customerId, shortName: customerId, initials: "", numbers: [], phoneTails: [] },
  ...{ grade: "A" as const, stage: "签单", sites: siteIds.map(site), lastVisitOn: null, nextStep: null },
});

function titleOf(clients: CustomerView[]): string {
  jest.mocked(usePlaces).mockReturnValue({
    ...{ data: clients, places: placesOf(clients, null), state: "ready", failure: null, isCopy: false },
    refresh: () => Promise.resolve(),
  });
  const { container } = render(<CustomerList />);
  const title = container.querySelector("#customers")?.textContent ?? "";
  return /^.*?(?=c1)/.exec(title)?.[0] ?? title;
}

it("counts clients as such, and their places beside them where some have several", () => {
  expect(titleOf([client("c1", ["总部"]), client("c2", ["总部"])])).toBe("2 家客户");
  document.body.innerHTML = "";
  expect(titleOf([client("c1", ["总部", "二厂"]), client("c2", ["总部"])])).toBe("2 家客户，3 个地点");
});

it("counts what is not drawn yet as clients where each has one place", () => {
  titleOf(Array.from({ length: 40 }, (_, n) => client(`c1-${n}`, ["总部"])));
  expect(document.querySelector("#more-customers")?.textContent).toContain("还有 10 家");
});

it("counts what is not drawn yet by its rows, which are places", () => {
  const clients = Array.from({ length: 16 }, (_, n) => client(`c1-${n}`, ["总部", "二厂"]));
  titleOf(clients);
  expect(document.querySelector("#more-customers")?.textContent).toContain("还有 2 个地点");
});
