import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Locator, Page, Request } from "playwright-core";
import { listTargets } from "./look";

const SCREENS_DIR = path.resolve(__dirname, "../../../dist/screens");
const UNTIL_MS = 10_000;
/** So many looks in a row that find nothing loading: what an answer sets off is asked for by then. */
const QUIET_LOOKS = 3;
/** Pictures are for people: `npm run screens` takes them all, `npm run soak` those of its journeys. */
const takesPictures = process.env.SCREENS === "all" || process.env.SOAK === "1";

/** A window as a person has one: their phone, or WeCom's workbench on a desktop. */
export interface H5Window {
  widthPx: number;
  heightPx: number;
  theme: "light" | "dark";
  /** Letters as chosen in 我的. */
  type: "m" | "l" | "xl";
  language: "zh-CN" | "en-US";
}

export const phoneWindow: H5Window = { widthPx: 375, heightPx: 667, theme: "light", type: "m", language: "zh-CN" };
export const desktopWindow: H5Window = { ...phoneWindow, widthPx: 1280, heightPx: 800 };

/** Who holds it, and how. */
interface Holder {
  place?: Place | null;
  session?: Session;
  /** Whether the browser keeps the pages for times without a network; most tests look at what the server hands out. */
  keepsPages?: boolean;
  /** Whether amounts are hidden, as chosen on 今日. */
  hides?: boolean;
}

/** Where a phone stands, in the browser's WGS-84. */
export interface Place {
  latitude: number;
  longitude: number;
  accuracy: number;
}

/** The built H5 page in a browser of its own, with no cookies of anybody else. */
export class H5Phone {
  /** Everything that a person who looks into the console would see: errors, exceptions, requests that failed. */
  readonly faults: string[] = [];

  private opened = 0;
  private readonly underway = new Set<Request>();

  private constructor(
    readonly page: Page,
    private readonly baseUrl: string,
    private readonly shape: H5Window,
  ) {
    const ours = (url: string) => url.startsWith(baseUrl);
    page.on("pageerror", (error) => this.faults.push(`exception: ${error.message}`));
    page.on("console", (message) => {
      const { url } = message.location();
      // The browser notes every refused request; that nobody is signed in yet is for the page to deal with.
      if (/status of 401/.test(message.text()) && new URL(url).pathname.startsWith("/api/")) return;
      if (message.type() === "error" && ours(url || page.url()))
        this.faults.push(`console: ${message.text()} (${url})`);
    });
    page.on("request", (request) => {
      // Whatever the page before was still waiting for has ended with it.
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.underway.clear();
      this.underway.add(request);
    });
    page.on("requestfinished", (request) => this.underway.delete(request));
    page.on("requestfailed", (request) => {
      this.underway.delete(request);
      // Leaving a page ends its requests.
      if (ours(request.url()) && request.failure()?.errorText !== "net::ERR_ABORTED") {
        this.faults.push(`request: ${request.url()} ${request.failure()?.errorText}`);
      }
    });
  }

  /** Opens a window on the product at `baseUrl`. Where `place` is null the person refuses to be located. */
  static async open(
    browser: Browser,
    baseUrl: string,
    { place = null, session, keepsPages = false, hides = false, ...shape }: Partial<H5Window> & Holder = {},
  ): Promise<H5Phone> {
    const window = { ...phoneWindow, ...shape };
    const touches = window.widthPx < 700;
    const context = await browser.newContext({
      viewport: { width: window.widthPx, height: window.heightPx },
      ...{
        isMobile: touches,
        hasTouch: touches,
        deviceScaleFactor: 2,
        locale: window.language,
        colorScheme: window.theme,
      },
      ...{ reducedMotion: "reduce", timezoneId: "Asia/Shanghai", serviceWorkers: keepsPages ? "allow" : "block" },
      ...(place ? { geolocation: place, permissions: ["geolocation"] } : {}),
    });
    if (session) await context.addCookies(session.cookies);
    // As the settings page keeps it on this device; Taro wraps what it stores.
    const setting = JSON.stringify({
      data: { theme: window.theme, type: window.type, motion: "off", amountsHidden: hides },
    });
    const kept = session?.origins.find(({ origin }) => origin === baseUrl)?.localStorage ?? [];
    // Set by the page itself: to set it beforehand the browser would open a page for it.
    await context.addInitScript(
      (items: { name: string; value: string }[]) => {
        // An empty page has no storage.
        if (location.protocol === "about:" || localStorage.getItem("setting:all")) return;
        for (const { name, value } of items) localStorage.setItem(name, value);
      },
      [...kept.filter(({ name }) => name !== "setting:all"), { name: "setting:all", value: setting }],
    );
    context.setDefaultTimeout(UNTIL_MS);
    return new H5Phone(await context.newPage(), baseUrl, window);
  }

