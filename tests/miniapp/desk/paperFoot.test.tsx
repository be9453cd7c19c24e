import { QueryClientProvider } from "@tanstack/react-query";
import { act, render } from "@testing-library/react";
import { PaperFoot } from "@/desk/PaperFoot";
import { queryClient } from "@/features/query/queryClient";
import { meKey } from "@/features/query/useApiQuery";
import { useSession } from "@/features/session/sessionStore";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const paper = () => document.querySelector(".desk-paper")?.textContent ?? null;
const send = (event: string) => act(() => void window.dispatchEvent(new Event(event)));

beforeEach(() => {
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "m" });
  queryClient.setQueryData(meKey, { member: { memberId: "m", name: "周敏", language: "zh-CN" } });
  render(
    <QueryClientProvider client={queryClient}>
      <PaperFoot />
    </QueryClientProvider>,
  );
});

it("says on paper who has printed a page", () => {
  send("beforeprint");
  expect(paper()).toContain("周敏");
});

it("says so no more once it is printed", () => {
  send("beforeprint");
  send("afterprint");
  expect(paper()).toBeNull();
});
