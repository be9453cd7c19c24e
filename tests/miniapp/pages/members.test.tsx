import type { ReactNode } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { answerShapes } from "@/api/answerShapes";
import { ApiError } from "@/api/apiError";
import { grantRole, listMembers, readMember, readRoles, revokeRole, setMemberRecord } from "@/api/members";
import { readReadiness } from "@/api/readiness";
import { readTableViews } from "@/api/tableViews";
import { hasShape } from "@/api/shape";
import { draftsOf } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { meKey } from "@/features/query/useApiQuery";
import { useSession } from "@/features/session/sessionStore";
import { useLooks } from "@/features/tables/useTableLook";
import { type FirstLook, useMembersLook } from "@/features/staff/useMembersLook";
import type { MemberRead } from "@/features/staff/useMembers";
import Members from "@/pages/admin/members";
import MembersTable from "@/pages/admin/members/desk/MembersTable";
import { MemberList } from "@/pages/admin/members/MemberList";
import { MemberPage } from "@/pages/admin/members/MemberPage";
import { RecordPage } from "@/pages/admin/members/RecordPage";
import Roles from "@/pages/admin/roles";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/members");
jest.mock("@/api/readiness");
jest.mock("@/api/tableViews");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({}),
  usePullDown: () => {},
  back: () => {},
}));

const read: MemberRead = {
  member: {
    ...{ memberId: "xiaowang", name: "小王", state: "here", unitName: "华南直销一队" },
    ...{ employeeNumber: "00731", numberTakenByName: null, joinedOn: "2023-07-01", leftOn: null, goneOn: null },
    ...{ reportsTo: [], superiorNames: ["陈浩"], salesMode: [{ fromOn: "2023-07-01", value: "直销" }] },
  },
  places: [{ unitName: "华南直销一队", part: "member", fromOn: "2000-01-01", lastOn: null }],
  byDirectory: ["rep"],
  roles: [
    { role: "finance", unitId: null, unitName: null, fromOn: "2026-03-01", lastOn: "2026-04-30", byName: "周敏" },
    { role: "hr", unitId: null, unitName: null, fromOn: "2025-01-01", lastOn: "2025-12-31", byName: null },
  ],
  open: null,
  revision: 3,
  can: { setRecord: true, changeRoles: true },
};
const row = {
  ...{ memberId: "xiaowang", name: "小王", state: "here" as const, unitName: "华南直销一队", employeeNumber: "00731" },
  ...{ joinedOn: null, salesMode: "直销", byDirectory: ["rep" as const], leadsNames: [] },
  roles: [{ role: "finance" as const, unitId: null, unitName: null, fromOn: "2026-03-01", lastOn: "2026-04-30" }],
};
const list = { items: [row], nextCursor: null, counts: { here: 12, left: 1 }, can: { readDirectory: true } };
const ready = {
  wecom: "answers" as const,
  fault: null,
  address: null,
  checkedAt: null,
  errcode: null,
  since: null,
  directoryReadAt: "2026-03-26T01:00:00Z",
  knowsPeople: true,
};
const overview = {
  items: [{ memberId: "zhoumin", name: "周敏", ...read.roles[0], role: "admin" as const, lastOn: null, byName: null }],
  ...{ isWhole: true, units: [{ unitId: "u3", name: "华南直销一队" }], can: { grant: true } },
} as Awaited<ReturnType<typeof readRoles>>;

const me = {
  member: { memberId: "m", name: "周敏", roles: ["admin", "hr"], language: "zh-CN" },
  ...{ today: "2026-03-26", team: null, leads: [], can: ["members.read", "roles.list", "roles.grant"] },
};
/** As the page has them, above list and table. */
function Listed({ first, as: Shown = MemberList }: { first: FirstLook; as?: typeof MemberList }) {
  return <Shown looked={useMembersLook(first)} />;
}
const everybody = { state: "here", lacking: null } as const;

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "m" });
  useLooks.setState({ ownerId: null, looks: {} });
  jest.resetAllMocks();
  jest.mocked(readMember).mockResolvedValue(read);
  jest.mocked(listMembers).mockResolvedValue(list);
  jest.mocked(readReadiness).mockResolvedValue(ready);
  jest.mocked(readRoles).mockResolvedValue(overview);
  jest.mocked(readTableViews).mockResolvedValue({ views: [], revision: 0 });
  queryClient.setQueryData(meKey, me);
});

