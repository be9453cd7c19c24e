import { render } from "@testing-library/react";
import type { CheckInView } from "@shared/contracts";
import { QueryClientProvider } from "@tanstack/react-query";
import { queryClient } from "@/features/query/queryClient";
import { VerdictSheet } from "@/pages/tabs/do/VerdictSheet";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/location/useFix", () => ({ canOpenSettings: true }));
jest.mock("@/features/navigation", () => ({ open: jest.fn() }));
jest.mock("@/features/checkIns/useCheckIns", () => ({ useCheckIns: () => ({ data: { items: [] } }) }));

const checkIn: CheckInView = {
  ...{ checkInId: "k", customerId: "c", customerName: "海岳机械", siteId: "p", siteName: "总部", verdict: "doubtful" },
  ...{ distanceM: 30, accuracyM: 260, radiusM: 200, checkedInAt: "2026-03-26T01:00:00.000Z", on: "2026-03-26" },
  ...{ visitId: null, recordUntil: "2026-03-27T01:00:00.000Z", repeatedOnDay: false, mendedById: null },
  review: {
    ...{ state: "open", doubts: ["poorAccuracy"], decideUntil: "2026-04-02T01:00:00.000Z" },
    ...{ answer: null, decision: null, revision: 1 },
  },
};
const said = (change: Partial<CheckInView> = {}, hasCode = false) => {
  render(
    <QueryClientProvider client={queryClient}>
      <VerdictSheet checkIn={{ ...checkIn, ...change }} hasCode={hasCode} onClose={() => {}} onAnother={() => {}} />
    </QueryClientProvider>,
  );
  return document.body.textContent ?? "";
};

it("says of a tap that could not be sent that it needs its person", () => {
  render(
    <QueryClientProvider client={queryClient}>
      <VerdictSheet checkIn={checkIn} waits="needsYou" onClose={() => {}} onAnother={() => {}} />
    </QueryClientProvider>,
  );
  expect(document.querySelector("#kept-words")?.textContent).toBe("1 条没有上传成，要你处理");
});

it("gives one advice after a tap in doubt, by what is the matter", () => {
  const words = said();
  expect(words).toContain("走到窗边或室外");
  expect(words.match(/就补上/g)).toHaveLength(1);
  expect(words).not.toContain("走近");
});

it.each([
  [true, "到系统设置里允许企业微信定位"],
  [false, "浏览器在地址栏旁边"],
])("says where a position is allowed by what the page runs in (mini-program: %s)", (isWeapp, way) => {
  jest.replaceProperty(
    jest.requireMock<{ canOpenSettings: boolean }>("@/features/location/useFix"),
    "canOpenSettings",
    isWeapp,
  );
  const review = checkIn.review && { ...checkIn.review, doubts: ["noFix" as const] };
  expect(said({ verdict: "unverified", distanceM: null, review: review ?? null })).toContain(way);
});

it("says who decides on it until when", () => {
  expect(said({ review: checkIn.review && { ...checkIn.review, deciderNames: ["陈浩"] } })).toMatch(
    /等陈浩 4月2日\s09:00 前决定，没有决定就照算/,
  );
});

it("says within how long somebody decides where the server has not heard of it", () => {
  expect(said({ review: null })).toContain("主管在 7 天内决定，没有决定就照算");
});

it("says that a good tap helps where it is not known yet what is the matter", () => {
  expect(said({ review: null })).toContain("今天再打一次有效的就补上");
});

it("says that the photo of the tap went with it", () => {
  expect(said({ hasPhoto: true })).toContain("已附照片");
});

it("says that whoever decides sees the photo where somebody decides", () => {
  expect(said({ hasPhoto: true })).toContain("你和决定这次打卡的人看得到");
});

it("says that nobody else sees the photo where nobody decides", () => {
  const words = said({ hasPhoto: true, verdict: "inside", review: null });
  expect(words).toContain("只有你看得到");
  expect(words).not.toContain("你和决定这次打卡的人");
});

it("says nothing of a photo where none was taken", () => {
  expect(said({ hasPhoto: false })).not.toContain("已附照片");
});

it("offers to explain what was out of range", () => {
  said({ verdict: "outside", review: null, distanceM: 2_000, checkedInAt: new Date().toISOString() });
  expect(document.getElementById("verdict-far")?.textContent).toBe("写一句说明");
});

it("offers to write the record of what was out of range, which counts with it once it is accepted", () => {
  const now = new Date();
  const recordUntil = new Date(now.getTime() + 24 * 3_600_000).toISOString();
  const words = said({
    verdict: "outside",
    review: null,
    distanceM: 2_000,
    checkedInAt: now.toISOString(),
    recordUntil,
  });
  expect(document.getElementById("write-visit")?.textContent).toBe("写拜访记录");
  expect(words).toContain("24 小时内写好记录，主管认可后才算有效");
});

it("says of what was out of range and is explained that the leader decides", () => {
  const open = { ...checkIn.review, doubts: ["outside"], answer: "新厂区" } as CheckInView["review"];
  const words = said({
    verdict: "outside",
    distanceM: 2_000,
    review: open ?? null,
    checkedInAt: new Date().toISOString(),
  });
  expect(words).toContain("没有决定就不算");
  expect(document.getElementById("verdict-far")).toBeNull();
});

describe("the client's code", () => {
  const unverified = { verdict: "unverified" as const, distanceM: null };

  it("is offered after a tap that counts for nothing so far, where one hangs there", () => {
    said(unverified, true);
    expect(document.getElementById("verdict-scan")?.textContent).toBe("扫客户码打卡");
  });

  it.each<[string, Partial<CheckInView>, boolean]>([
    ["none hangs there", unverified, false],
    ["it was scanned", { ...unverified, qrFinding: "here" }, true],
    ["the tap counts", {}, true],
    ["the day has counted the client", { ...unverified, repeatedOnDay: true }, true],
  ])("is not offered where %s", (_, change, hasCode) => {
    said(change, hasCode);
    expect(document.getElementById("verdict-scan")).toBeNull();
  });

  it("that was scanned speaks for its rep, in the words with which it was offered", () => {
    const review = checkIn.review && { ...checkIn.review, doubts: ["noFix" as const] };
    const words = said({ distanceM: null, accuracyM: null, qrFinding: "here", review: review ?? null });
    expect(words).toContain("先计入：扫到的客户码替你说明人在现场");
    expect(words).not.toMatch(/存疑|手机没有给出位置/);
  });

  it("that was scanned is told, with what it is worth", () => {
    said({ qrFinding: "replaced" });
    expect(document.getElementById("verdict-code")?.textContent).toBe("客户码：是旧码，已经换过，不算凭证");
  });
});
