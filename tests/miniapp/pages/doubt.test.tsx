import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import type { CheckInView } from "@shared/contracts";
import { queryClient } from "@/features/query/queryClient";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { useSession } from "@/features/session/sessionStore";
import { open } from "@/features/navigation";
import { routes } from "@/routes";
import Doubt from "@/pages/field/doubt";

let checkIn: CheckInView;
let others: CheckInView[] = [];
let now: Date;
jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({ id: "k", on: "2026-03-26" }),
  open: jest.fn(),
}));
jest.mock("@/api/checkIns", () => ({
  ...jest.requireActual<object>("@/api/checkIns"),
  readOwnPhotos: async () => ({
    photos: [{ takenFor: "tap", url: "/photo", keptUntil: "2026-06-24T01:00:00.000Z" }],
    isSeenByDeciders: true,
  }),
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: jest.fn() }));
jest.mock("@/features/checkIns/useCheckIns", () => ({
  useCheckIns: () => ({ data: { items: [checkIn, ...others] }, state: "ready", failure: null, refresh: jest.fn() }),
}));
jest.mock("@/api/serverClock", () => ({
  ...jest.requireActual<object>("@/api/serverClock"),
  serverNow: () => now,
}));

const until = "2026-04-02T01:00:00.000Z";
const said = (verdict: CheckInView["verdict"], at: string, change: object | null = {}, hasPhoto = false) => {
  now = new Date(at);
  others = [];
  checkIn = {
    ...{ checkInId: "k", customerId: "c", customerName: "海岳机械", siteId: "p", siteName: "总部", verdict },
    ...{ distanceM: 215, accuracyM: 18, radiusM: 200, checkedInAt: "2026-03-26T01:00:00.000Z", on: "2026-03-26" },
    ...{ visitId: "v", recordUntil: "2026-03-27T01:00:00.000Z", repeatedOnDay: false, mendedById: null },
    hasPhoto,
    review: change && {
      ...{ state: "open", doubts: ["edge"], decideUntil: until, answer: null, decision: null, revision: 1 },
      ...{ deciderNames: ["赵静"] },
      ...change,
    },
  };
  render(
    <QueryClientProvider client={queryClient}>
      <Doubt />
    </QueryClientProvider>,
  );
  return document.body.textContent ?? "";
};

it("says who may decide up to the last instant", () => {
  expect(said("doubtful", until)).toMatch(/赵静可以在 4月2日\s09:00 前决定，没有决定就照算/);
});

it("says after it, before the hourly run has, that nobody has decided and that it counts", () => {
  const words = said("doubtful", "2026-04-02T01:00:00.001Z");
  expect(words).toContain("七天里没有人决定，打卡照算");
  expect(words).not.toContain("前决定");
});

it("asks after it for no explanation of what counts by now", () => {
  expect(said("doubtful", "2026-04-02T01:00:00.001Z")).not.toContain("提交说明");
});

it("says after it of what nobody could verify that explaining it asks anew", () => {
  const words = said("unverified", "2026-04-02T01:00:00.001Z");
  expect(words).toContain("七天里没有人决定，没有计入。写一句说明，就会再问一次");
  expect(words).toContain("提交说明");
});

it("names who has accepted it", () => {
  const decision = { byName: "周敏", reason: "门卫登记了", at: "2026-03-27T01:00:00.000Z" };
  const words = said("doubtful", "2026-03-28T01:00:00.000Z", { state: "accepted", decision });
  expect(words).toContain("周敏 认可了这次打卡");
  expect(words).not.toContain("主管认可");
});

it.each(["doubtful", "unverified", "outside"] as const)(
  "says of one (%s) without a record in time that nobody has to decide any more",
  (verdict) => {
    said(verdict, "2026-03-27T01:00:00.001Z");
    document.body.innerHTML = "";
    checkIn = { ...checkIn, visitId: null };
    render(
      <QueryClientProvider client={queryClient}>
        <Doubt />
      </QueryClientProvider>,
    );
    const words = document.body.textContent ?? "";
    expect(words).toContain("24 小时内没有写好拜访记录，不算有效拜访；这次打卡不用再等谁决定");
    expect(words).not.toMatch(/提交说明|前决定/);
  },
);

