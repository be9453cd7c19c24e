import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import type { H5Window } from "./h5Phone";

const ORIGIN = "http://gallery.test";
const SCREENS_DIR = path.resolve(__dirname, "../../../dist/screens/gallery");

/** The gallery as `npm test` built it, without the product's pages. */
export const galleryDir = path.resolve(__dirname, "../../../dist/gallery");

/** The gallery in a browser, in one look. It needs no server: what was built is handed to the browser. */
export class GalleryPage {
  /** What a person who looks into the console would see. */
  readonly faults: string[] = [];
  private opened = 0;

  private constructor(
    readonly page: Page,
    readonly look: H5Window,
  ) {
    page.on("pageerror", (error) => this.faults.push(`exception: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.faults.push(`console: ${message.text()}`);
    });
  }

  static async open(browser: Browser, look: H5Window): Promise<GalleryPage> {
    const context = await browser.newContext({
      viewport: { width: look.widthPx, height: look.heightPx },
      ...{ locale: look.language, colorScheme: look.theme, reducedMotion: "reduce", timezoneId: "Asia/Shanghai" },
      ...{ hasTouch: look.widthPx < 700, deviceScaleFactor: 2, serviceWorkers: "block" },
    });
    await context.route("**/*", async (route) => {
      const { origin, pathname } = new URL(route.request().url());
      if (origin !== ORIGIN) return route.abort();
      return route.fulfill({ path: path.join(galleryDir, pathname === "/" ? "index.html" : pathname) });
    });
    context.setDefaultTimeout(10_000);
    const gallery = new GalleryPage(await context.newPage(), look);
    await gallery.goTo({});
    return gallery;
  }

  /** All parts; one part; or a part that takes the whole screen, in one state. */
  async goTo(which: { part?: string; state?: string }): Promise<void> {
    const { theme, type, language } = this.look;
    const params = new URLSearchParams({ theme, type, language: language === "en-US" ? "en" : language, ...which });
    this.opened += 1;
    // URLSearchParams writes a space as a plus, which the address of a page does not know.
    const query = params.toString().replaceAll("+", "%20");
    await this.page.goto(`${ORIGIN}/?opened=${this.opened}#/gallery/index?${query}`);
    await this.page.locator(".page").filter({ visible: true }).first().waitFor();
    // What is quicker than that shows no skeleton.
    if (!which.part) await this.page.locator(".skeleton-row").first().waitFor();
  }

  /** The names of the parts, and of the states that are shown on a screen of their own. */
  listParts(): Promise<{ part: string; screens: string[] }[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll(".gallery-part")].map((section) => ({
        part: section.id.replace("part-", ""),
        screens: section.querySelector("[data-state]")
          ? []
          : [...section.querySelectorAll(".row-text")].map((row) => row.textContent ?? ""),
      })),
    );
  }

  /** A picture of all states of a part, as high as they are. */
  async partPicture(part: string): Promise<void> {
    await this.goTo({ part });
    const height = await this.page.evaluate(() => document.querySelector("#page-gallery")?.scrollHeight ?? 0);
    await this.page.setViewportSize({ width: this.look.widthPx, height });
    await this.picture(part);
    await this.page.setViewportSize({ width: this.look.widthPx, height: this.look.heightPx });
  }

  /** A picture of the window in dist/screens/gallery. */
  async picture(name: string): Promise<void> {
    mkdirSync(SCREENS_DIR, { recursive: true });
    const { widthPx, theme, type, language } = this.look;
    const look = `${widthPx}-${theme}-${type}${language === "en-US" ? "-en" : ""}`;
    const file = path.join(SCREENS_DIR, `${name.replace(/[^A-Za-z]+/g, "-")}-${look}.png`);
    await this.page.screenshot({ path: file });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
