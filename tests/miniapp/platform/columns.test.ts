import Taro from "@tarojs/taro";
import { type Columns, showColumns, titleOnPaper } from "@/platform/columns";
import { beside } from "@/platform/navigation";
import { sight } from "@/platform/page";

/* Pages as Taro keeps them in a browser: each an element with its address as id, the one in front last. */

type Listener = () => void;
const came = new Set<Listener>();
const stack: string[] = [];
const redirectTo = jest.fn();
const navigateBack = jest.fn();

jest.mock("@tarojs/taro", () => {
  const fake = jest.requireActual<{ fakeTaro: object }>("../../support/fakeTaro").fakeTaro;
  return { __esModule: true, default: fake, useDidShow: () => {}, useDidHide: () => {} };
});

Object.assign(Taro, {
  getCurrentPages: () => stack.map((path) => ({ path })),
  redirectTo: (to: object) => redirectTo(to) as unknown,
  navigateBack: (by: object) => navigateBack(by) as unknown,
  eventCenter: {
    on: (_: string, told: Listener) => came.add(told),
    off: (_: string, told: Listener) => came.delete(told),
    once: (_: string, told: Listener) => came.add(told),
  },
});

const list = "/pages/list/index?stamp=1";
const detail = "/pages/detail/index?stamp=2";
let columns: Columns | null = null;
let end: () => void;

const widthOf = (widthPx: number) => Object.assign(window, { innerWidth: widthPx });

function page(path: string): HTMLElement {
  const element = document.createElement("div");
  element.id = path;
  element.className = "taro_page";
  element.innerHTML = '<div class="page-body" role="main"><button>row</button></div>';
  document.body.appendChild(element);
  return element;
}

const arrive = () => [...came].forEach((told) => told());

/** Opens what is tapped in the list, as the router does: the page in front hides, the next one is laid on it. */
function openDetail(): void {
  window.location.hash = detail;
  stays = sight.stays();
  page(detail);
  stack.push(detail);
  arrive();
}
let stays = false;

const row = () => document.querySelector<HTMLElement>(`[id="${list}"] button`);
const elementOf = (path: string) => document.getElementById(path);

beforeEach(() => {
  document.body.innerHTML = "";
  stack.splice(0, stack.length, list);
  page(list);
  widthOf(1280);
  window.location.hash = list;
  redirectTo.mockClear();
  navigateBack.mockClear();
  const isList = (address: string) => address.startsWith("/pages/list/index");
  end = showColumns({ isList, isTab: (route) => route.startsWith("/pages/tabs/"), changed: (now) => (columns = now) });
});
afterEach(() => end());

it("keeps a list beside what was opened from it", () => {
  openDetail();
  expect([columns?.list, stays]).toEqual(["/pages/list/index", true]);
  expect(elementOf(list)?.hasAttribute("data-list")).toBe(true);
});

it("leaves one main landmark where two pages are seen", () => {
  openDetail();
  expect(document.querySelectorAll('[role="main"]').length).toBe(1);
});

it("moves the focus from the row into what it has opened", () => {
  row()?.focus();
  openDetail();
  expect(document.activeElement).toBe(elementOf(detail));
});

it("goes back on Esc, to the row", () => {
  row()?.focus();
  openDetail();
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(navigateBack).toHaveBeenCalledWith({ delta: 1 });
  elementOf(detail)?.remove();
  stack.pop();
  arrive();
  expect(document.activeElement).toBe(row());
  expect(columns?.list).toBeNull();
});

it("leaves Esc to a sheet that lies over the page", () => {
  openDetail();
  document.body.insertAdjacentHTML("beforeend", '<div class="sheet"></div>');
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(navigateBack).not.toHaveBeenCalled();
});

it("leaves nobody's page on Esc while they write on it", () => {
  openDetail();
  const field = document.createElement("input");
  elementOf(detail)?.appendChild(field);
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  expect(navigateBack).not.toHaveBeenCalled();
});

it("opens what is tapped in the list in the place of what was opened before", () => {
  openDetail();
  row()?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  expect(beside.opens("/pages/detail/index?id=2")).toBe(true);
  expect(redirectTo).toHaveBeenCalledWith({ url: "/pages/detail/index?id=2" });
});

it("closes what was opened where the list itself is replaced, such as by another state of it", () => {
  openDetail();
  row()?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  expect(beside.opens("/pages/list/index?state=draft", true)).toBe(true);
  expect(navigateBack).toHaveBeenCalledWith({ delta: 1 });
  expect(redirectTo).not.toHaveBeenCalled();
  arrive();
  expect(redirectTo).toHaveBeenCalledWith({ url: "/pages/list/index?state=draft" });
});

/** A page that was opened from the detail lies on it. */
function openDeeper(): void {
  openDetail();
  page("/pages/deeper/index?stamp=3");
  stack.push("/pages/deeper/index?stamp=3");
  arrive();
}

it("opens the row that was tapped last where two are tapped before the first has opened", () => {
  openDeeper();
  row()?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  expect([beside.opens("/pages/detail/index?id=1"), beside.opens("/pages/detail/index?id=2")]).toEqual([true, true]);
  expect(navigateBack.mock.calls).toEqual([[{ delta: 1 }]]);
  stack.pop();
  arrive();
  arrive();
  expect(redirectTo.mock.calls).toEqual([[{ url: "/pages/detail/index?id=2" }]]);
});

it("goes back once, however long Esc is held down", () => {
  openDetail();
  for (let n = 0; n < 3; n += 1) document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(navigateBack.mock.calls).toEqual([[{ delta: 1 }]]);
});

it("lays what is opened from the page beside the list on top of it", () => {
  openDetail();
  elementOf(detail)
    ?.querySelector("button")
    ?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  expect(beside.opens("/pages/other/index")).toBe(false);
});

it("shows one page at a time below 1,280 px", () => {
  widthOf(1279);
  openDetail();
  expect([columns?.list, stays]).toEqual([null, false]);
});

it("hides a list for a tab", () => {
  window.location.hash = "/pages/tabs/home/index";
  expect(sight.stays()).toBe(false);
});

const offPaper = () => [...document.querySelectorAll("[data-off-paper]")].map(({ id }) => id);

it("prints what was opened from a list", () => {
  row()?.focus();
  openDetail();
  window.dispatchEvent(new Event("beforeprint"));
  expect(offPaper()).toEqual([list]);
});

it("prints the list where somebody is in it, though something is open beside it", () => {
  openDetail();
  row()?.focus();
  window.dispatchEvent(new Event("beforeprint"));
  expect(offPaper()).toEqual([detail]);
});

it("names on paper the page that is printed", () => {
  document.title = "海岳机械";
  openDetail();
  elementOf(list)?.querySelector(".page-body")?.setAttribute("aria-label", "客户");
  window.dispatchEvent(new Event("beforeprint"));
  expect(titleOnPaper()).toBe("海岳机械");
  row()?.focus();
  window.dispatchEvent(new Event("beforeprint"));
  expect(titleOnPaper()).toBe("客户");
});

it("changes nothing once the window is narrow", () => {
  openDetail();
  end();
  expect([sight.stays(), beside.opens("/pages/detail/index")]).toEqual([false, false]);
  expect(document.querySelector("[data-list]")).toBeNull();
});
