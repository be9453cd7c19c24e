import type { Locator } from "playwright-core";
import type { H5Phone } from "./h5Phone";

/** Somebody at a window, and how often they have tapped. */
export class Somebody {
  taps = 0;

  constructor(
    readonly name: string,
    readonly window: H5Phone,
  ) {}

  /** The page that is looked at: beside it a list may stand. */
  private front(): Locator {
    return this.window.page.locator(".taro_page").filter({ visible: true }).last();
  }

  /** Taps on the page that is looked at. */
  async tap(name: string | RegExp, role: "button" | "radio" = "button"): Promise<void> {
    await this.hit(this.front().getByRole(role, { name, exact: typeof name === "string" }), String(name));
  }

  /** Taps in the frame around the pages: the navigation of a monitor, the tabs of a phone. */
  async goTo(tab: string | RegExp): Promise<void> {
    await this.hit(this.window.page.getByRole("button", { name: tab, exact: typeof tab === "string" }), String(tab));
  }

  /** Where several of a name are there: by what it is. */
  async tapOn(id: string): Promise<void> {
    await this.hit(this.window.page.locator(`#${id}`), `#${id}`);
  }

  private async hit(found: Locator, what: string): Promise<void> {
    await this.window.settle();
    const target = found.filter({ visible: true }).first();
    await target.click().catch(async (cause: unknown) => {
      throw new Error(
        `${this.name} cannot tap 「${what}」 on ${this.window.page.url()}:\n${await this.window.text()}`,
        {
          cause,
        },
      );
    });
    this.taps += 1;
    await this.window.settle();
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.front().getByRole("textbox", { name: label }).filter({ visible: true }).first().fill(value);
  }

  reads(words: string | RegExp, timeoutMs?: number): Promise<void> {
    return this.window.reads(words, timeoutMs);
  }

  /** Taps what asks for a file, and gives one. */
  async give(id: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.window.page.waitForEvent("filechooser");
    await this.tapOn(id);
    await (await chooser).setFiles(file);
  }

  /** Out of sheets and pages that lie on each other, by their way back. */
  async backToTabs(): Promise<void> {
    for (let left = 8; !(await this.window.named(/^今日/).isVisible()); left -= 1) {
      if (left === 0) throw new Error(`${this.name} does not come back to the tabs:\n${await this.window.text()}`);
      const sheets = this.window.page.locator("[id$=-close]").filter({ visible: true });
      await ((await sheets.count()) > 0 ? this.hit(sheets.last(), "关闭") : this.tap("返回"));
    }
  }
}
