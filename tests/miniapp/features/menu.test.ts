import { readFileSync } from "node:fs";
import { rights } from "@shared/domain/rights";
import { groupsFor, isEntry, isList, menuFoundBy } from "@/features/search/menu";
import { routes } from "@/routes";
import { menu as en } from "@/texts/en/menu";
import { menu as zh } from "@/texts/zhCN/menu";

const namesFor = (...can: Parameters<typeof groupsFor>[0][number][]) =>
  groupsFor(can).flatMap(({ entries }) => entries.map(({ id }) => id));

it("shows somebody without any right no page", () => {
  expect(groupsFor([])).toEqual([]);
});

it("shows who leads what leaders open, and nothing of an administrator's", () => {
  const shown = namesFor("sales.submit", "sales.read", "duplicates.list", "targets.level", "absences.set");
  expect(shown).toEqual(["targets", "sales", "duplicates", "pins", "away"]);
});

it("shows who reads others' sales by office where they are", () => {
  expect(namesFor("sales.read")).toEqual(["sales"]);
});

it("shows whoever takes lists away what they have taken", () => {
  expect(namesFor("exports.create")).toEqual(["exports"]);
});

it("leads to pages of the program alone", () => {
  const program = readFileSync("miniapp/app.config.ts", "utf8");
  const missing = groupsFor(rights)
    .flatMap(({ entries }) => entries.map(({ path }) => path))
    .filter((path) => {
      const [, , area = "", page = ""] = path.split("/");
      const isInArea = program.includes(`"pages/${area}"`) && program.includes(`"${page}/index"`);
      return !isInArea && !program.includes(`root: "pages/${area}/${page}"`);
    });
  expect(missing).toEqual([]);
});

it.each([zh, en])("names no two pages alike", ({ entries }) => {
  const names = Object.values(entries);
  expect(new Set(names).size).toBe(names.length);
});

it.each(["离职", "lzry", "LZRY"])("finds a page by 「%s」", (words) => {
  expect(menuFoundBy(words, ["privacy.kept"], zh.entries).map(({ id }) => id)).toEqual(["kept"]);
});

it("puts beside a list what is opened from it, and nothing beside a form", () => {
  expect(isList(routes.members())).toBe(true);
  expect(isList(routes.members({ id: "xiaowang" }))).toBe(false);
  expect(isList(routes.targets())).toBe(false);
  expect(isList(routes.today())).toBe(true);
});

it("knows where nothing lies behind", () => {
  expect([isEntry(routes.members()), isEntry(routes.staff()), isEntry("/pages/sales/detail/index")]).toEqual([
    true,
    true,
    false,
  ]);
});
