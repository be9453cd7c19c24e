import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { withoutAmounts } from "@shared/domain/hiddenAmounts";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { axeFaults } from "../support/h5/axe";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { asBrowserPlace, h5Dir } from "../support/h5/builtH5";
import { desktopWindow, H5Phone, type H5Window } from "../support/h5/h5Phone";
import { crowded, cutHints, cutTexts, listTargets, overflowPx, textsSeen } from "../support/h5/look";
import { demoPages, type DemoPage } from "../support/journeys/demoPages";
import { chineseTexts } from "../support/chineseTexts";

/*
 * Every page in a browser with something on it: small, large and wide windows, and large letters. `npm run screens` looks at more
 * shapes, and leaves a picture of every page in each.
 */

const everyScreen = process.env.SCREENS === "all";
const moreShapes: Partial<H5Window>[] = [
  { theme: "dark" },
  { type: "xl" },
  { ...desktopWindow, theme: "light" },
  { language: "en-US" },
];

const MIN_TARGET_PX = 44;
/** 200 KB but for the page itself and the server's answers, which the bench counts, too: 6 KB. */
const MAX_FIRST_LOAD_BYTES = 194 * 1024;
/** By member: name, and words that stand on the page that they come in to. */
const names: Record<string, readonly [name: string, reads: string]> = {
  xiaowang: ["小王", "本月"],
  chenhao: ["陈浩", "本月"],
  zhoumin: ["周敏", "等你处理"],
  linjing: ["林静", "等你处理"],
  fangzhou: ["方舟", "等你处理"],
  gaoyuan: ["高远", "等你处理"],
  heye: ["何叶", "你没有销售身份"],
};
const place = asBrowserPlace({ latDeg: 23.1064, lngDeg: 113.3247, accuracyM: 18 });

let world: DemoWorld;
let browser: Browser;
let pages: DemoPage[];
const sessions = new Map<string, Awaited<ReturnType<H5Phone["session"]>>>();

/** The rules of a plan, and what somebody decides on or types. */
const keepsAmounts = new Set(["plan", "confirm", "targets", "opening"]);

/** A message stays in the language in which it was written, and columns are called as they are in tables. */
const ofOthers = new Set(["inbox", "import"]);

/** What looks like an amount: by its decimals or its unit. */
const amountsOn = (texts: readonly string[]): string[] =>
  texts.filter((text) => /\d\.\d\d(?![\d%])|\d\s?(万|亿|元|CNY)/.test(text));

/** As the choice in 我的 has it, of a page that stands. */
const inLargestLetters = (page: Page) =>
  page.evaluate(() => document.querySelectorAll(".page").forEach((one) => one.classList.add("type-xl")));

/** What cannot be read whole. */
async function textFaults(page: Page): Promise<string[]> {
  const cut = (await cutTexts(page)).map((text) => `「${text}」 is cut`);
  const tooWidePx = await overflowPx(page);
  return tooWidePx > 0 ? [...cut, `${tooWidePx} px too wide`] : cut;
}

/** What is wrong with where the page in front stands on a monitor: beside the navigation, or alone before somebody is in. */
async function columnFaults({ page }: H5Phone): Promise<string[]> {
  const { rootPx, left, right, overflow, isFramed } = await page.evaluate(() => {
    const shown = [...document.querySelectorAll(".taro_page")].filter((one) => one.checkVisibility());
    const inner = shown[shown.length - 1]?.querySelector('[id^="page-"]')?.getBoundingClientRect();
    return {
      rootPx: parseFloat(getComputedStyle(document.documentElement).fontSize),
      left: inner?.left ?? 0,
      right: inner?.right ?? 0,
      overflow: document.documentElement.scrollWidth,
      isFramed: document.documentElement.classList.contains("has-desk"),
    };
  });
  const faults = [];
  if (rootPx > 22) faults.push(`rem is ${rootPx} px`);
  if (overflow > 1280) faults.push(`${overflow} px wide`);
  const isInside = isFramed
    ? left >= 220 && right <= 1280 && right - left <= 1_060
    : right - left <= 562 && Math.abs(left + right - 1280) <= 24;
  if (!isInside) faults.push(`the page reaches from ${left} to ${right}`);
  return faults;
}

