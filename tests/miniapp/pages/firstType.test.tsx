import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { firstVisitTypes } from "@shared/domain/visitType";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { PurposeCard } from "@/pages/tabs/do/PurposeCard";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const client = (customerId: string, lastTypeId: string | null) => ({
  ...{ customerId, name: customerId, shortName: customerId, initials: "", numbers: [], phoneTails: [] },
  ...{ grade: "A", stage: "签单", sites: [], lastVisitOn: null, nextStep: null, lastTypeId },
});

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.getState().enter({ memberId: "wangfang", language: "zh-CN", roles: ["rep"] });
  queryClient.setQueryData(["visitTypes"], { items: firstVisitTypes });
  queryClient.setQueryData(["customers", "mine"], [client("c-hospital", "hospital"), client("c-new", null)]);
});

const chosen = () => [...document.querySelectorAll('#type [aria-checked="true"]')].map((one) => one.textContent);
const shown = (customerId: string) =>
  render(
    <QueryClientProvider client={queryClient}>
      <PurposeCard customerId={customerId} />
    </QueryClientProvider>,
  );

it.each([
  ["as the last visit there was, on whichever phone", "c-hospital", "医院拜访"],
  ["as the company's first type, where there was none", "c-new", "普通拜访"],
])("begins a visit %s", (_how, customerId, name) => {
  shown(customerId);
  expect(chosen()).toEqual([name]);
});

it("begins the next one as the person has chosen it on this phone", async () => {
  const { unmount } = shown("c-hospital");
  await act(async () => void fireEvent.click(screen.getByText("送样")));
  unmount();
  shown("c-hospital");
  expect(chosen()).toEqual(["送样"]);
});
