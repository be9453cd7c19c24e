import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import type { ConfiguredVisitTypeView } from "@shared/contracts";
import { firstVisitTypes } from "@shared/domain/visitType";
import { saveVisitType } from "@/api/visitTypes";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { TypeForm } from "@/pages/admin/visitTypes/TypeForm";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/visitTypes");

const types = firstVisitTypes.map((type) => ({ ...type, inUse: true, changed: null })) as ConfiguredVisitTypeView[];
const shown = (typeId: string) => {
  const type = types.find((one) => one.typeId === typeId) ?? null;
  render(
    <QueryClientProvider client={queryClient}>
      <TypeForm title="" type={type} types={types} />
    </QueryClientProvider>,
  );
};

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  useSession.getState().enter({ memberId: "zhoumin", language: "zh-CN", roles: ["admin"] });
});

it("puts a type before all others", async () => {
  jest.mocked(saveVisitType).mockRejectedValue(new Error("not asked for here"));
  shown("hospital");
  await act(async () => void fireEvent.click(screen.getByText("放到第一个")));
  expect(jest.mocked(saveVisitType).mock.calls).toMatchObject([["hospital", { version: 1, isFirst: true }]]);
});

it("offers that for no type that is the first one already", () => {
  shown("plain");
  expect(screen.queryByText("放到第一个")).toBeNull();
});
