import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const pages = join(__dirname, "../../../miniapp/pages");
const configs = readdirSync(pages, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith("index.config.ts"),
);
const titles = configs.map((name) => {
  const [, title = ""] = /navigationBarTitleText: "([^"]*)"/.exec(readFileSync(join(pages, name), "utf8")) ?? [];
  return [name, title] as const;
});

/** Two sides of one thing. */
const shared = new Set(["存疑打卡"]);

it("gives each page a title of its own, which a phone shows until the page has drawn itself", () => {
  const own = titles.map(([, title]) => title).filter((title) => !shared.has(title));
  expect(own.filter((title, at) => title === "" || own.indexOf(title) !== at)).toEqual([]);
});
