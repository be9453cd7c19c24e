import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { answerShapes } from "@/api/answerShapes";
import { hasShape } from "@/api/shape";
import { publishTargets, readLevel, setTargets } from "@/api/targets";
import { readVisitTarget, setVisitTarget } from "@/api/visitTargets";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { useBusinessDay } from "@/features/time";
import TargetTree from "@/pages/targets/tree";
import { PublishSheet } from "@/pages/targets/tree/PublishSheet";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/targets");
jest.mock("@/api/visitTargets");
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: jest.fn(() => "2026-03-26"),
}));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({ period: "2026-04", unitId: "team" }),
}));

const line = (subjectId: string, name: string, part: object) => ({
  ...{ subjectId, isUnit: false, name, lastFen: 18_000_000, valueFen: null, draft: null },
  ...{ revision: 1, maySet: true, leftFen: null, keptFen: 0 },
  ...part,
});

/** The server's level, as it stands: drafts until they are published. */
function given() {
  let state: "none" | "draft" | "published" = "none";
  const level = () => ({
    ...{ period: "2026-04", hasBegun: false, path: [{ unitId: "team", name: "华南直销一组" }] },
    parent: line("team", "华南直销一组", { isUnit: true, valueFen: 20_000_000, maySet: false, leftFen: 0 }),
    rows: [
      line("lina", "李娜", {
        valueFen: state === "published" ? 20_000_000 : null,
        draft: state === "draft" ? { valueFen: 20_000_000, reason: null } : null,
      }),
    ],
    carriedCount: 0,
    publication: {
      ...{ may: true, peopleCount: 1, peopleNames: ["李娜"], isWhole: true },
      levels:
        state === "draft"
          ? [
              {
                ...{ parentId: "team", parentName: "华南直销一组", parentFen: 20_000_000, restFen: 0, remainder: null },
                targets: [{ subjectId: "lina", name: "李娜", revision: 1, beforeFen: null, afterFen: 20_000_000 }],
              },
            ]
          : [],
    },
  });
  expect(hasShape(level(), answerShapes["targets.level"])).toBe(true);
  jest.mocked(readLevel).mockImplementation(() => Promise.resolve(level() as Awaited<ReturnType<typeof readLevel>>));
  const then = (next: typeof state) => () => {
    state = next;
    return Promise.resolve({}) as never;
  };
  jest.mocked(setTargets).mockImplementation(then("draft"));
  jest.mocked(publishTargets).mockImplementation(then("published"));
}

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "chenhao" });
  jest.spyOn(console, "error").mockImplementation(() => {});
  given();
});

const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));
async function tap(id: string) {
  await act(async () => fireEvent.click(document.querySelector(`#${id}`) as Element));
  await settled();
}
const said = () => document.querySelector("#targets-said")?.textContent;

describe("visits a week", () => {
  // HR may set the running week.
  const standing = { now: 8, next: null, ofUnitName: null, settableFrom: "2026-03-23", revision: 1 };

  async function show(read: Awaited<ReturnType<typeof readVisitTarget>> = standing) {
    jest.mocked(readVisitTarget).mockResolvedValue(read);
    jest.mocked(setVisitTarget).mockResolvedValue({ target: standing });
    render(
      <QueryClientProvider client={queryClient}>
        <TargetTree />
      </QueryClientProvider>,
    );
    await waitFor(() => expect(document.querySelector("#visit-target-open")).not.toBeNull());
    expect(field()).toBeNull();
  }
  const field = () => document.querySelector("#visit-target-count input, input#visit-target-count");
  async function typeTen() {
    await show();
    await tap("visit-target-open");
    fireEvent.input(field() as Element, { target: { value: "10" }, detail: { value: "10" } });
    await settled();
  }
  const sentFrom = () => jest.mocked(setVisitTarget).mock.calls.map(([, { from }]) => from);
  beforeEach(() => jest.mocked(setVisitTarget).mockClear());

  it("are asked for on no level that goes by what was said above, which can be said otherwise", async () => {
    await show({ ...standing, ofUnitName: "制造集团", revision: 0 });
    expect(document.querySelector("#visit-target")?.textContent).toContain("按 制造集团 定的算");
    await tap("visit-target-open");
    expect(field()).not.toBeNull();
  });

  it("begin next Monday where nothing else is said, never on a day that is over", async () => {
    await typeTen();
    await tap("visit-target-save");
    expect(sentFrom()).toEqual(["2026-03-30"]);
  });

  it("begin this week where that is chosen, with a word on the days that are over", async () => {
    await typeTen();
    fireEvent.click(screen.getByText("本周"));
    await settled();
    expect(screen.getByText(/本周已经过去的几天也按新的数/)).toBeTruthy();
    await tap("visit-target-save");
    expect(sentFrom()).toEqual(["2026-03-23"]);
  });

  it("begin today on a Monday, without a choice", async () => {
    jest.mocked(useBusinessDay).mockReturnValue("2026-03-23");
    await typeTen();
    expect(document.querySelector("#visit-target-week")).toBeNull();
    await tap("visit-target-save");
    expect(sentFrom()).toEqual(["2026-03-23"]);
    jest.mocked(useBusinessDay).mockReturnValue("2026-03-26");
  });
});

