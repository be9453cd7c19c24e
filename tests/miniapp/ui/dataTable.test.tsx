import { useState } from "react";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { DataTable } from "@/ui/DataTable";
import { type Column, type DataTableProps, type OnSelected, plainLook } from "@/ui/DataTable/types";
import { randomFrom } from "../../support/random";

interface Sold {
  id: string;
  customer: string;
  amountFen: number | null;
  state: string;
}

const columns: Column<Sold>[] = [
  { id: "customer", title: "客户", kind: "text", value: ({ customer }) => customer },
  { id: "amount", title: "金额", kind: "amount", value: ({ amountFen }) => amountFen, isSummed: true },
  { id: "state", title: "状态", kind: "status", value: ({ state }) => state },
  { id: "note", title: "备注", kind: "text", value: () => null, isExtra: true },
];
const sold = (count: number): Sold[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `s${n}`,
    customer: `客户${n}`,
    amountFen: (n + 1) * 10_000,
    state: n % 2 === 0 ? "已确认" : "待确认",
  }));

function Shown({ look: first = plainLook, ...more }: Partial<DataTableProps<Sold>> & { rows: readonly Sold[] }) {
  const [look, setLook] = useState(first);
  return (
    <DataTable
      id="sold"
      caption="销售单"
      columns={columns}
      rowId={({ id }) => id}
      state="ready"
      failure={null}
      onRetry={() => {}}
      empty={{ text: "还没有销售单" }}
      look={look}
      onLook={setLook}
      {...more}
    />
  );
}

const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const keys = (...all: string[]) => all.forEach((key) => press(key));
const focused = () => document.activeElement?.textContent;
const stops = () => [...document.querySelectorAll("table [tabindex='0']")].map(({ textContent }) => textContent);
const drawnNames = () => [...document.querySelectorAll("tbody th")].map(({ textContent }) => textContent);
const foot = () => document.querySelector("tfoot tr:last-child")?.textContent;
const begin = () => document.querySelector<HTMLElement>("table [tabindex='0']")?.focus();

/** As a monitor of this height has it: jsdom lays nothing out. */
function onMonitor(heightPx: number): void {
  jest.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(heightPx);
  jest.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(44);
}

