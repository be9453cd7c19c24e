import { act, fireEvent, render, screen } from "@testing-library/react";
import type { CustomerView } from "@shared/contracts";
import { type Asked, needsReason, sayWhy } from "@/features/customers/askColleague";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { AlsoThere } from "@/pages/tabs/do/AlsoThere";

import { store } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/sync", () => ({
  ...jest.requireActual<object>("@/api/sync"),
  sendKept: () => new Promise(() => {}),
}));

beforeEach(() => {
  clearStorage();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  for (const { commandId } of commandQueue.list()) void commandQueue.drop(commandId);
});

const client = (more: Partial<CustomerView>): CustomerView => ({
  ...{ customerId: "c1", name: "海岳机械有限公司", shortName: "海岳机械", initials: "", numbers: [], phoneTails: [] },
  ...{ grade: "A" as const, stage: "签单", sites: [], lastVisitOn: null, nextStep: null },
  ...more,
});

it("打卡 warns before the tap of who has been there", () => {
  render(
    <AlsoThere why={null} customer={client({ otherThere: { byName: "小李", on: "2026-03-20" }, otherOwners: [] })} />,
  );
  expect(screen.getByText("小李 3月20日来过「海岳机械」。打卡前先问一声，免得两个人各跑各的。")).toBeTruthy();
});

it("打卡 says whose the client is, where it is somebody else's", () => {
  render(
    <AlsoThere
      why={null}
      customer={client({ otherThere: null, otherOwners: [{ name: "小王", from: "2026-03-02" }] })}
    />,
  );
  expect(screen.getByText("「海岳机械」由小王（3月2日起）负责")).toBeTruthy();
});

it.each([
  ["nobody else works the client", { otherThere: null, otherOwners: [] }],
  ["the phone's copy is from before this was sent", {}],
])("打卡 says nothing where %s", (_, more) => {
  const { container } = render(<AlsoThere why={null} customer={client(more)} />);
  expect(container.textContent).toBe("");
});

const both = { otherThere: { byName: "小李", on: "2026-03-20" }, otherOwners: [] };
const asked = (more: Partial<Asked> = {}): Asked => ({
  ...{ questionId: "ask-1", askedName: "小李", state: "declined", word: "明天签合同", reason: null },
  answerUntil: "2099-03-27T01:00:00.000Z",
  ...more,
});
const queued = () => commandQueue.list().map(({ kind, params, body }) => ({ kind, params, body }));

it("One tap asks the colleague, also without a network", async () => {
  render(<AlsoThere why={null} customer={client(both)} />);
  await act(async () => void fireEvent.click(screen.getByText("问同事能不能去")));
  expect(queued()).toEqual([{ kind: "visitQuestions.ask", params: { customerId: "c1" }, body: {} }]);
  expect(screen.getByText("问题存在手机里，连上网就问")).toBeTruthy();
});

it("打卡 says what the colleague has answered, in their words", () => {
  render(<AlsoThere why={null} customer={client({ ...both, asked: asked() })} />);
  expect(screen.getByText("小李说先别来")).toBeTruthy();
  expect(screen.getByText("留言：明天签合同")).toBeTruthy();
});

it.each([
  ["the colleague would rather that one did not", asked(), true],
  ["the colleague has not answered yet", asked({ state: "open" }), false],
  ["the colleague does not mind", asked({ state: "welcome" }), false],
  ["nobody has answered in time", asked({ state: "open", answerUntil: "2020-01-01T00:00:00.000Z" }), false],
  ["that was said already", asked({ reason: "客户约的" }), false],
  ["nobody was asked", null, false],
])("Going there asks for a reason as it should where %s", (_, question, needs) => {
  expect(needsReason(commandQueue.list(), question)).toBe(needs);
});

it("A reason is said once, before the check-in of that client, also without a network", () => {
  const question = asked();
  sayWhy(question, client(both), "客户约的");
  expect(queued()).toEqual([
    { kind: "visitQuestions.overrule", params: { questionId: "ask-1" }, body: { reason: "客户约的" } },
  ]);
  expect(commandQueue.list().map(({ lane }) => lane)).toEqual(["c1"]);
  expect(needsReason(commandQueue.list(), question)).toBe(false);
});

it("Two taps ask once", async () => {
  render(<AlsoThere why={null} customer={client(both)} />);
  const button = screen.getByText("问同事能不能去");
  await act(async () => {
    for (const _ of [1, 2]) button.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });
  expect(queued()).toHaveLength(1);
});

it("Two taps say the reason once", () => {
  sayWhy(asked(), client(both), "客户约的");
  sayWhy(asked(), client(both), "客户约的");
  expect(queued()).toHaveLength(1);
});

it("A question that was refused can be asked again", async () => {
  const refused = { code: "visitQuestion.nobody", status: 409, details: {} };
  store("q:0000000001:a1", {
    ...{ commandId: "a1", owner: "xiaowang", kind: "visitQuestions.ask", params: { customerId: "c1" }, body: {} },
    ...{ shown: {}, state: "refused", problem: refused, about: "海岳机械" },
  });
  commandQueue.changedElsewhere(null);
  render(<AlsoThere why={null} customer={client(both)} />);
  expect(screen.queryByText("问题存在手机里，连上网就问")).toBeNull();
  expect(screen.getByText("问同事能不能去")).toBeTruthy();
});
