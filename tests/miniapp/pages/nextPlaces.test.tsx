import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { useFix } from "@/features/location/useFix";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { NextPlaces } from "@/pages/tabs/home/NextPlaces";
import { thisMoment } from "@/platform/monotonic";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: () => "2026-03-26",
}));

const metersPerDegree = 111_195;
const client = (name: string, northM: number, dueOn: string | null) => ({
  ...{ customerId: name, name, shortName: name, initials: "", numbers: [], phoneTails: [], grade: "A" },
  ...{ stage: "初步接触", lastVisitOn: null, nextStep: dueOn && { on: dueOn, text: "带报价单去", visitId: "v" } },
  sites: [
    {
      ...{ siteId: "s", name: "总部", address: "天河区", radiusM: 200 },
      ...{ latDeg: 23.13 + northM / metersPerDegree, lngDeg: 113.26 },
    },
  ],
});

function rows(located: boolean): string[] {
  const fix = { latDeg: 23.13, lngDeg: 113.26, accuracyM: 18, kind: "live" as const };
  useFix.setState({ taken: located ? { fix, takenAt: thisMoment() } : null, reason: null });
  const clients = [client("约好的", 15, "2026-03-26"), client("近的", 300, null), client("远的", 2400, null)];
  queryClient.setQueryData(["customers", "mine"], clients);
  render(
    <QueryClientProvider client={queryClient}>
      <NextPlaces />
    </QueryClientProvider>,
  );
  return [...document.querySelectorAll("[id^=next-]")].map(({ id }) => id.replace("next-", ""));
}

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  jest.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

it("lists as the nearest also whom one has promised to see today", () => {
  expect(rows(true)).toEqual(["约好的", "近的", "远的"]);
  expect(screen.getByText("离你最近")).toBeTruthy();
});

it("leaves out who is listed above where it does not know where one is", () => {
  expect(rows(false)).toEqual(["近的", "远的"]);
});