const text = () => document.body.textContent ?? "";
async function page(shown: ReactNode, word: string): Promise<void> {
  render(<QueryClientProvider client={queryClient}>{shown}</QueryClientProvider>);
  await waitFor(() => expect(text()).toContain(word));
}
const tap = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));

it("is shown what the server answers by its contracts", () => {
  expect(hasShape(read, answerShapes["members.read"])).toBe(true);
  expect(hasShape(list, answerShapes["members.list"])).toBe(true);
  expect(hasShape(overview, answerShapes["roles.overview"])).toBe(true);
});

it("lists who is here with where they belong and until when they have a role", async () => {
  await page(<Listed first={everybody} />, "小王");
  for (const part of ["在职 12", "离职 1", "华南直销一队", "财务（到4月30日）", "00731", "通讯录上次读到"])
    expect(text()).toContain(part);
});

it("names the unit of its leader once", async () => {
  jest
    .mocked(listMembers)
    .mockResolvedValue({ ...list, items: [{ ...row, name: "陈浩", leadsNames: ["华南直销一队"] }] });
  await page(<Listed first={everybody} />, "陈浩");
  expect(text().split("华南直销一队")).toHaveLength(2);
});

it("names no day of a place that somebody had before the directory was read", async () => {
  await page(<MemberPage memberId="xiaowang" />, "部门负责人 陈浩");
  expect(text()).not.toContain("2000年");
});

it("says since when WeCom does not answer", async () => {
  jest
    .mocked(readReadiness)
    .mockResolvedValue({ ...ready, wecom: "failing", errcode: 60011, since: "2026-03-26T01:05:00Z" });
  await page(<Listed first={everybody} />, "没有读成");
  expect(text()).toContain("60011");
});

it("shows whom somebody reports to, and which roles are over", async () => {
  await page(<MemberPage memberId="xiaowang" />, "部门负责人 陈浩");
  expect(text()).toContain("已经结束");
  expect(text()).toContain("周敏给的");
});

it("takes a role back from its row", async () => {
  jest.mocked(revokeRole).mockResolvedValue({ memberId: "xiaowang", revision: 4 });
  await page(<MemberPage memberId="xiaowang" />, "周敏给的");
  await tap(/^财务/);
  await tap("现在收回");
  expect(jest.mocked(revokeRole).mock.calls[0]?.[1]).toMatchObject({ role: "finance", unitId: null });
});

it("says beside each role what it opens before one is chosen", async () => {
  await page(<MemberPage memberId="xiaowang" />, "给一个角色");
  await tap("给一个角色");
  expect(screen.getAllByRole("radio").filter((radio) => radio.getAttribute("aria-checked") === "true")).toEqual([]);
  const shown = (role: RegExp) => screen.getByRole("radio", { name: role }).textContent;
  expect(shown(/^审计/)).toContain("能打开和能做：");
  expect(shown(/^审计/)).toContain("每次看都留痕");
  expect(shown(/^财务/)).toContain("看不到别人的收入");
  await tap("给");
  expect(text()).toContain("选一个角色");
  expect(grantRole).not.toHaveBeenCalled();
});

it("asks of which department a manager is to be one", async () => {
  await page(<MemberPage memberId="xiaowang" />, "给一个角色");
  await tap("给一个角色");
  await act(async () => void fireEvent.click(screen.getByRole("radio", { name: /^主管/ })));
  await tap("给");
  expect(text()).toContain("选一个部门");
  expect(grantRole).not.toHaveBeenCalled();
});

it("offers no change of roles to whom the server gives no right", async () => {
  jest.mocked(readMember).mockResolvedValue({ ...read, can: { setRecord: false, changeRoles: false } });
  await page(<MemberPage memberId="xiaowang" />, "自己的角色由别的管理员改");
  expect(text()).not.toContain("给一个角色");
  expect(text()).not.toContain("改人事资料");
});

