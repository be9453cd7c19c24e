import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { answerQuestion, withdrawQuestion } from "@/api/visitQuestions";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import Ask from "@/pages/customers/ask";
import { AskedHere } from "@/pages/customers/detail/Questions";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/visitQuestions");
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({ id: "ask-1" }),
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => {} }));

const question = {
  ...{ questionId: "ask-1", customerId: "c1", customerName: "海岳机械", byName: "小王", askedName: "小李" },
  ...{ askedAt: "2026-03-26T01:00:00.000Z", answerUntil: "2099-03-27T01:00:00.000Z", revision: 1 },
  ...{ state: "open" as const, word: null, reason: null },
};
const shown = (page: React.ReactNode) =>
  render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>).container;
const tap = (selector: string) => act(async () => void fireEvent.click(document.querySelector(selector) as Element));

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
});

it("asks once more before a colleague is told rather not to come", async () => {
  queryClient.setQueryData(["visitQuestion", "ask-1"], { question });
  jest.mocked(answerQuestion).mockResolvedValue({ question: { ...question, state: "declined" } });
  shown(<Ask />);
  await tap("#ask-no");
  expect(answerQuestion).not.toHaveBeenCalled();
  expect(screen.getByText("对方马上收到，回答以后不能改。")).toBeTruthy();
  await tap("#ask-no-confirm");
  expect(jest.mocked(answerQuestion).mock.calls).toMatchObject([["ask-1", { isWelcome: false, revision: 1 }]]);
});

it("takes a question back from the client's page, as long as there is no answer", async () => {
  const client = {
    ...{ customerId: "c1", name: "海岳机械", shortName: "海岳机械", initials: "", numbers: [], phoneTails: [] },
    ...{ grade: "A", stage: "签单", sites: [], lastVisitOn: null, nextStep: null, otherOwners: [] },
    otherThere: { byName: "小李", on: "2026-03-20" },
  };
  const mine = (state: "open" | "declined") =>
    act(
      async () => void queryClient.setQueryData(["customers", "mine"], [{ ...client, asked: { ...question, state } }]),
    );
  await mine("declined");
  shown(<AskedHere customerId="c1" isServed />);
  expect(screen.queryByText("不用问了，撤回")).toBeNull();
  await mine("open");
  await tap("#ask-withdraw");
  expect(jest.mocked(withdrawQuestion).mock.calls).toMatchObject([["ask-1", {}]]);
});
