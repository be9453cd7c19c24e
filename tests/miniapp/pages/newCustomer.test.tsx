import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { findSimilar, readMyCustomers } from "@/api/customers";
import { tellConnection } from "@/api/connection";
import { sendKept } from "@/api/sync";
import { replace } from "@/features/navigation";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import EditCustomer from "@/pages/customers/edit";
import { routes } from "@/routes";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/customers");
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));
jest.mock("@/features/session/useConsent", () => ({ useConsent: () => ({ accepted: true }) }));
jest.mock("@/features/session/useMe", () => ({
  ...jest.requireActual<object>("@/features/session/useMe"),
  useMe: () => ({ data: { team: { unitId: "t" }, member: { memberId: "xiaowang" } }, state: "ready" }),
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  replace: jest.fn(),
  usePageParams: () => ({}),
}));

const known = {
  ...{ customerId: "c1", shortName: "东升重工", ownerNames: ["小王"] },
  ...{ sameBy: ["nameAlike"], mayOpen: true },
};

const type = (id: string, value: string) =>
  act(async () =>
    fireEvent.input(document.querySelector(`#${id}`) as Element, { target: { value }, detail: { value } }),
  );
const tap = (id: string) => act(async () => fireEvent.click(document.querySelector(`#${id}`) as Element));

async function asked(item: object) {
  const body = { code: "customer.maybeKnown", items: [item] };
  jest
    .mocked(sendKept)
    .mockImplementation(({ items }) =>
      Promise.resolve({ items: items.map(({ commandId }) => ({ commandId, status: 409, body })) }),
    );
  render(
    <QueryClientProvider client={queryClient}>
      <EditCustomer />
    </QueryClientProvider>,
  );
  await type("customer-name", "东升重工有限责任公司");
  await type("customer-shortName", "东升");
  await tap("customer-save");
  await waitFor(() => expect(document.querySelector("#maybe-known-words")).toBeTruthy());
}

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  tellConnection(true, new Date());
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  jest.mocked(readMyCustomers).mockResolvedValue([]);
  jest.mocked(findSimilar).mockResolvedValue({ items: [] });
});
afterEach(() => queryClient.clear());

it("says of a double that is one's own that it is, and opens it", async () => {
  await asked({ ...known, mine: true });
  expect(document.querySelector("#maybe-known-words")?.textContent).toContain("「东升重工」已经是你的客户");
  expect(screen.getByText("名称几乎一样，你负责")).toBeTruthy();
  await tap("known-mine");
  expect(replace).toHaveBeenCalledWith(routes.customer({ id: "c1" }));
});

it("sends whoever finds a colleague's double to its owner", async () => {
  await asked({ ...known, ownerNames: ["小李"] });
  expect(document.querySelector("#maybe-known-words")?.textContent).toContain("请负责人加你协助");
  expect(document.querySelector("#known-mine")).toBeNull();
});

it("asks once about a client near by, though it is called otherwise", async () => {
  jest.mocked(findSimilar).mockResolvedValue({ items: [{ ...known, sameBy: ["place"] }] });
  jest.mocked(sendKept).mockImplementation(({ items }) =>
    Promise.resolve({
      items: items.map(({ commandId }) => ({ commandId, status: 200, body: { customerId: "c9" } })),
    }),
  );
  render(
    <QueryClientProvider client={queryClient}>
      <EditCustomer />
    </QueryClientProvider>,
  );
  await type("customer-name", "粤联电气有限公司");
  await type("customer-shortName", "粤联电气");
  await waitFor(() => expect(document.querySelector("#similar")).toBeTruthy());
  await tap("customer-save");
  expect(document.querySelector("#maybe-known-words")).toBeTruthy();
  expect(sendKept).not.toHaveBeenCalled();
  await tap("known-other");
  await waitFor(() => expect(sendKept).toHaveBeenCalledTimes(1));
  expect(jest.mocked(sendKept).mock.calls[0]?.[0].items[0]?.body).toMatchObject({ otherThanIds: ["c1"] });
});