it("sends only what was changed of what counts from a day on", async () => {
  jest.mocked(setMemberRecord).mockResolvedValue({ memberId: "xiaowang", revision: 4 });
  await page(<RecordPage memberId="xiaowang" />, "汇报对象");
  fireEvent.input(screen.getByLabelText("工号"), { target: { value: "00732" } });
  await tap("保存");
  expect(jest.mocked(setMemberRecord).mock.calls[0]?.[1]).toMatchObject({
    ...{ revision: 3, employeeNumber: "00732", joinedOn: "2023-07-01", reportsTo: null, salesMode: null },
  });
});

it("shows what somebody else has stored meanwhile, and keeps what was typed", async () => {
  jest.mocked(setMemberRecord).mockRejectedValue(new ApiError("stale", "stale", "r", [], {}, 409));
  await page(<RecordPage memberId="xiaowang" />, "汇报对象");
  fireEvent.input(screen.getByLabelText("工号"), { target: { value: "00732" } });
  jest
    .mocked(readMember)
    .mockResolvedValue({ ...read, revision: 4, member: { ...read.member, employeeNumber: "00999" } });
  await tap("保存");
  await waitFor(() => expect(text()).toContain("别人刚改过这份资料"));
  expect(text()).toContain("00999");
  expect(screen.getByLabelText<HTMLInputElement>("工号").value).toBe("00732");
  expect(screen.getByRole("button", { name: "保存" }).getAttribute("aria-disabled")).toBe("true");
});

it("keeps what is looked for when a window becomes narrow", async () => {
  await page(<Listed first={everybody} as={MembersTable} />, "小王");
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "小王" } });
  cleanup();
  await page(<Listed first={everybody} />, "小王");
  expect(document.querySelector<HTMLInputElement>("#member-search")?.value).toBe("小王");
});

it("goes on with what was typed of a record and not saved", async () => {
  await page(<RecordPage memberId="xiaowang" />, "汇报对象");
  fireEvent.input(screen.getByLabelText("工号"), { target: { value: "00732" } });
  cleanup();
  await page(<RecordPage memberId="xiaowang" />, "汇报对象");
  expect(screen.getByLabelText<HTMLInputElement>("工号").value).toBe("00732");
  expect(text()).toContain("从上次没写完的继续");
});

it("keeps nothing of a record once it is saved", async () => {
  jest.mocked(setMemberRecord).mockResolvedValue({ memberId: "xiaowang", revision: 4 });
  await page(<RecordPage memberId="xiaowang" />, "汇报对象");
  fireEvent.input(screen.getByLabelText("工号"), { target: { value: "00732" } });
  await tap("保存");
  cleanup();
  expect(draftsOf("m")).toEqual([]);
});

it("shows a record that others have changed since its draft, and asks which one stays", async () => {
  await page(<RecordPage memberId="xiaowang" />, "汇报对象");
  fireEvent.input(screen.getByLabelText("工号"), { target: { value: "00732" } });
  cleanup();
  queryClient.clear();
  jest.mocked(readMember).mockResolvedValue({ ...read, revision: 4 });
  queryClient.setQueryData(meKey, me);
  await page(<RecordPage memberId="xiaowang" />, "别人刚改过这份资料");
  expect(screen.getByLabelText<HTMLInputElement>("工号").value).toBe("00732");
});

it("says of each role what it sees and does, and who has it", async () => {
  await page(<Roles />, "管服务器的同事给的");
  for (const part of ["看得到", "能打开和能做", "周敏", "没有人"]) expect(text()).toContain(part);
});

it.each([
  ["those without a team", { state: "here", lacking: "team" }, { state: "here", lacking: "team" }],
  ["those who have left", { state: "left", lacking: null }, { state: "left" }],
] as const)("shows %s to whoever comes by a link that is about them", async (_who, first, asked) => {
  await page(<Listed first={first} />, "小王");
  await waitFor(() => expect(listMembers).toHaveBeenCalledWith(asked));
});

it("gives way, with who gives the right, where that ends while the page is open", async () => {
  await page(<Members />, "小王");
  act(() => void queryClient.setQueryData(meKey, (me: object) => ({ ...me, can: [], administratorNames: ["何敏"] })));
  await waitFor(() => expect(text()).toContain("成员资料由人事和管理员管"));
  expect(text()).toContain("需要权限请找 何敏。");
  expect(text()).not.toContain("小王");
});
