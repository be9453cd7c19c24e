import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render } from "@testing-library/react";
import { choosePlace, forgetChosen } from "@/features/customers/chosenPlace";
import { dropFix } from "@/features/location/useFix";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import { CheckIn } from "@/pages/tabs/do/CheckIn";
import { locate } from "@/platform/location";
import { thisMoment } from "@/platform/monotonic";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/location");
jest.mock("@/api/sync", () => ({
  ...jest.requireActual<object>("@/api/sync"),
  sendKept: () => new Promise(() => {}),
}));

jest.mock("@/platform/reveal");

const here = { latDeg: 23.13, lngDeg: 113.26, accuracyM: 18, kind: "live" as const };
/** A client whose colleague would rather that one did not come. */
const declined = (customerId: string, shortName: string) => ({
  ...{ customerId, name: `${shortName}有限公司`, shortName, initials: "", numbers: [], phoneTails: [] },
  ...{ grade: "A", stage: "签单", lastVisitOn: null, nextStep: null, otherOwners: [] },
  sites: [{ siteId: "s", name: "总部", address: "", latDeg: 23.13, lngDeg: 113.26, radiusM: 200 }],
  otherThere: { byName: "小李", on: "2026-03-20" },
  asked: {
    ...{ questionId: `ask-${customerId}`, askedName: "小李", state: "declined", word: null, reason: null },
    answerUntil: "2099-03-27T01:00:00.000Z",
  },
});
const field = () => document.querySelector<HTMLInputElement>("#ask-why input, input#ask-why");
const tap = () => act(async () => void fireEvent.click(document.querySelector("#check-in") as Element));

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  commandQueue.dropAll();
  forgetChosen();
  dropFix();
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  jest.spyOn(console, "error").mockImplementation(() => {});
  jest.mocked(locate).mockImplementation(() => Promise.resolve({ fix: here, takenAt: thisMoment() }));
  queryClient.setQueryData(["me"], {
    member: { memberId: "xiaowang", roles: ["rep"] },
    consent: { acceptedVersion: "1", currentVersion: "1" },
  });
  queryClient.setQueryData(["customers", "mine"], [declined("c1", "海岳机械"), declined("c2", "粤联电气")]);
});
afterEach(() => jest.restoreAllMocks());

async function at(customerId: string): Promise<void> {
  choosePlace(customerId);
  await act(async () => {});
}
async function show(): Promise<void> {
  choosePlace("c1");
  render(
    <QueryClientProvider client={queryClient}>
      <CheckIn title="打卡" front />
    </QueryClientProvider>,
  );
  await act(async () => {});
}

it("the reason for going to one client is not that for another", async () => {
  await show();
  await act(async () => void fireEvent.change(field() as Element, { target: { value: "客户约的" } }));
  expect(field()?.value).toBe("客户约的");
  await act(async () => at("c2"));
  expect(field()?.value).toBe("");
});

it("what is missing at one client is not marked at another", async () => {
  await show();
  await tap();
  expect(document.body.textContent).toContain("写一句原因再打卡");
  await act(async () => at("c2"));
  expect(document.body.textContent).not.toContain("写一句原因再打卡");
});

it("the tap at a client without a pin is not called one without a position", async () => {
  const known = declined("c1", "海岳机械");
  const site = { ...known.sites[0], latDeg: null, lngDeg: null };
  queryClient.setQueryData(["customers", "mine"], [{ ...known, sites: [site] }]);
  await show();
  const label = document.querySelector("#check-in")?.getAttribute("aria-label") ?? "";
  expect(label).toContain("这里还没有定位点");
  expect(label).not.toContain("没有位置");
});
