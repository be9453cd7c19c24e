import type { Browser } from "playwright-core";
import { H5Phone } from "../support/h5/h5Phone";
import { inCompany } from "./company";
import { type Figure, oldPhoneFactor, runsAsked } from "./measure";

/*
 * Pages in a basement: a phone that was here before and has no network now. The whole product is opened anew, from what the browser
 * keeps of it, at each page of a rep's day; and each page once more by the first tap on it in the product that is open. Option: --runs 3, of which
 * the quickest counts.
 */

const mostMs = 1_000;
/** By name: where it is, and words that stand on it once it is whole. */
const pages: Record<string, readonly [path: string, says: string]> = {
  今日: ["/pages/tabs/home/index", "本月"],
  客户: ["/pages/tabs/book/index", "海岳机械"],
  打卡: ["/pages/tabs/do/index", "海岳机械"],
  收入: ["/pages/tabs/money/index", "已得"],
  我的: ["/pages/tabs/me/index", "退出"],
  待上传: ["/pages/field/queue/index", "都上传了"],
  今日行程: ["/pages/field/route/index", "海岳机械"],
  客户资料: ["/pages/customers/detail/index?id=c-haiyue", "海岳机械"],
  新客户: ["/pages/customers/edit/index", "新建客户"],
  记录销售: ["/pages/sales/record/index?customerId=c-haiyue", "海岳机械"],
};

export const openingOffline = (): Promise<Figure[]> =>
  inCompany(async ({ baseUrl, browser }) => {
    const phone = await phoneInBasement(browser, baseUrl);
    const runs = runsAsked(3);
    const figures: Figure[] = [];
    for (const [name, page] of Object.entries(pages)) {
      const anew = await quickest(runs, () => openAnew(phone, baseUrl, page));
      const byTap = await quickest(runs, () => openByTap(phone, baseUrl, page));
      figures.push(
        { name: `${name} without a network, the product opened anew`, value: anew, unit: "ms", most: mostMs },
        { name: `${name} without a network, by the first tap`, value: byTap, unit: "ms", most: mostMs },
      );
    }
    await phone.close();
    return figures;
  });

/** 小王's phone, which has seen each page once and keeps the product, on an old processor and without a network. */
async function phoneInBasement(browser: Browser, baseUrl: string): Promise<H5Phone> {
  const phone = await H5Phone.open(browser, baseUrl, { keepsPages: true });
  await phone.signIn("小王");
  await phone.page.evaluate(() => navigator.serviceWorker.register("/worker.js"));
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  for (const [path] of Object.values(pages)) {
    await phone.goTo(path);
    await phone.settle();
  }
  const context = phone.page.context();
  await context.addInitScript({ content: noteContent });
  const devtools = await context.newCDPSession(phone.page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: oldPhoneFactor });
  await context.setOffline(true);
  return phone;
}

async function quickest(runs: number, open: () => Promise<number>): Promise<number> {
  let ms = Infinity;
  for (let run = 0; run < runs; run += 1) ms = Math.min(ms, await open());
  return ms;
}

type Page = (typeof pages)[string];

async function openAnew(phone: H5Phone, baseUrl: string, [path, says]: Page): Promise<number> {
  await phone.page.goto("about:blank");
  await phone.page.goto(`${baseUrl}/?says=${encodeURIComponent(says)}#${path}`, { waitUntil: "commit" });
  return contentMs(phone, path);
}

/** For the first time since the product was opened at another page: one that is open already would only be shown. */
async function openByTap(phone: H5Phone, baseUrl: string, [path, says]: Page): Promise<number> {
  const from = path.includes("/me/") ? pages["今日"] : pages["我的"];
  await openAnew(phone, baseUrl, from!);
  await phone.page.waitForTimeout(1_500); // what the page before still does is not this one's
  await phone.page.evaluate(
    ([hash, words]) => {
      // The frame goes on to the page as a tap does; the one that is left must not be taken for it.
      for (const one of document.querySelectorAll(".taro_page"))
        one.toggleAttribute("data-left", one.checkVisibility());
      Object.assign(window, { contentMs: undefined, says: words, beganMs: performance.now() });
      location.hash = hash;
    },
    [path, says] as const,
  );
  return contentMs(phone, path);
}

async function contentMs({ page }: H5Phone, path: string): Promise<number> {
  try {
    const noted = await page.waitForFunction(() => (window as { contentMs?: number }).contentMs, null, {
      timeout: 30_000,
    });
    return (await noted.jsonValue()) ?? NaN;
  } catch (cause) {
    throw new Error(`${path} shows: ${await page.evaluate(() => document.body.innerText)}`, { cause });
  }
}

/** In the page: notes when it stands whole, nothing loading. A text, since tsx marks what it compiles. */
const noteContent = `
  window.beganMs = 0;
  window.says = new URLSearchParams(location.search).get("says");
  const look = () => {
    if (window.contentMs) return;
    const shown = [...document.querySelectorAll(".taro_page:not([data-left])")].filter((one) => one.checkVisibility()).at(-1);
    if (!shown || shown.querySelector(".skeleton") || !shown.textContent.includes(window.says)) return;
    requestAnimationFrame(() => { window.contentMs = performance.now() - window.beganMs; });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
`;
