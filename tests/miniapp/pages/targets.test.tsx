import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { answerShapes } from "@/api/answerShapes";
import { hasShape } from "@/api/shape";
import { publishTargets, readLevel, setTargets } from "@/api/targets";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import TargetTree from "@/pages/targets/tree";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/targets");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({ period: "2026-04", unitId: "team" }),
}));

const line = (subjectId: string, name: string, part: object) => ({
  ...{ subjectId, isUnit: false, name, lastFen: 18_000_000, valueFen: null, draft: null },
  ...{ revision: 1, maySet: true, leftFen: null },
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
      ...{ may: true, peopleCount: 1, isWhole: true },
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