  /** What this window has of a session, for other windows of the same person. */
  session(): Promise<Session> {
    return this.page.context().storageState();
  }

  /**
   * Opens a page of ours by its path, such as `/pages/tabs/home/index`, as from a message: nothing lies below it. The address
   * differs each time, since a new hash alone would load nothing.
   */
  async goTo(path: string): Promise<void> {
    this.opened += 1;
    await this.page.goto(`${this.baseUrl}/?opened=${this.opened}#${path}`);
  }

  /** Goes on to a page in the program that runs: as quick as a tap, where `goTo` loads the program anew. */
  async moveTo(path: string): Promise<void> {
    await this.page.evaluate((hash) => {
      for (const one of document.querySelectorAll<HTMLElement>(".taro_page"))
        one.toggleAttribute("data-left", one.checkVisibility());
      location.hash = hash;
    }, path);
    await this.page.locator(".taro_page:not([data-left])").filter({ visible: true }).waitFor();
  }

  /** Comes in through WeCom: the simulator's authorize page asks who holds the phone. */
  async signIn(name: string): Promise<void> {
    await this.page.goto(`${this.baseUrl}/`);
    await this.page.getByRole("button", { name }).first().click();
    await this.page.waitForURL((url) => url.href.startsWith(this.baseUrl));
  }

  /** The path of the page that is shown, without its query. */
  route(): string {
    return new URL(this.page.url()).hash.replace(/^#/, "").split("?")[0] ?? "";
  }

  /** Taro keeps earlier pages in the tree and hides them: this is what can be seen. */
  named(name: string | RegExp, role: Role = "button"): Locator {
    return this.page
      .getByRole(role, { name, exact: typeof name === "string" })
      .filter({ visible: true })
      .first();
  }

  async tap(name: string | RegExp, role?: Role): Promise<void> {
    const target = this.named(name, role);
    try {
      await (this.shape.widthPx < 700 ? target.tap() : target.click());
    } catch (cause) {
      const names = (await listTargets(this.page)).map((one) => `${one.role}「${one.name}」`);
      const where = `${this.page.url()}\n${names.join(" ")}\n${await this.text()}\n${this.faults.join("\n")}`;
      throw new Error(`「${String(name)}」 cannot be tapped on ${where}`, { cause });
    }
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.named(label, "textbox").fill(value);
  }

  /** What can be read on the screen now. */
  async text(): Promise<string> {
    // Spaces that keep a number with its unit are spaces to a reader.
    return (await this.page.locator("body").innerText()).replace(/\u00a0/g, " ");
  }

  /** Waits until this can be read somewhere. */
  async reads(words: string | RegExp, timeoutMs = UNTIL_MS): Promise<void> {
    const endsAt = Date.now() + timeoutMs;
    for (;;) {
      const text = await this.text();
      if (typeof words === "string" ? text.includes(words) : words.test(text)) return;
      if (Date.now() > endsAt)
        throw new Error(
          `「${String(words)}」 cannot be read on ${this.page.url()}:\n${text}\n${this.faults.join("\n")}`,
        );
      await this.page.waitForTimeout(50);
    }
  }

  /** Waits until nothing moves and nothing loads, so that a picture is the same each time. */
  async settle(): Promise<void> {
    await this.page.waitForLoadState();
    const endsAt = Date.now() + UNTIL_MS;
    for (let quiet = 0; quiet < QUIET_LOOKS;) {
      quiet = (await this.isIdle()) && this.underway.size === 0 ? quiet + 1 : 0;
      if (Date.now() > endsAt)
        throw new Error(`still loading: ${[...this.underway].map((request) => request.url()).join("\n")}`);
    }
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
  }

  /** A page that is busy answers when it is done: from here alone it would look quiet. One that goes on to another is not idle. */
  private isIdle(): Promise<boolean> {
    const idle = this.page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
    return idle.then(
      () => true,
      () => false,
    );
  }

  /** The phone moves, or (null) the person takes the permission back. */
  async standAt(place: Place | null): Promise<void> {
    const context = this.page.context();
    if (!place) return context.clearPermissions();
    await context.grantPermissions(["geolocation"], { origin: this.baseUrl });
    await context.setGeolocation(place);
  }

  /**
   * A picture in dist/screens, named by page, size, theme and letters; `npm test` only waits for the page to stand as it would be
   * taken.
   */
  async picture(name: string, { whole = false } = {}): Promise<void> {
    await this.settle();
    if (!takesPictures) return;
    mkdirSync(SCREENS_DIR, { recursive: true });
    const { widthPx, theme, type, language } = this.shape;
    const file = path.join(SCREENS_DIR, `${name}-${widthPx}-${theme}-${type}${language === "en-US" ? "-en" : ""}.png`);
    await this.page.screenshot({ path: file, fullPage: whole });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Role = Parameters<Page["getByRole"]>[0];