describe("where another of its day at that client was recorded in time", () => {
  const saidBeside = (change: Partial<CheckInView>, review: object | null) => {
    said("outside", "2026-03-27T02:00:00.000Z", review);
    document.body.innerHTML = "";
    checkIn = { ...checkIn, ...change, visitId: null };
    others = [{ ...checkIn, checkInId: "other", visitId: "v", review: null }];
    render(
      <QueryClientProvider client={queryClient}>
        <Doubt />
      </QueryClientProvider>,
    );
    return document.body.textContent ?? "";
  };

  it("one out of range can still be explained", () => {
    const words = saidBeside({ verdict: "outside" }, null);
    expect(words).toContain("提交说明");
    expect(words).not.toContain("24 小时内没有写好");
  });

  it("one that was not accepted can be looked at once more", () => {
    const decision = { byName: "陈浩", reason: "问过本人", at: "2026-03-26T02:00:00.000Z" };
    saidBeside({}, { state: "rejected", decision, appealUntil: until });
    expect(document.getElementById("appeal-send")).toBeTruthy();
  });
});

it("shows what was decided before whoever has decided has changed it", () => {
  const decision = { byName: "陈浩", reason: "问过本人", at: "2026-03-27T01:20:00.000Z" };
  const before = { ...decision, reason: "客户确认来过", at: "2026-03-27T01:00:00.000Z" };
  const words = said("doubtful", "2026-03-27T02:00:00.000Z", { state: "rejected", decision, decisionBefore: before });
  expect(words.replace(/\s/g, " ")).toContain("改过一次：陈浩 3月27日 09:00 认可过，客户确认来过");
});

it.each([
  ["doubtful", "存疑打卡"],
  ["unverified", "存疑打卡"],
  ["outside", "范围外的打卡"],
  ["inside", "有不寻常的地方"],
] as const)("is called by how it was judged: %s", (verdict, title) => {
  said(verdict, "2026-03-26T02:00:00.000Z");
  expect(jest.mocked(usePageFrame)).toHaveBeenLastCalledWith({ title });
});

it.each([
  ["v", true],
  [null, false],
])("offers a second look where a record makes it worth one (record: %s)", (visitId, isOffered) => {
  const decision = { byName: "陈浩", reason: "问过本人", at: "2026-03-26T02:00:00.000Z" };
  const change = { state: "rejected", decision, appealUntil: until };
  said("doubtful", "2026-03-27T01:00:00.001Z", change);
  document.body.innerHTML = "";
  checkIn = { ...checkIn, visitId };
  render(
    <QueryClientProvider client={queryClient}>
      <Doubt />
    </QueryClientProvider>,
  );
  expect(document.body.textContent?.includes("请人复核")).toBe(isOffered);
});

describe("of the photo taken at the tap", () => {
  beforeEach(() => {
    queryClient.clear();
    useSession.setState({ phase: "in", memberId: "xiaowang" });
  });
  const withPhoto = () => said("doubtful", "2026-03-26T01:10:00.000Z", {}, true);

  it("shows it to its owner, with until when it is kept", async () => {
    withPhoto();
    expect(await screen.findByLabelText("打卡时拍的")).toBeTruthy();
    expect(document.body.textContent).toMatch(/存到 6月24日/);
  });

  it("shows it to its owner also where it was too far away and nothing has been said of it", async () => {
    said("outside", "2026-03-26T01:10:00.000Z", null, true);
    expect(await screen.findByLabelText("打卡时拍的")).toBeTruthy();
  });

  it("says who else sees it", async () => {
    withPhoto();
    expect(await screen.findByText(/你和决定这次打卡的人看得到/)).toBeTruthy();
  });

  it("asks for one more, not for the first one again", () => {
    withPhoto();
    expect(screen.getByText("再拍一张")).toBeTruthy();
    expect(screen.queryByText("拍一张照片")).toBeNull();
  });
});