beforeEach(() => {
  Element.prototype.scrollTo = () => {};
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe("A table", () => {
  it("is one stop for Tab, and arrow keys take it along", () => {
    render(<Shown rows={sold(5)} />);
    begin();
    expect(stops()).toEqual(["客户0"]);
    keys("ArrowDown", "ArrowDown", "ArrowRight");
    expect(stops()).toEqual(["300.00 元"]);
    expect(focused()).toBe("300.00 元");
  });

  it("goes to the ends of a row and of the list, and no further", () => {
    render(<Shown rows={sold(5)} />);
    begin();
    press("End");
    expect(focused()).toBe("已确认");
    press("Home");
    expect(focused()).toBe("客户0");
    press("End", { ctrlKey: true });
    expect(focused()).toBe("客户4");
    keys("ArrowDown", "PageDown", "ArrowLeft");
    expect(focused()).toBe("客户4");
    press("Home", { ctrlKey: true });
    keys("PageUp");
    expect(focused()).toBe("客户0");
  });

  it("opens a row by Enter", () => {
    const opened = jest.fn();
    render(<Shown rows={sold(3)} onOpen={({ id }) => void opened(id)} />);
    begin();
    keys("ArrowDown", "ArrowRight", "Enter");
    expect(opened.mock.calls).toEqual([["s1"]]);
  });

  it("opens a row that is clicked", () => {
    const opened = jest.fn();
    render(<Shown rows={sold(3)} onOpen={({ id }) => void opened(id)} />);
    fireEvent.click(screen.getByText("客户2"));
    expect(opened.mock.calls).toEqual([["s2"]]);
  });

  it("opens a row once that is tapped twice, or on which Enter is held down", () => {
    const opened = jest.fn();
    render(<Shown rows={sold(3)} onOpen={({ id }) => void opened(id)} />);
    for (const detail of [1, 2]) fireEvent.click(screen.getByText("客户2"), { detail });
    begin();
    for (const repeat of [false, true, true]) press("Enter", { repeat });
    expect(opened.mock.calls).toEqual([["s2"], ["s0"]]);
  });

  it("selects by Space, with the sum of what is selected", () => {
    render(<Shown rows={sold(4)} />);
    begin();
    keys(" ", "ArrowDown", "ArrowDown", " ");
    expect(document.querySelector("tfoot tr")?.textContent).toBe("选了 2 行400.00 元");
    press(" ");
    expect(document.querySelector("tfoot tr")?.textContent).toBe("选了 1 行100.00 元");
  });

  const takenAway: OnSelected<Sold> = {
    ...{ id: "export", isExport: true, run: () => undefined },
    text: ({ count }) => `导出选中的 ${count} 行`,
  };

  it("asks for more rows as somebody scrolls near its end, not before", () => {
    const show = jest.fn();
    render(<Shown rows={sold(50)} more={{ busy: false, failure: null, show }} />);
    const room = document.querySelector(".table-scroll") as HTMLElement;
    const height = jest.spyOn(room, "scrollHeight", "get").mockReturnValue(5_000);
    fireEvent.scroll(room);
    expect(show).not.toHaveBeenCalled();
    height.mockReturnValue(300);
    fireEvent.scroll(room);
    expect(show).toHaveBeenCalledTimes(1);
  });

  it("takes away what is selected, by its button and by the key that exports", () => {
    const taken = jest.fn();
    const exported: OnSelected<Sold> = { ...takenAway, run: (rows) => void taken(rows.length) };
    render(<Shown rows={sold(4)} onExport={() => void taken("all")} onSelected={[exported]} />);
    begin();
    press("e");
    keys(" ", "ArrowDown", " ");
    fireEvent.click(screen.getByText("导出选中的 2 行"));
    press("e");
    expect(taken.mock.calls).toEqual([["all"], [2], [2]]);
  });

  it("says that too much is selected to be taken away at once", () => {
    render(<Shown rows={sold(4)} onSelected={[takenAway]} selectedMax={1} />);
    begin();
    keys(" ", "ArrowDown", " ");
    expect(screen.getByText(/选中的超过 1 行/)).toBeTruthy();
    expect(screen.queryByText(/导出选中/)).toBeNull();
  });

  it("selects nothing where nothing can be done with it", () => {
    render(
      <Shown
        rows={sold(2)}
        columns={[{ id: "customer", title: "客户", kind: "text", value: ({ customer }) => customer }]}
      />,
    );
    begin();
    press(" ");
    expect(document.querySelectorAll("[aria-selected=true]")).toHaveLength(0);
    expect(document.body.textContent).not.toContain("空格选中");
  });

  it("selects a range by Shift with the arrow keys, there and back", () => {
    render(<Shown rows={sold(5)} />);
    begin();
    press("ArrowDown");
    press("ArrowDown", { shiftKey: true });
    press("ArrowDown", { shiftKey: true });
    const selected = () => [...document.querySelectorAll("[aria-selected=true] th")].map((cell) => cell.textContent);
    expect(selected()).toEqual(["✓客户1", "✓客户2", "✓客户3"]);
    press("ArrowUp", { shiftKey: true });
    expect(selected()).toEqual(["✓客户1", "✓客户2"]);
  });

  /** A browser moves the focus to what is pressed on, unless that is kept from it. */
  const tapWithShift = (text: string) => {
    const cell = screen.getByText(text);
    if (fireEvent.mouseDown(cell, { shiftKey: true })) cell.focus();
    fireEvent.click(cell, { shiftKey: true });
  };
  const selectedNames = () => [...document.querySelectorAll("[aria-selected=true] th")].map((cell) => cell.textContent);

  it("selects with Shift all rows from where one was to the one that is tapped", () => {
    render(<Shown rows={sold(5)} />);
    begin();
    press("ArrowDown");
    tapWithShift("客户3");
    expect(selectedNames()).toEqual(["✓客户1", "✓客户2", "✓客户3"]);
    expect(focused()).toBe("✓客户3");
  });

  it("begins a range anew where the row that one began with is shown no more", () => {
    const { rerender } = render(<Shown rows={sold(6)} />);
    begin();
    keys("ArrowDown", "ArrowDown", "ArrowDown", " ");
    rerender(<Shown rows={sold(6).filter(({ id }) => id !== "s3")} />);
    press("ArrowDown", { shiftKey: true });
    expect(selectedNames()).toEqual(["✓客户4", "✓客户5"]);
  });

  it("begins a range where one is by then, after moving without Shift", () => {
    render(<Shown rows={sold(6)} />);
    begin();
    press("ArrowDown", { shiftKey: true });
    keys("ArrowDown", "ArrowDown");
    press("ArrowDown", { shiftKey: true });
    expect(selectedNames()).toEqual(["✓客户3", "✓客户4"]);
  });

  it("sorts Chinese names as a Chinese reader looks them up", () => {
    const rows = ["张伟", "李强", "王芳", "阿里"].map((customer, n) => ({
      id: `s${n}`,
      customer,
      amountFen: 1,
      state: "",
    }));
    render(<Shown rows={rows} look={{ ...plainLook, sort: { by: "customer", isDescending: false } }} />);
    expect(drawnNames()).toEqual(["阿里", "李强", "王芳", "张伟"]);
  });

  it("is searched by what is shown, and by no column that is not", () => {
    render(<Shown rows={sold(4)} look={{ ...plainLook, search: "待确认", shown: { state: false } }} />);
    expect(screen.getByText("没有符合的行")).toBeTruthy();
  });

  it("closes the list of columns by Esc, and is at its button again", () => {
    render(<Shown rows={sold(2)} />);
    const button = screen.getByRole("button", { name: "列 3/4" });
    fireEvent.click(button);
    screen.getByLabelText("备注").focus();
    press("Escape");
    expect(screen.queryByRole("group", { name: "列" })).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it("leads to its search by the slash, and back to the rows by the arrow key", () => {
    render(<Shown rows={sold(3)} />);
    begin();
    press("/");
    expect(document.activeElement?.id).toBe("sold-search");
    press("ArrowDown");
    expect(focused()).toBe("客户0");
  });

  it("exports by e where there is an export", () => {
    const exported = jest.fn();
    render(<Shown rows={sold(3)} onExport={exported} />);
    begin();
    press("e");
    expect(exported).toHaveBeenCalledTimes(1);
  });

  it("has no word of an export where there is none", () => {
    const { container } = render(<Shown rows={sold(3)} />);
    expect(container.textContent).not.toContain("导出");
  });

  it("sorts by the head of a column, down, up and as it came", () => {
    render(<Shown rows={[...sold(3), { id: "x", customer: "未报", amountFen: null, state: "已确认" }]} />);
    begin();
    keys("ArrowUp", "ArrowRight", "Enter");
    const amount = () => screen.getByRole("columnheader", { name: /金额/ }).getAttribute("aria-sort");
    expect([amount(), drawnNames()]).toEqual(["descending", ["客户2", "客户1", "客户0", "未报"]]);
    press("Enter");
    expect([amount(), drawnNames()]).toEqual(["ascending", ["客户0", "客户1", "客户2", "未报"]]);
    press("Enter");
    expect([amount(), drawnNames()]).toEqual(["none", ["客户0", "客户1", "客户2", "未报"]]);
  });

  it("keeps the person at the row where they were when the order changes", () => {
    const { rerender } = render(<Shown rows={sold(4)} />);
    begin();
    keys("ArrowDown");
    rerender(<Shown rows={sold(4).reverse()} />);
    expect(stops()).toEqual(["客户1"]);
  });

  it("keeps whoever reads by keys among the rows where theirs goes with an answer", () => {
    const { rerender } = render(<Shown rows={sold(4)} />);
    begin();
    keys("ArrowDown");
    rerender(<Shown rows={sold(4).filter(({ id }) => id !== "s1")} />);
    expect(focused()).toBe("客户2");
  });

  it("takes nobody back to the rows who has left them", () => {
    const { rerender } = render(<Shown rows={sold(4)} />);
    begin();
    keys("ArrowDown");
    (document.activeElement as HTMLElement).blur();
    rerender(<Shown rows={sold(4).filter(({ id }) => id !== "s1")} />);
    expect(document.activeElement).toBe(document.body);
  });

  it("goes on at the head by which it was sorted, once the server has answered", () => {
    const { rerender } = render(<Shown rows={sold(4)} />);
    begin();
    keys("ArrowUp", "ArrowRight", "Enter");
    rerender(<Shown rows={[]} state="loading" />);
    expect(document.activeElement).toBe(document.body);
    rerender(<Shown rows={sold(4)} />);
    expect(focused()).toContain("金额");
  });

  it("closes the list of columns where somebody taps elsewhere", () => {
    render(<Shown rows={sold(2)} />);
    fireEvent.click(screen.getByRole("button", { name: "列 3/4" }));
    fireEvent.pointerDown(screen.getByLabelText("备注"));
    expect(screen.queryByRole("group", { name: "列" })).toBeTruthy();
    fireEvent.pointerDown(screen.getByText("客户1"));
    expect(screen.queryByRole("group", { name: "列" })).toBeNull();
  });

  it("shows the columns that are chosen, the first one always", () => {
    render(<Shown rows={sold(2)} />);
    fireEvent.click(screen.getByRole("button", { name: "列 3/4" }));
    const list = within(screen.getByRole("group", { name: "列" }));
    expect(list.getByLabelText<HTMLInputElement>("客户").disabled).toBe(true);
    fireEvent.click(list.getByLabelText("备注"));
    fireEvent.click(list.getByLabelText("状态"));
    expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual(["客户", "金额", "备注"]);
  });

  it("says what brings something where it is empty", () => {
    render(<Shown rows={[]} />);
    expect(screen.getByText("还没有销售单")).toBeTruthy();
    begin();
    expect(focused()).toBe("客户");
  });
});

describe("The foot of a table", () => {
  it("is the sum of what is found, whatever is typed", () => {
    const random = randomFrom(20_260_326);
    const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
    const anyOf = <Value,>(values: readonly [Value, ...Value[]]): Value =>
      values[whole(0, values.length - 1)] ?? values[0];
    for (let round = 0; round < 40; round += 1) {
      const rows = Array.from({ length: whole(0, 60) }, (_, n) => ({
        id: `s${n}`,
        customer: anyOf(["海岳机械", "远达物流", "宏达精密"]),
        amountFen: anyOf<number | null>([null, whole(-9_999_999, 99_999_999)]),
        state: anyOf(["已确认", "待确认"]),
      }));
      const search = anyOf(["", "海岳", "已确认", "远达", "没有"]);
      render(<Shown rows={rows} look={{ ...plainLook, search }} />);
      const found = rows.filter(({ customer, state }) => customer.includes(search) || state.includes(search));
      const fen = found.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
      const text = `${fen < 0 ? "−" : ""}${(Math.abs(fen) / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })} 元`;
      expect(foot()).toBe(`共 ${found.length} 行${text}`);
      cleanup();
    }
  });

  it("is of what a filter of the table itself leaves", () => {
    const confirmed = {
      id: "state",
      label: "状态",
      options: [{ value: "已确认", text: "已确认" }],
      keeps: ({ state }: Sold, value: string) => state === value,
    };
    render(<Shown rows={sold(5)} filters={[confirmed]} />);
    fireEvent.change(screen.getByLabelText("状态"), { target: { value: "已确认" } });
    expect(foot()).toBe("共 3 行900.00 元");
    fireEvent.click(screen.getByRole("button", { name: "清掉筛选" }));
    expect(foot()).toBe("共 5 行1,500.00 元");
  });

  it("names what a view narrows by, also where that is offered no more", () => {
    const state = { id: "state", label: "状态", options: [{ value: "已确认", text: "已确认" }] };
    render(<Shown rows={sold(5)} filters={[state]} look={{ ...plainLook, filters: { state: "作废" } }} />);
    expect(screen.getByLabelText<HTMLSelectElement>("状态").selectedOptions[0]?.textContent).toBe("作废");
  });

  it("gives what the server says of all where only some are loaded", () => {
    const known = { count: 5_230, sums: { amount: 123_456_700 }, isAtLeast: false };
    render(<Shown rows={sold(50)} more={{ busy: false, failure: null, show: () => {} }} known={known} />);
    expect(foot()).toBe("共 5,230 行1,234,567.00 元");
  });

  it("says at least where the server has not counted all", () => {
    const known = { count: 10_000, sums: { amount: 100 }, isAtLeast: true };
    render(<Shown rows={sold(50)} more={{ busy: false, failure: null, show: () => {} }} known={known} />);
    expect(foot()).toBe("至少 10,000 行≥ 1.00 元");
  });

  it("has no sum of what is found among some of the rows", () => {
    const known = { count: 5_230, sums: { amount: 123_456_700 }, isAtLeast: false };
    const more = { busy: false, failure: null, show: () => {} };
    render(<Shown rows={sold(50)} more={more} known={known} look={{ ...plainLook, search: "客户1" }} />);
    expect(foot()).toBe("已载入的 50 行里有 11 行");
  });

  it("has no sum where the server says nothing of those that are not loaded", () => {
    render(<Shown rows={sold(50)} more={{ busy: false, failure: null, show: () => {} }} />);
    expect(foot()).toBe("已载入 50 行");
  });
});

describe("A table of which not all rows are loaded", () => {
  const more = { busy: false, failure: null, show: () => {} };

  it("sorts by the columns by which the server sorts alone", () => {
    render(<Shown rows={sold(3)} more={more} serverSorts={["customer"]} />);
    const sorts = screen.getAllByRole("columnheader").map((head) => head.getAttribute("aria-sort"));
    expect(sorts).toEqual(["none", null, null]);
  });

  it("asks for the next ones at its end", () => {
    const show = jest.fn();
    render(<Shown rows={sold(3)} more={{ ...more, show }} />);
    begin();
    press("End", { ctrlKey: true });
    expect(show).not.toHaveBeenCalled();
    press("ArrowDown");
    expect(show).toHaveBeenCalledTimes(1);
  });

  it("loads all of them, page by page", () => {
    const show = jest.fn();
    const { rerender } = render(<Shown rows={sold(50)} more={{ ...more, show }} />);
    fireEvent.click(screen.getByRole("button", { name: "全部载入" }));
    rerender(<Shown rows={sold(50)} more={{ ...more, show, busy: true }} />);
    rerender(<Shown rows={sold(100)} more={{ ...more, show }} />);
    rerender(<Shown rows={sold(120)} more={null} />);
    expect(show).toHaveBeenCalledTimes(2);
    expect(screen.getByText("到底了")).toBeTruthy();
  });

  it("asks for no more while some are on their way", () => {
    const show = jest.fn();
    render(<Shown rows={sold(3)} more={{ ...more, show, busy: true }} />);
    begin();
    press("End", { ctrlKey: true });
    press("ArrowDown");
    expect(show).not.toHaveBeenCalled();
  });

  it("says by which column rows come sorted, as long as nobody sorts by another", () => {
    const order = { by: "customer", isDescending: false };
    const { unmount } = render(<Shown rows={sold(3)} more={more} order={order} />);
    const sorts = () => screen.getAllByRole("columnheader").map((head) => head.getAttribute("aria-sort"));
    expect(sorts()).toEqual(["ascending", null, null]);
    unmount();
    render(<Shown rows={sold(3)} order={order} look={{ ...plainLook, sort: { by: "amount", isDescending: true } }} />);
    expect(sorts()).toEqual(["none", "descending", "none"]);
  });

  it("shows rows as the server has sorted them", () => {
    const rows = [...sold(3)].reverse();
    const look = { ...plainLook, sort: { by: "customer", isDescending: false } };
    render(<Shown rows={rows} more={more} serverSorts={["customer"]} look={look} />);
    expect(drawnNames()).toEqual(["客户2", "客户1", "客户0"]);
  });

  it.each([
    ["nobody knows how many there are", null, ""],
    ["words narrow those that are loaded", { count: 5_230, sums: {}, isAtLeast: false }, "客户1"],
  ])("numbers its rows without their number among all where %s", (_why, known, search) => {
    render(<Shown rows={sold(50)} more={more} known={known} look={{ ...plainLook, search }} />);
    expect(document.querySelector("table")?.getAttribute("aria-rowcount")).toBe("-1");
  });

  it("asks once more for what has failed by either button", () => {
    const show = jest.fn();
    const failure = {
      sentence: "没有连上",
      reference: null,
      noRight: false,
      gone: false,
      offline: true,
      mayRetry: true,
    };
    render(<Shown rows={sold(50)} more={{ busy: false, failure, show }} />);
    fireEvent.click(screen.getByRole("button", { name: "全部载入" }));
    expect(show).toHaveBeenCalledTimes(1);
  });
});

describe("A table of 5,000 rows", () => {
  it("draws those that are seen alone, each with its number among all", () => {
    onMonitor(600);
    render(<Shown rows={sold(5_000)} />);
    const rows = [...document.querySelectorAll("tbody tr[aria-rowindex]")];
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute("aria-rowindex")).toBe("2");
    expect(document.querySelector("table")?.getAttribute("aria-rowcount")).toBe("5002");
  });

  it("draws the row that the keys have gone to, wherever it is", () => {
    onMonitor(600);
    render(<Shown rows={sold(5_000)} />);
    begin();
    press("End", { ctrlKey: true });
    expect(focused()).toBe("客户4999");
    expect(document.activeElement?.closest("tr")?.getAttribute("aria-rowindex")).toBe("5001");
  });

  it("goes on by as many as are seen at once, and to the head no further up", () => {
    onMonitor(600);
    render(<Shown rows={sold(5_000)} />);
    begin();
    keys("PageDown", "PageDown");
    expect(focused()).toBe("客户22");
    keys("PageUp");
    expect(focused()).toBe("客户11");
    keys("PageUp", "PageUp");
    expect(focused()).toBe("客户0");
  });

  it("has all of them on paper", () => {
    onMonitor(600);
    render(<Shown rows={sold(300)} />);
    fireEvent(window, new Event("beforeprint"));
    expect(drawnNames()).toHaveLength(300);
    fireEvent(window, new Event("afterprint"));
    expect(drawnNames().length).toBeLessThan(60);
  });
});

describe("On paper", () => {
  const state = { id: "state", label: "状态", options: [{ value: "a", text: "已确认" }] };
  const look = { ...plainLook, search: "客户", filters: { state: "a" } };
  const caption = () => document.querySelector("caption")?.textContent;

  it("a table says what it is of, and what it is narrowed to", () => {
    render(<Shown rows={sold(3)} filters={[state]} look={look} />);
    expect(caption()).toBe("销售单");
    fireEvent(window, new Event("beforeprint"));
    expect(caption()).toBe("销售单 · 状态 已确认 · “客户”");
  });

  it("a table that is narrowed by nothing says what it is of alone", () => {
    render(<Shown rows={sold(3)} filters={[state]} />);
    fireEvent(window, new Event("beforeprint"));
    expect(caption()).toBe("销售单");
  });
});

describe("Views of a table", () => {
  it("are kept under a name, and chosen by it", () => {
    const views = {
      names: ["待确认的"],
      present: null,
      busy: false,
      failure: null,
      choose: jest.fn(),
      keep: jest.fn(),
      remove: jest.fn(),
    };
    render(<Shown rows={sold(2)} views={views} />);
    fireEvent.click(screen.getByRole("button", { name: "视图" }));
    fireEvent.click(screen.getByRole("button", { name: "待确认的" }));
    fireEvent.change(screen.getByLabelText("视图名"), { target: { value: " 大单 " } });
    fireEvent.click(screen.getByRole("button", { name: "存为视图" }));
    fireEvent.click(screen.getByRole("button", { name: "删掉视图「待确认的」" }));
    expect([views.choose.mock.calls, views.keep.mock.calls, views.remove.mock.calls]).toEqual([
      [["待确认的"]],
      [["大单"]],
      [["待确认的"]],
    ]);
  });
});
