import type { Page } from "playwright-core";
import { desktopWindow, H5Phone } from "../support/h5/h5Phone";
import { inCompany } from "./company";
import type { Figure } from "./measure";

/*
 * A long table on a monitor, in Chromium on the built product: 5,000 clients that an administrator has imported, fetched by scrolling alone,
 * then gone through by wheel and keys with all of them there.
 */

const clientsCount = 5_000;
const wheelPx = 900;
const framesCount = 240;
const pagesByKey = 40;
const untilMs = 240_000;

export async function rows(): Promise<Figure[]> {
  return inCompany(async ({ baseUrl, browser }) => {
    const desk = await H5Phone.open(browser, baseUrl, desktopWindow);
    const { page } = desk;
    // What runs in the page is compiled with the names of its functions kept.
    await page.addInitScript("globalThis.__name = (named) => named");
    await page.reload();
    await desk.signIn("周敏");
    await desk.settle();
    await page.evaluate(bringClients, { count: clientsCount, untilMs });
    await desk.goTo("/pages/customers/list/index");
    await page.locator("tbody tr[aria-rowindex]").first().waitFor();
    const { fetched, tookMs } = await wheelThrough(page);
    const { medianMs, p95Ms, worstMs, empty } = await page.evaluate(scrollAll, { wheelPx, framesCount });
    const keyMs = await pageDown(page);
    const drawn = await page.locator("tbody tr[aria-rowindex]").count();
    await desk.close();
    process.stdout.write(`  fetched in ${Math.round(tookMs / 1_000)} s; ${drawn} rows drawn at a time\n`);
    process.stdout.write(`  frames: median ${medianMs.toFixed(1)} ms, worst ${worstMs.toFixed(1)} ms\n`);
    return [
      { name: "rows that scrolling alone has fetched", value: fetched, unit: "rows", least: clientsCount },
      { name: "a frame while 5,000 rows are scrolled, 95th of 100", value: p95Ms, unit: "ms", most: 50 },
      { name: "frames with nothing drawn in the middle", value: empty, unit: "frames", most: 0 },
      { name: "a page down by key, until its row has the focus", value: keyMs, unit: "ms", most: 100 },
    ];
  });
}

/** Brings clients as the import page does; runs in the page, whose session it uses. */
async function bringClients({ count, untilMs }: { count: number; untilMs: number }): Promise<void> {
  const head = { "X-Requested-With": "xiaoli" };
  const send = async (method: string, path: string, body: object | string, type = "application/json") => {
    const content = typeof body === "string" ? body : JSON.stringify(body);
    const answer = await fetch(`/api/v1/${path}`, {
      method,
      headers: { ...head, "Content-Type": type },
      body: content,
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  const read = async <Answer>(path: string) => (await (await fetch(`/api/v1/${path}`)).json()) as Answer;
  const fileId = crypto.randomUUID();
  const lines = Array.from({ length: count }, (_, n) => `R-${n},长表第${n}号机电有限公司,${"ABC"[n % 3]}`);
  await send("PUT", `files/${fileId}`, `客户编号,客户名称,级别\r\n${lines.join("\r\n")}\r\n`, "text/csv");
  const wanted = { purpose: "customers", source: "table", fileId, fileName: "长表.csv" };
  await send("POST", "imports", { commandId: crypto.randomUUID(), ...wanted });
  const { items } = await read<{ items: { importId: string }[] }>("me/imports");
  const path = `imports/${items[0]?.importId}`;
  const until = async (state: string) => {
    for (const began = Date.now(); Date.now() - began < untilMs;) {
      const { import: one } = await read<{ import: { state: string; revision: number } }>(path);
      if (one.state === state) return one.revision;
      await new Promise((later) => setTimeout(later, 500));
    }
    throw new Error(`the table was not ${state} in time`);
  };
  const revision = await until("looked");
  await send("POST", `${path}/run`, { commandId: crypto.randomUUID(), revision });
  await until("done");
}

const loaded = async (page: Page): Promise<number> => {
  const said = (await page.locator(".table-after [role=status]").textContent()) ?? "";
  return Number(/已载入 ([\d,]+)/.exec(said)?.[1]?.replace(",", "") ?? clientsCount);
};

/** Turns the wheel until no more rows come. */
async function wheelThrough(page: Page): Promise<{ fetched: number; tookMs: number }> {
  const began = Date.now();
  await page.locator(".table-scroll").hover();
  let [before, fetched, since] = [0, await loaded(page), began];
  while (fetched < clientsCount && Date.now() - since < 10_000 && Date.now() - began < untilMs) {
    await page.mouse.wheel(0, wheelPx);
    await page.waitForTimeout(40);
    fetched = await loaded(page);
    if (fetched > before) [before, since] = [fetched, Date.now()];
  }
  return { fetched, tookMs: Date.now() - began };
}

/** Scrolls by the same way in each frame; runs in the page. */
async function scrollAll({ wheelPx, framesCount }: { wheelPx: number; framesCount: number }) {
  const room = document.querySelector(".table-scroll");
  if (!room) throw new Error("there is no table");
  room.scrollTop = 0;
  const gaps: number[] = [];
  let empty = 0;
  let last = performance.now();
  for (let n = 0; n < framesCount; n += 1) {
    room.scrollTop += wheelPx;
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    const { top, bottom, left } = room.getBoundingClientRect();
    if (!document.elementFromPoint(left + 60, (top + bottom) / 2)?.closest("tr[aria-rowindex]")) empty += 1;
  }
  gaps.sort((a, b) => a - b);
  const at = (part: number) => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * part))] ?? NaN;
  return { medianMs: at(0.5), p95Ms: at(0.95), worstMs: at(1), empty };
}

/** The median of many presses of a key, each until the row it leads to has the focus and is seen. */
async function pageDown(page: Page): Promise<number> {
  await page.locator("table [tabindex='0']").focus();
  await page.keyboard.press("Control+Home");
  const rowOf = () => Number(document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") ?? 0);
  const times: number[] = [];
  for (let n = 0; n < pagesByKey; n += 1) {
    const row = await page.evaluate(rowOf);
    const began = performance.now();
    await page.keyboard.press("PageDown");
    await page.waitForFunction(
      (before) => Number(document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") ?? 0) > before,
      row,
      { polling: "raf" },
    );
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