describeInBrowser("Every page in a browser", () => {
  beforeAll(async () => {
    world = await startDemoWorld({ settings: { H5_DIR: h5Dir } });
    pages = await demoPages(world);
    browser = await launchBrowser();
    for (const [memberId, [name, reads]] of Object.entries(names)) {
      const phone = await H5Phone.open(browser, world.app.baseUrl);
      await phone.signIn(name);
      await phone.reads(reads);
      sessions.set(memberId, await phone.session());
      await phone.close();
    }
  }, 90_000);

  afterAll(() => browser?.close());

  /**
   * Looks at every page in a window of this shape; faults are told with the page.
   * @param comesFrom a message, which loads the program, or the page before, where it runs
   */
  async function faultsOnEveryPage(
    { comesFrom, ...shape }: Partial<H5Window> & { hides?: boolean; comesFrom: "message" | "page" },
    look: (phone: H5Phone, page: DemoPage) => Promise<string[]>,
  ): Promise<string[]> {
    const faults: string[] = [];
    const english = shape.language === "en-US";
    for (const memberId of Object.keys(names)) {
      const phone = await open(memberId, shape);
      for (const [nth, page] of pages.filter((one) => one.memberId === memberId).entries()) {
        if (comesFrom === "message" || nth === 0) await phone.goTo(page.path);
        else await phone.moveTo(page.path);
        await phone.page.locator('[id^="page-"]').filter({ visible: true }).first().waitFor();
        if (english) await phone.settle();
        else if (shape.hides && !keepsAmounts.has(page.name)) await phone.reads(withoutAmounts(page.shows));
        else await phone.reads(page.shows);
        if (everyScreen) await phone.picture(page.name);
        faults.push(...(await look(phone, page)).map((fault) => `${page.name}: ${fault}`));
      }
      faults.push(...phone.faults);
      await phone.close();
    }
    return faults;
  }

  /** A window of somebody who is signed in, and has the language that it asks for. */
  async function open(memberId: string, shape: Partial<H5Window> & { hides?: boolean } = {}): Promise<H5Phone> {
    await speak(memberId, shape.language === "en-US" ? "en" : "zh-CN");
    const session = sessions.get(memberId);
    return H5Phone.open(browser, world.app.baseUrl, { place, ...shape, ...(session ? { session } : {}) });
  }

  /** A person's language is the server's to know: it wins over the window's. */
  async function speak(memberId: string, language: "zh-CN" | "en"): Promise<void> {
    const { member } = await world.app.me(memberId);
    if (member.language === language) return;
    const body = { commandId: randomUUID(), revision: member.revision, language };
    await world.as(memberId).call("me.setLanguage", undefined, body);
  }

  /** One visit to each page serves the questions about what can be tapped, heard and read, whichever is asked first. */
  let visit: Promise<Record<"untold" | "unheard" | "small" | "hints" | "near" | "cut", string[]>> | null = null;
  const visited = () => (visit ??= visitEveryPage());

  async function visitEveryPage() {
    const untold: string[] = [];
    const unheard: string[] = [];
    const small: string[] = [];
    const hints: string[] = [];
    const near: string[] = [];
    const cut: string[] = [];
    const faults = await faultsOnEveryPage({ comesFrom: "message" }, async (phone, { name: where }) => {
      const { page } = phone;
      // Taller than any page: what one can scroll to is not under the bar.
      await page.setViewportSize({ width: 375, height: 4_000 });
      await phone.settle();
      unheard.push(...(await axeFaults(page)).map((fault) => `${where}: ${fault}`));
      for (const { tag, role, name, focusable, disabled } of await listTargets(page)) {
        if (!role || !name) untold.push(`${where}: ${tag} has role "${role}" and name "${name}"`);
        if (!focusable && !disabled) untold.push(`${where}: 「${name}」 cannot be reached by keys`);
      }
      for (const width of [320, 375, 414]) {
        await page.setViewportSize({ width, height: 667 });
        for (const { name, box } of await listTargets(page)) {
          const { width: wide, height: high } = box;
          // Browsers round layout to fractions of a pixel.
          if (Math.min(wide, high) < MIN_TARGET_PX - 0.5)
            small.push(`${where}: 「${name}」 is ${Math.round(wide)} × ${Math.round(high)} at ${width} px`);
        }
      }
      near.push(...(await crowded(page)).map((fault) => `${where}: ${fault}`));
      hints.push(...(await cutHints(page)).map((hint) => `${where}: 「${hint}」`));
      await page.setViewportSize({ width: 320, height: 568 });
      await inLargestLetters(page);
      cut.push(...(await textFaults(page)).map((fault) => `${where}: ${fault}`));
      return [];
    });
    return { untold: [...untold, ...faults], unheard, small, hints, near, cut };
  }
  const visitMs = 120_000;

  it(
    "lets eyes, ears and keys find everything that can be tapped",
    async () => {
      expect((await visited()).untold).toEqual([]);
    },
    visitMs,
  );

  it(
    "keeps WCAG 2.2 AA and best practice: landmarks, headings, names and contrast",
    async () => {
      expect((await visited()).unheard).toEqual([]);
    },
    visitMs,
  );

  it(
    "gives a thumb 44 × 44 px everywhere, on screens of 320, 375 and 414 px",
    async () => {
      expect((await visited()).small).toEqual([]);
    },
    visitMs,
  );

  it(
    "keeps 8 px between cards, choices and buttons that stand below each other",
    async () => {
      expect((await visited()).near).toEqual([]);
    },
    visitMs,
  );

  it(
    "says whole what belongs into a field",
    async () => {
      expect((await visited()).hints).toEqual([]);
    },
    visitMs,
  );

  it(
    "cuts nothing off in the largest letters on 320 px",
    async () => {
      expect((await visited()).cut).toEqual([]);
    },
    visitMs,
  );

  it.each(["/pages/sales/list/index", "/pages/tabs/money/index"])(
    "ends the amounts of %s at one edge in the largest letters",
    async (path) => {
      const phone = await open("xiaowang", { type: "xl" });
      await phone.goTo(path);
      await phone.reads(/\d\.\d\d 元/);
      const edges = await phone.page.evaluate(() => {
        const amounts = [...document.querySelectorAll(".row-value .amount, .rung .amount")];
        return amounts
          .filter((one) => one.checkVisibility())
          .map((one) => {
            const list = one.closest(".card")?.getBoundingClientRect().right ?? 0;
            const arrow = one.closest(".row-tap") ? 1 : 0;
            return `${arrow} ${Math.round(list - one.getBoundingClientRect().right)}`;
          });
      });
      await phone.close();
      expect(edges.length).toBeGreaterThan(2);
      // Rows that open something end at their arrow.
      expect(new Set(edges).size).toBe(new Set(edges.map((edge) => edge[0])).size);
    },
    60_000,
  );

  describe("in English, in the largest letters on 320 px", () => {
    // Every page is looked at once for both, by whichever comes first.
    let looked: Promise<{ chinese: string[]; cut: string[] }> | null = null;
    const look = () =>
      (looked ??= (async () => {
        const shape = { comesFrom: "page", widthPx: 320, heightPx: 568, type: "xl", language: "en-US" } as const;
        const chinese: string[] = [];
        const cut = await faultsOnEveryPage(shape, async (phone, { name }) => {
          const text = await phone.text();
          if (!ofOthers.has(name))
            for (const words of chineseTexts()) if (text.includes(words)) chinese.push(`${name}: ${words}`);
          return textFaults(phone.page);
        });
        return { chinese, cut };
      })());

    it("shows no Chinese sentence of ours", async () => {
      expect((await look()).chinese).toEqual([]);
    }, 90_000);

    it("cuts nothing off", async () => {
      expect((await look()).cut).toEqual([]);
    }, 90_000);
  });

  describe("in dark colours on a monitor, with amounts hidden", () => {
    // Looked at once for both, by whichever comes first.
    let looked: Promise<{ misplaced: string[]; told: string[] }> | null = null;
    const look = () =>
      (looked ??= (async () => {
        const told: string[] = [];
        const shape = { comesFrom: "page", ...desktopWindow, theme: "dark", hides: true } as const;
        const misplaced = await faultsOnEveryPage(shape, async (phone, { name }) => {
          if (name === "record") {
            await phone.fill(/^金额/, "100000");
            await phone.reads("•••• × 1.5%");
          }
          await phone.settle();
          if (!keepsAmounts.has(name))
            told.push(...amountsOn(await textsSeen(phone.page)).map((text) => `${name}: ${text}`));
          return columnFaults(phone);
        });
        return { misplaced, told };
      })());

    it("keeps every page beside the navigation, with nothing doubled in size", async () => {
      expect((await look()).misplaced).toEqual([]);
    }, 90_000);

    it("shows no amount, but of what one types, decides on or is promised by a plan", async () => {
      expect((await look()).told).toEqual([]);
    }, 90_000);
  });

  if (everyScreen) {
    it.each(moreShapes)(
      "has its picture taken as %j",
      async (shape) => {
        expect(await faultsOnEveryPage({ comesFrom: "message", ...shape }, () => Promise.resolve([]))).toEqual([]);
      },
      180_000,
    );
  }

  it("needs at most 194 KB of programs and styles from the network before 今日 stands", async () => {
    const phone = await open("xiaowang");
    await phone.goTo("/pages/tabs/home/index");
    await phone.reads("本月");
    const loaded = await phone.page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map((entry) => entry as PerformanceResourceTiming)
        .filter(({ name }) => /\.(js|css)$/.test(new URL(name).pathname))
        .map(({ name, encodedBodySize }) => ({ file: new URL(name).pathname, bytes: encodedBodySize })),
    );
    await phone.close();
    const bytes = loaded.reduce((sum, one) => sum + one.bytes, 0);
    expect({ tooMuch: bytes > MAX_FIRST_LOAD_BYTES, bytes, loaded }).toMatchObject({ tooMuch: false });
  });
});
