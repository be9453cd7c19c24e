import { render, screen } from "@testing-library/react";
import type { SaleView, TodoView } from "@shared/contracts";
import { PlaceRow } from "@/components/PlaceRow";
import { ProgressCard } from "@/components/ProgressCard";
import { SaleRow } from "@/components/SaleRow";
import { TeamBullet } from "@/components/TeamBullet";
import { TodoRow } from "@/components/TodoRow";
import { progressOf } from "@/features/today/progress";
import { WordsContext, wordsOf } from "@/texts";

const pace = { workingDaysGone: 19, workingDays: 22 };
function standing(doneFen: number, targetFen: number | null) {
  const { leftFen, drawn, ...rest } = progressOf({ doneFen, targetFen, pace });
  return { doneFen, targetFen, leftFen, drawn, standing: rest };
}

it("answers how far 小王 is in one sentence of the catalogue", () => {
  render(
    <ProgressCard
      {...standing(50_000_000, 66_666_667)}
      title="3月26日 周四"
      aside="华南直销一队"
      withoutTarget="没有目标"
    />,
  );
  expect(document.querySelector("#progress-sentence")?.textContent).toBe("已完成月度目标75%");
  expect(screen.getByText("落后 11.4 个百分点")).toBeTruthy();
  expect(screen.getByRole("img", { name: "完成 75%，工作日过去 86.36%，落后 11.4 个百分点" })).toBeTruthy();
});

describe("while there is no target", () => {
  const withoutTarget = "你的 3月目标还没发布，请找 陈浩";
  const card = () =>
    render(<ProgressCard {...standing(50_000_000, null)} title="" aside="" withoutTarget={withoutTarget} />);

  it("says whom to ask", () => {
    card();
    expect(screen.getByText(withoutTarget)).toBeTruthy();
  });

  it("draws no ring of nothing", () => {
    expect(card().container.querySelector(".ring")).toBeNull();
  });
});

it("never shows 100% before the target is reached", () => {
  render(<ProgressCard {...standing(66_666_666, 66_666_667)} title="" aside="" withoutTarget="" />);
  expect(document.querySelector("#progress-sentence")?.textContent).toBe("已完成月度目标99.99%");
});

it("reads a team's month aloud with everything that is drawn", () => {
  render(<TeamBullet {...standing(163_200_000, 240_000_000)} workingDaysLeft={3} publishers="" />);
  expect(screen.getByRole("img", { name: "完成 68%，工作日过去 86.36%，落后 18.4 个百分点" })).toBeTruthy();
  expect(screen.getByText("还差 76.8万，今天之后还有 3 个工作日")).toBeTruthy();
  expect(document.body.textContent).toContain("时间进度 86.36%（按工作日，含今天）");
});

it("says of a team's month only what is missing where nobody told how many days are left", () => {
  render(<TeamBullet {...standing(163_200_000, 240_000_000)} workingDaysLeft={null} publishers="" />);
  expect(screen.getByText("还差 76.8万")).toBeTruthy();
});

it.each([
  [false, "3月27日 09:00 前写好才有效"],
  [true, "3月27日 09:00 前写好，主管认可后才算"],
])("says what a record is good for that is still to be written (without a position: %s)", (isInDoubt, said) => {
  const todo: TodoView = {
    ...{ todoId: "record:k", kind: "record", subjectId: "k", since: "2026-03-26T01:00:00.000Z", about: "海岳机械" },
    ...{ byName: null, amountFen: null, text: null, on: "2026-03-26", until: "2026-03-27T01:00:00.000Z", visit: null },
    isInDoubt,
  };
  const { container } = render(<TodoRow todo={todo} today="2026-03-26" onTap={() => {}} />);
  expect(container.textContent?.replace(/\s/g, " ")).toContain(`已打卡，还差拜访记录，${said}`);
});

it("names a place with its distance and what a check-in there would be", () => {
  render(
    <PlaceRow
      id="p"
      name="粤联电气"
      distanceM={215}
      preview="doubtful"
      note={null}
      hint="范围 200 米、误差 18 米：会标为存疑"
      checked={false}
      onTap={() => {}}
    />,
  );
  expect(
    screen.getByRole("radio", { name: "粤联电气，215 米，存疑，范围 200 米、误差 18 米：会标为存疑" }),
  ).toBeTruthy();
});

it("names a sale with amount, state, person and day", () => {
  render(
    <SaleRow
      id="s"
      customerName="海岳机械"
      amountFen={10_000_000}
      state="submitted"
      note="小王 · 3月26日"
      onTap={() => {}}
    />,
  );
  expect(screen.getByRole("button", { name: "海岳机械，100,000.00 元，待确认，小王 · 3月26日" })).toBeTruthy();
});