describe("one out of range, of which nothing was said", () => {
  const far = (at: string, change: Partial<CheckInView> = {}) => {
    said("outside", at, {});
    document.body.innerHTML = "";
    checkIn = { ...checkIn, review: null, ...change };
    render(
      <QueryClientProvider client={queryClient}>
        <Doubt />
      </QueryClientProvider>,
    );
    return document.body.textContent ?? "";
  };

  it("may be explained up to the last instant of seven days", () => {
    const words = far(until);
    expect(words).toMatch(/4月2日\s09:00 前拍一张现场照片、写一句说明/);
    expect(words).toContain("提交说明");
  });

  it("names who would decide on it", () => {
    expect(far(until, { wouldDecideNames: ["陈浩"] })).toContain("写一句说明，由陈浩决定");
  });

  it("may not be explained after it", () => {
    const words = far("2026-04-02T01:00:00.001Z");
    expect(words).toContain("不能再说明");
    expect(words).not.toContain("提交说明");
  });

  it("is explained no more once its record is too late, for which reason it says", () => {
    const words = far("2026-03-27T01:00:00.001Z", { visitId: null });
    expect(words).toContain("24 小时内没有写好拜访记录，所以不算有效拜访");
    expect(words).not.toMatch(/提交说明|已过七天/);
  });

  it("says that its record has to be written as well", () => {
    expect(far("2026-03-27T01:00:00.000Z", { visitId: null }).replace(/\s/g, " ")).toContain(
      "拜访记录也要写，最迟 3月27日 09:00",
    );
  });

  it("needs no words where its day counts that client by another one", () => {
    const words = far(until, { mendedById: "later" });
    expect(words).toContain("已补上");
    expect(words).toContain("这次不用说明");
    expect(words).not.toContain("提交说明");
  });

  it("leads to the record of the one that counts there", () => {
    far(until, { mendedById: "later", visitId: null });
    fireEvent.click(document.getElementById("doubt-visit") as Element);
    expect(jest.mocked(open)).toHaveBeenCalledWith(routes.visit({ checkInId: "later", on: "2026-03-26" }));
  });

  it("asks for no explanation of one that only says again what counts there", () => {
    expect(far(until, { repeatedOnDay: true })).not.toContain("提交说明");
  });

  it("asks for a photo where words alone are to be sent", () => {
    far(until);
    fireEvent.click(screen.getByText("提交说明"));
    expect(document.getElementById("doubt-photo-note")?.textContent).toBe("拍一张现场照片再提交");
  });

  it("needs no other photo where one was taken at the tap", () => {
    far(until, { hasPhoto: true });
    fireEvent.click(screen.getByText("提交说明"));
    expect(document.getElementById("doubt-photo-note")?.textContent).not.toBe("拍一张现场照片再提交");
  });
});

it("says for half an hour after the second decision that it may still be changed", () => {
  const decision = { byName: "赵静", reason: "没有登记", at: "2026-03-27T01:00:00.000Z" };
  const appeal = { text: "前台有登记", at: "2026-03-26T05:00:00.000Z", first: { ...decision, byName: "陈浩" } };
  const words = said("doubtful", "2026-03-27T01:30:00.000Z", { state: "rejected", decision, appeal });
  expect(words).toMatch(/赵静 在 3月27日\s09:30 前还可以改，之后就是最后的结果/);
});

it("says after the second decision that it was the last one, and whom to ask", () => {
  const decision = { byName: "赵静", reason: "没有登记", at: "2026-03-27T01:00:00.000Z" };
  const appeal = { text: "前台有登记", at: "2026-03-26T05:00:00.000Z", first: { ...decision, byName: "陈浩" } };
  const words = said("doubtful", "2026-03-27T02:00:00.000Z", { state: "rejected", decision, appeal });
  expect(words).toContain("这是最后的结果，不再复核。还有疑问，直接问 赵静。");
});

it.each(["2026-03-27T01:30:00.000Z", "2026-03-27T02:00:00.000Z"])(
  "names with a deputy's last decision in whose place it was made, at %s",
  (at) => {
    const first = { byName: "陈浩", reason: "没有登记", at: "2026-03-27T01:00:00.000Z" };
    const decision = { ...first, byName: "周代", insteadOfName: "赵静" };
    said("doubtful", at, { state: "rejected", decision, appeal: { text: "有登记", at: first.at, first } });
    const final = document.getElementById("doubt-final")?.textContent ?? "";
    expect(final.match(/周代(?!（代赵静）)/)).toBeNull();
    expect(final).toContain("周代（代赵静）");
  },
);

it("says of one that was not accepted which money does not count any more", () => {
  const decision = { byName: "赵静", reason: "那时人在别处", at: "2026-03-27T01:00:00.000Z" };
  const of = { visitId: "v", customerName: "海岳机械", on: "2026-03-26", amountFen: 5_681, decision };
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  queryClient.setQueryData(["statement", "2026-03"], {
    lost: [
      { ...of, checkInId: "another", amountFen: 1 },
      { ...of, checkInId: "k" },
    ],
  });
  const words = said("doubtful", "2026-03-27T02:00:00.000Z", { state: "rejected", decision });
  expect(words.replace(/\s/g, " ")).toContain("原来计入 56.81元，3月27日 09:00 起不再计入");
});

describe("one that may be decided in a later month", () => {
  it("says that the visit stays pay of its own month", () => {
    expect(said("doubtful", until)).toContain("按拜访那天算：是3月的收入，哪个月决定都一样");
  });

  it("says nothing of it where it is decided within its month", () => {
    expect(said("doubtful", until, { decideUntil: "2026-03-31T15:59:59.999Z" })).not.toContain("按拜访那天算");
  });

  it("says nothing of it once it is decided", () => {
    const decision = { byName: "赵静", insteadOfName: null, reason: "在现场", at: "2026-03-27T01:00:00.000Z" };
    expect(said("doubtful", until, { state: "accepted", decision })).not.toContain("按拜访那天算");
  });
});
