import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { answerShapes } from "@/api/answerShapes";
import { hasShape } from "@/api/shape";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { Approvals } from "@/pages/tabs/do/Approvals";
import { ManagerToday } from "@/pages/tabs/home/ManagerToday";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: () => "2026-03-26",
}));

const todo = {
  ...{ todoId: "sale:s1:1", kind: "sale", subjectId: "s1", since: "2026-03-26T01:00:00.000Z", about: "海岳机械" },
  ...{ byName: "小王", amountFen: 10_000_000, text: null, on: "2026-03-26", until: null, visit: null },
};

/** What the server answers a leader. */
function given(todos: object[], absence: object | null) {
  const read = {
    ...{ absence, revision: 1, isOfficer: false, standsInFor: [] },
    deputies: [{ memberId: "linjing", name: "林静", unitNames: ["财务部"] }],
  };
  const list = { items: todos, isWhole: true };
  expect([hasShape(read, answerShapes["absences.read"]), hasShape(list, answerShapes["todos.mine"])]).toEqual([
    true,
    true,
  ]);
  queryClient.setQueryData(["absence"], read);
  queryClient.setQueryData(["todos"], list);
  const asked = { items: todos.map((one) => ({ ...one, isAsked: true, deciderNames: ["陈浩"] })), isWhole: true };
  expect(hasShape(asked, answerShapes["todos.approvals"])).toBe(true);
  queryClient.setQueryData(["approvals"], asked);
}
const shown = (page: React.ReactNode) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "chenhao" });
  jest.spyOn(console, "error").mockImplementation(() => {});
});

describe.each([
  ["审批", <Approvals key="a" />],
  ["待办", <ManagerToday key="t" />],
])("%s of a leader who is away", (_, page) => {
  it("says who decides until when", () => {
    given([], { from: "2026-03-25", to: "2026-03-30", deputyId: "linjing" });
    shown(page);
    expect(screen.getByText("3月25日至3月30日你不在，等你决定的都先问林静")).toBeTruthy();
  });

  it("leads to where that is changed", () => {
    given([], { from: "2026-03-26", to: "2026-03-26", deputyId: null });
    shown(page);
    expect(screen.getByRole("button", { name: "改一改" })).toBeTruthy();
    expect(screen.getByText(/都先问上一级主管/)).toBeTruthy();
  });

  it("says nothing of days that are to come", () => {
    given([], { from: "2026-03-27", to: "2026-03-30", deputyId: "linjing" });
    shown(page);
    expect(screen.queryByRole("button", { name: "改一改" })).toBeNull();
  });

  it("says of each row of a deputy in whose place it is decided", () => {
    given([{ ...todo, insteadOfNames: ["赵雪"] }], null);
    shown(page);
    expect(screen.getByText(/^代 赵雪 决定 · 小王/)).toBeTruthy();
  });
});

it("promises no message to a leader who is away", () => {
  given([], { from: "2026-03-25", to: "2026-03-30", deputyId: "linjing" });
  shown(<Approvals />);
  expect(screen.getByText("你不在，现在没有先问你的事")).toBeTruthy();
  expect(screen.queryByText(/也会发消息给你/)).toBeNull();
});