describe("a publication in a month that has begun", () => {
  const sheetOf = (beforeFen: number | null) => {
    const level = {
      ...{ period: "2026-03", hasBegun: true, path: [], rows: [], carriedCount: 0, parent: null },
      publication: {
        ...{ may: true, peopleCount: 0, peopleNames: [], isWhole: true },
        levels: [
          {
            ...{ parentId: null, parentName: null, parentFen: null, restFen: 0, remainder: null },
            targets: [{ subjectId: "u1", name: "制造集团", revision: 1, beforeFen, afterFen: 20_000_000 }],
          },
        ],
      },
    };
    render(
      <QueryClientProvider client={queryClient}>
        <PublishSheet level={level} onClose={() => {}} onDone={() => {}} />
      </QueryClientProvider>,
    );
    return document.querySelector("#publish-reason");
  };

  it("asks for no reason where there was nothing before", () => {
    expect(sheetOf(null)).toBeNull();
    expect(document.querySelector("#publish-send")?.getAttribute("aria-disabled")).not.toBe("true");
  });

  it("asks for one where a target that is in force becomes another", () => {
    expect(sheetOf(18_000_000)).not.toBeNull();
  });
});

describe("a level whose own target is proposed only", () => {
  const proposed = { isUnit: true, valueFen: null, draft: { valueFen: 20_000_000, reason: null }, leftFen: 0 };
  const waiting = (maySet: boolean) => ({
    ...{ period: "2026-04", hasBegun: true, carriedCount: 0 },
    path: [
      { unitId: "branch", name: "华南分公司" },
      { unitId: "team", name: "华南直销一组" },
    ],
    parent: line("team", "华南直销一组", { ...proposed, maySet }),
    rows: [
      line("lina", "李娜", { draft: { valueFen: 20_000_000, reason: null } }),
      line("wangfang", "王芳", { lastFen: null }),
    ],
    publication: {
      ...{ may: true, peopleCount: 1, peopleNames: ["李娜"], isWhole: true },
      levels: [
        {
          ...{ parentId: "team", parentName: "华南直销一组", parentFen: null, restFen: 0, remainder: null },
          targets: [{ subjectId: "lina", name: "李娜", revision: 1, beforeFen: null, afterFen: 20_000_000 }],
        },
      ],
    },
  });
  const shownFor = async (maySet: boolean) => {
    jest.mocked(readLevel).mockResolvedValue(waiting(maySet));
    render(
      <QueryClientProvider client={queryClient}>
        <TargetTree />
      </QueryClientProvider>,
    );
    await settled();
  };

  it("leads to the level above before it asks for a reason", async () => {
    await shownFor(true);
    expect(document.querySelector("#targets-publish")).toBeNull();
    expect(document.querySelector("#targets-above")?.textContent).toContain("华南直销一组 自己的目标还是草稿");
    expect(screen.getByText("到上一级一起发布")).toBeTruthy();
  });

  it("names whoever has no target before anything is published", async () => {
    await shownFor(true);
    expect(document.querySelector("#targets-without")?.textContent).toContain("王芳 还没有个人目标");
  });

  it("leads nowhere who may not set the one above", async () => {
    await shownFor(false);
    expect(document.querySelector("#targets-up")).toBeNull();
    expect(document.querySelector("#targets-publish")).toBeNull();
  });
});

it("says of an office that it needs no target, and asks for none", async () => {
  const level = await readLevel({} as never);
  const office = line("office", "财务部", { isUnit: true, lastFen: null, sellsNothing: true });
  jest.mocked(readLevel).mockResolvedValue({ ...level, rows: [...level.rows, office] });
  render(
    <QueryClientProvider client={queryClient}>
      <TargetTree />
    </QueryClientProvider>,
  );
  await settled();
  expect(document.querySelector("#target-office")?.textContent).toBe("财务部下面没有销售团队，不用定目标");
  expect(document.querySelector("#open-office")).toBeNull();
});

it("calls what has just been published published, and nothing a draft any more", async () => {
  render(
    <QueryClientProvider client={queryClient}>
      <TargetTree />
    </QueryClientProvider>,
  );
  await settled();
  const field = document.querySelector("#target-lina input, input#target-lina, input") as Element;
  fireEvent.input(field, { target: { value: "20万" }, detail: { value: "20万" } });
  await settled();
  await tap("targets-save");
  expect(said()).toBe("已存为草稿，还没发布");
  await tap("targets-publish");
  await tap("publish-send");
  expect(said()).toBe("已发布");
  expect(screen.queryByText(/草稿/)).toBeNull();
});

describe("a level below that does not add up", () => {
  async function show() {
    const level = await readLevel({} as never);
    const top = {
      ...{ parentId: null, parentName: null, parentFen: null, restFen: 0, remainder: null },
      targets: [{ subjectId: "group", name: "制造集团", revision: 1, beforeFen: null, afterFen: 139_000_000 }],
    };
    const below = { ...top, parentId: "one", parentName: "华南直销一队", parentFen: 139_000_000, restFen: 25_000_000 };
    jest.mocked(readLevel).mockResolvedValue({
      ...level,
      parent: null,
      rows: [line("group", "制造集团", { isUnit: true, leftFen: 0 })],
      publication: {
        ...{ may: true, isWhole: true, peopleCount: 21, peopleNames: ["小王", "王芳"] },
        levels: [top, { ...below, targets: [] }],
      },
    });
    render(
      <QueryClientProvider client={queryClient}>
        <TargetTree />
      </QueryClientProvider>,
    );
    await settled();
  }

  it("is named on the page, in the words of the sheet", async () => {
    await show();
    expect(document.querySelector("#open-group")?.textContent).toContain("这一层正好分完");
    expect(document.querySelector("#unsolved-one")?.textContent).toBe("华南直销一队：还有 25万 没分下去");
    await tap("targets-publish");
    expect(document.querySelector("#publish-one")?.textContent).toContain("还有 25万 没分下去");
  });

  it("is published with a word on whose progress goes by it", async () => {
    await show();
    await tap("targets-publish");
    expect(document.querySelector("#publish-people")?.textContent).toBe(
      "发布后，21 个人的进度按新目标算：小王、王芳 等。",
    );
  });
});