it("names teams without targets as the reader's language joins names", () => {
  const todo: TodoView = {
    ...{ todoId: "t", kind: "targets", subjectId: "2026-04", since: "2026-03-31T16:00:00Z", about: "North、South" },
    ...{ byName: null, amountFen: null, text: null, on: "2026-04-01", until: null, visit: null },
    teams: ["North", "South"],
  };
  render(
    <WordsContext.Provider value={wordsOf("en")}>
      <TodoRow todo={todo} today="2026-04-01" onTap={null} />
    </WordsContext.Provider>,
  );
  expect(screen.getByText("North, South")).toBeTruthy();
});

describe("A check-in to decide on", () => {
  const row = (isInDoubt: boolean) => {
    const todo: TodoView = {
      ...{ todoId: "t", kind: "review", subjectId: "k", since: "2026-03-26T01:00:00Z", about: "海岳机械" },
      ...{ byName: "小王", amountFen: null, text: null, on: "2026-03-26", until: "2026-04-02T01:00:00Z", visit: null },
      isInDoubt,
    };
    render(<TodoRow todo={todo} today="2026-03-27" onTap={() => {}} />);
    return screen.getByRole("button").getAttribute("aria-label");
  };

  it.each([
    [false, "先计入，没有决定就照算"],
    [true, "先不计入，没有决定就不算"],
  ])("says what comes of it where nobody decides: %s", (isInDoubt, words) => {
    expect(row(isInDoubt)).toBe(`海岳机械，去看看，小王 · 3月26日的打卡，4月2日 09:00 前等你决定 · ${words}`);
  });
});

describe("An own check-in in doubt", () => {
  const row = (change: Partial<TodoView>) => {
    const todo: TodoView = {
      ...{ todoId: "t", kind: "doubt", subjectId: "k", since: "2026-03-26T01:00:00Z", about: "海岳机械" },
      ...{ byName: null, amountFen: null, text: null, on: "2026-03-26", until: "2026-04-02T01:00:00Z", visit: null },
      ...{ isInDoubt: true, waitsForNames: ["赵静"], ...change },
    };
    render(<TodoRow todo={todo} today="2026-03-27" onTap={() => {}} />);
    return screen.getByRole("button").getAttribute("aria-label");
  };

  it("says who decides until when, what comes of it, and what can still be done", () => {
    expect(row({})).toBe("海岳机械，去说明，3月26日的打卡，等赵静 4月2日 09:00 前决定 · 先不计入，没有决定就不算");
  });

  it("says that it is explained where it is", () => {
    expect(row({ text: "在后门卸样品", isInDoubt: false })).toMatch(
      /^海岳机械，去看看，.* · 先计入，没有决定就照算 · 已说明$/,
    );
  });
});

describe("An own check-in that a second person looks at", () => {
  it("says who decides until when, and that it counts for nothing meanwhile", () => {
    const todo: TodoView = {
      ...{ todoId: "t", kind: "doubt", subjectId: "k", since: "2026-03-26T01:00:00Z", about: "海岳机械" },
      ...{ byName: null, amountFen: null, text: "从后门进的", on: "2026-03-26", until: "2026-04-02T01:00:00Z" },
      ...{ visit: null, isInDoubt: true, isAppealed: true, waitsForNames: ["周敏"] },
    };
    render(<TodoRow todo={todo} today="2026-03-27" onTap={() => {}} />);
    expect(screen.getByRole("button").getAttribute("aria-label")).toBe(
      "海岳机械，去看看，3月26日的打卡在复核，等周敏 4月2日 09:00 前决定 · 先不计入，没有决定就不算",
    );
  });
});

describe("Of what only a later version knows", () => {
  /** As a newer server sends it: our types name the words of this version. */
  const later = <Word,>(word: string): Word => word as Word;

  it("a thing to do stays in the list under what it is about", () => {
    const todo: TodoView = {
      ...{ todoId: "t", kind: later<TodoView["kind"]>("closing"), subjectId: "s", since: "2026-03-26T01:00:00Z" },
      ...{ about: "海岳机械", byName: null, amountFen: null, text: null, on: null, until: null, visit: null },
    };
    render(<TodoRow todo={todo} today="2026-03-26" onTap={null} />);
    expect(screen.getByText("海岳机械")).toBeTruthy();
    expect(screen.getByText("更新后可见：关掉销励，再打开一次")).toBeTruthy();
  });

  it("a sale's state is left out of what is read aloud", () => {
    render(
      <SaleRow
        id="s"
        customerName="海岳机械"
        amountFen={10_000_000}
        state={later<SaleView["state"]>("split")}
        note="小王"
        onTap={() => {}}
      />,
    );
    expect(screen.getByRole("button", { name: "海岳机械，100,000.00 元，小王" })).toBeTruthy();
  });
});
