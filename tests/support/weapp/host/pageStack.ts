import type { WindowConfig } from "../compile/compiledWeapp";
import { openPage, type OpenPage, type PageHome } from "./openPage";
import { ApiRefusal } from "./wx/asyncApi";

const MAX_PAGES = 10;

/** The open pages, and the client's rules on moving between them. A broken rule is an error of the mini-program. */
export class PageStack {
  private pages: OpenPage[] = [];
  /** Tab pages stay alive while another is shown. */
  private readonly tabs = new Map<string, OpenPage>();
  private readonly titles = new Map<OpenPage, string>();

  constructor(private readonly home: PageHome) {}

  current(): OpenPage {
    const page = this.pages.at(-1);
    if (!page) throw new Error("No page is open");
    return page;
  }

  all(): readonly OpenPage[] {
    return this.pages;
  }

  configOf(page: OpenPage): WindowConfig {
    return { ...this.home.compiled.appConfig.window, ...this.home.compiled.configs[page.route] };
  }

  title(): string {
    const page = this.current();
    return this.titles.get(page) ?? this.configOf(page).navigationBarTitleText ?? "";
  }

  setTitle(title: string): void {
    this.titles.set(this.current(), title);
  }

  navigateTo(url: string): void {
    const { route, query } = this.target(url, "navigateTo");
    if (this.isTab(route)) this.refuse("navigateTo:fail can not navigateTo a tabbar page");
    if (this.pages.length >= MAX_PAGES)
      this.refuse(`navigateTo:fail webview count limit exceed (${MAX_PAGES} pages are open)`);
    this.current().hide();
    this.push(route, query);
  }

  redirectTo(url: string): void {
    const { route, query } = this.target(url, "redirectTo");
    if (this.isTab(route)) this.refuse("redirectTo:fail can not redirectTo a tabbar page");
    this.drop(1);
    this.push(route, query);
  }

  reLaunch(url: string): void {
    const { route, query } = this.target(url, "reLaunch");
    this.closeAll();
    this.push(route, query);
  }

  switchTab(url: string): void {
    const { route } = this.target(url, "switchTab");
    if (!this.isTab(route)) this.refuse("switchTab:fail can not switch to no-tabBar page");
    if (url.includes("?")) this.refuse("switchTab:fail a tab page takes no query");
    const current = this.pages.at(-1);
    if (current?.route === route) return;
    // Pages above a tab page go; the tab page itself only hides.
    this.drop(this.pages.filter((page) => this.tabs.get(page.route) !== page).length);
    this.pages.pop()?.hide();
    const known = this.tabs.get(route);
    if (known) {
      this.pages.push(known);
      known.show();
    } else {
      this.push(route, {});
    }
  }

  navigateBack(delta: number): void {
    if (this.pages.length < 2) this.refuse("navigateBack:fail cannot navigate back at first page.");
    this.drop(Math.min(Math.max(delta, 1), this.pages.length - 1));
    this.current().show();
  }

  closeAll(): void {
    const kept = new Set([...this.pages, ...this.tabs.values()]);
    this.pages = [];
    this.tabs.clear();
    for (const page of kept) page.unload();
  }

  tabRoutes(): string[] {
    return this.home.compiled.appConfig.tabBar?.list.map(({ pagePath }) => pagePath) ?? [];
  }

  tabRoute(index: number): string {
    const route = this.tabRoutes()[index];
    if (!route) throw new Error(`There is no tab ${index}`);
    return route;
  }

  isTab(route: string): boolean {
    return this.tabRoutes().includes(route);
  }

  private push(route: string, query: Record<string, string>): void {
    const page = openPage(route, query, this.home);
    this.pages.push(page);
    if (this.isTab(route)) this.tabs.set(route, page);
  }

  private drop(count: number): void {
    for (const page of this.pages.splice(this.pages.length - count, count).reverse()) {
      this.tabs.delete(page.route);
      page.unload();
    }
  }

  private target(url: string, api: string): { route: string; query: Record<string, string> } {
    const [path = "", search = ""] = url.split("?");
    const parts = path.startsWith("/") ? [] : (this.pages.at(-1)?.route.split("/").slice(0, -1) ?? []);
    for (const part of path.split("/")) {
      if (part === "..") parts.pop();
      else if (part !== "" && part !== ".") parts.push(part);
    }
    const route = parts.join("/");
    if (!this.home.compiled.pages.includes(route)) this.refuse(`${api}:fail page "${route}" is not found`);
    return { route, query: queryOf(search) };
  }

  /** Code rarely looks at why a move failed: the test has to. */
  private refuse(errMsg: string): never {
    this.home.journal.fail(`wx.${errMsg.split(":")[0]}`, errMsg);
    throw new ApiRefusal(errMsg);
  }
}

/** Values stay as they were written: WeChat does not decode them. */
function queryOf(search: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const pair of search.split("&").filter(Boolean)) {
    const at = pair.indexOf("=");
    query[at < 0 ? pair : pair.slice(0, at)] = at < 0 ? "" : pair.slice(at + 1);
  }
  return query;
}
