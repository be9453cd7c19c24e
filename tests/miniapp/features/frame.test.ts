import { existsSync } from "node:fs";
import { tabsOf, waitingTab } from "@/features/frame/tabs";
import { typeOfFontSize } from "@/features/frame/useAppearance";
import { roleChosen, rolesShown } from "@/features/session/useMe";
import { failureOf } from "@/features/failure";
import { waitingAt } from "@/features/todos/useTodos";
import { ApiError, type ApiErrorCode } from "@/api/apiError";
import { decoded } from "@/platform/navigation";
import { isPage, isTab, routes, tabRoutes } from "@/routes";
import { wordsOf } from "@/texts";
import { tabIcons } from "@/ui/Page/TabBar/icons";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const withTabs = (Object.keys(tabsOf) as (keyof typeof tabsOf)[]).filter((role) => role !== "staff");

it("has five places for everybody who has any, in the same order", () => {
  const places = withTabs.map((role) => tabsOf[role].map(({ id }) => id));
  expect(places).toEqual(places.map(() => ["home", "book", "do", "money", "me"]));
  expect(tabRoutes.every(isTab)).toBe(true);
});

it.each([
  ["rep", ["今日", "客户", "打卡", "收入", "我的"]],
  ["manager", ["今日", "团队", "审批", "收入", "我的"]],
  ["finance", ["待办", "关账", "方案", "报表", "我的"]],
  ["hr", ["待办", "关账", "方案", "报表", "我的"]],
  ["admin", ["待办", "成员", "导入", "系统体检", "我的"]],
  ["auditor", ["待办", "关账", "审计", "报表", "我的"]],
] as const)("gives %s its words", (role, words) => {
  expect(tabsOf[role].map(({ word }) => wordsOf("zh-CN").t.common.tabs[word])).toEqual(words);
});

const icons = withTabs.flatMap((role) => tabsOf[role].map(({ icon }) => icon));

it("draws every place of every role in the browser", () => {
  expect(icons.filter((icon) => tabIcons[icon] === undefined)).toEqual([]);
});

it("has the pictures of every place for the mini-program's own bar", () => {
  const looks = ["light", "light-on", "dark", "dark-on"];
  const missing = icons.filter((icon) => looks.some((look) => !existsSync(`miniapp/assets/tabs/${icon}-${look}.png`)));
  expect(missing).toEqual([]);
});

it("counts what waits at 审批, in an office at 待办, and nowhere for a rep", () => {
  expect([waitingTab("manager"), waitingTab("finance"), waitingTab("rep")]).toEqual([2, 0, -1]);
});

it.each([
  ["manager", 1],
  ["hr", 2],
] as const)("counts for %s what the page lists there", (role, count) => {
  expect(waitingAt(role, [{ kind: "plan" }, { kind: "calendarUnknown" }])).toBe(count);
});

it("shows a leader who also sells both views, approvals first", () => {
  expect(rolesShown(["rep", "manager"])).toEqual(["manager", "rep"]);
});

it("shows each of several offices by itself", () => {
  expect(rolesShown(["admin", "hr"])).toEqual(["hr", "admin"]);
});

it("treats whoever has no role as no rep", () => {
  expect(rolesShown([])).toEqual(["staff"]);
});

it("keeps the role that somebody has chosen, as long as they have it", () => {
  expect(roleChosen(["admin", "hr"], "admin")).toBe("admin");
  expect(roleChosen(["hr"], "admin")).toBe("hr");
});

it("goes on in an office where an older version had only one for all of them", () => {
  expect(roleChosen(["manager", "finance"], "office")).toBe("finance");
});

it.each([
  [null, "m"],
  [16, "m"],
  [17, "m"],
  [18, "l"],
  [20, "l"],
  [21, "xl"],
] as const)("draws %s px letters of the system as %s", (px, type) => {
  expect(typeOfFontSize(px)).toBe(type);
});

it("writes parameters so that they arrive whole", () => {
  const route = routes.line({ period: "2026-03", lineId: "commission:s/1&x=2" });
  expect(route).toBe("/pages/earnings/line/index?period=2026-03&lineId=commission%3As%2F1%26x%3D2");
  expect(decoded("commission%3As%2F1")).toBe("commission:s/1");
  expect(decoded("100%")).toBe("100%");
});

it.each([
  ["/pages/sales/detail/index?id=1", true],
  ["/pages/tabs/home/index", true],
  ["https://elsewhere.example/pages/tabs/home/index", false],
  ["//elsewhere.example", false],
  ["/pages/../../x", false],
  ["javascript:alert(1)", false],
])("opens %s from a message only if it is a page of ours: %s", (path, ours) => {
  expect(isPage(path)).toBe(ours);
});

it("asks for an update where the server refuses a form in which this program finds nothing to mark", () => {
  const { t } = wordsOf("zh-CN");
  const refused = new ApiError("input.invalid", "", "r1", [{ field: "newerField", code: "missing" }]);
  expect(failureOf(refused, wordsOf("zh-CN")).sentence).toBe(t.errors.outdated);
  expect(t.errors.outdated).toContain("请更新");
});

describe("where something was only to be read", () => {
  const reading = (code: ApiErrorCode, words = wordsOf("zh-CN")) =>
    failureOf(new ApiError(code, "", "r1"), words, { isReading: true }).sentence;

  it.each(["network", "foreign", "outdated", "server.failed", "server.unavailable", "rate.limited"] as const)(
    "no failure speaks of what was filled in: %s",
    (code) => {
      expect(wordsOf("zh-CN").t.errors[code]).toContain("刚填的都在");
      expect(reading(code)).not.toMatch(/刚填|重复计/);
      expect(reading(code, wordsOf("en"))).not.toMatch(/typed|input/);
    },
  );
});

it("says of what somebody else has decided meanwhile that nobody has to look into it", () => {
  const words = wordsOf("zh-CN");
  const failure = (status: number) => failureOf(new ApiError("sale.notSubmitted", "", "r1", [], {}, status), words);
  expect([failure(409).isRule, failure(500).isRule]).toEqual([true, false]);
});

it("says of a missing right that trying again does not help", () => {
  const words = wordsOf("zh-CN");
  expect(failureOf(new ApiError("right.missing", "", "r1"), words)).toMatchObject({ noRight: true });
  expect(failureOf(new TypeError("bug"), words).sentence).toBe(words.t.errors["server.failed"]);
});
