import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { errorCodes } from "@shared/errors";
import { moneyText, percentText, ratioOf } from "@shared/domain/moneyText";
import { filled, sentences } from "@shared/domain/noticeSentences";
import { enFormats, yearIs, zhFormats } from "@/texts/formats";
import { zhDesk } from "@/texts/zhCN/desk";
import { enDesk } from "@/texts/en/desk";
import { table as zhTable } from "@/texts/zhCN/table";
import { table as enTable } from "@/texts/en/table";
import { allAreas, allTexts } from "../../support/allTexts";
import { lateSentences } from "../../support/errorWords";

const zh = { ...allTexts["zh-CN"], table: zhTable, desk: zhDesk, lateErrors: lateSentences("zh") };
const en = { ...allTexts.en, table: enTable, desk: enDesk, lateErrors: lateSentences("en") };

/** Every text of a dictionary with its place; functions are asked with slots that name themselves. */
function textsOf(value: unknown, place = ""): [string, string][] {
  if (typeof value === "string") return [[place, value]];
  if (typeof value === "function") {
    const slots = new Proxy({}, { get: (_, name) => `‹${String(name)}›` });
    return [[place, String((value as (slots: object) => string)(slots))]];
  }
  return Object.entries(value as object).flatMap(([name, part]) => textsOf(part, place ? `${place}.${name}` : name));
}

/** Places where the languages may say the same: names of languages and of the product's numbers. */
const same =
  /^me\.languages\.|^(common|office)\.count$|counter$|doneOf$|ofTarget$|effect$|amountHint$|record\.progress$|table\.printed$|wecomNote\.from$/;

it("every area is looked at here", () => {
  const files = ["miniapp/texts/areas", "miniapp/texts/areas/main"].flatMap((folder) => readdirSync(folder));
  const named = files.filter((file) => file.endsWith(".ts")).map((file) => file.replace(".ts", "Words"));
  expect(named.sort()).toEqual(Object.keys(allAreas).sort());
});

it("has no empty text in either language", () => {
  const empty = [...textsOf(zh), ...textsOf(en)].filter(([, text]) => text.trim() === "" || text.includes("undefined"));
  expect(empty).toEqual([]);
});

/** Where Chinese words of the product stand. */
const chineseFiles = [
  ...readdirSync("miniapp/texts/zhCN").map((file) => path.join("miniapp/texts/zhCN", file)),
  ...readdirSync("server/texts/zhCN").map((file) => path.join("server/texts/zhCN", file)),
  ...["server/texts/format.ts", "shared/domain/pay/explanation/text/words.ts"],
];
/** Sentences of the catalogue stand as they were given, with their half-width commas. */
const catalogue = /^\s*(liveEstimate|todayGain|zeroByTeam|zeroByMore):/;

it("writes Chinese with full-width punctuation, but for the catalogue's own sentences", () => {
  const half = /[\u4e00-\u9fff›][,;:!?](?!\d)|[,;!?][\u4e00-\u9fff‹]|[\u4e00-\u9fff]\(|\)[\u4e00-\u9fff]/;
  const faults = chineseFiles.flatMap((file) => {
    const lines = readFileSync(file, "utf8").split("\n");
    const literals = lines
      .filter((line) => !catalogue.test(line))
      .flatMap((line) => line.match(/"[^"]*"|`[^`]*`/g) ?? []);
    const chinese = literals.filter((text) => /[\u4e00-\u9fff]/.test(text));
    return chinese.filter((text) => half.test(text.replace(/\$\{[^}]*\}/g, "‹›"))).map((text) => `${file}: ${text}`);
  });
  expect(faults).toEqual([]);
});

it("is translated: no Chinese in English, no text left as it was", () => {
  const english = new Map(textsOf(en));
  const left = textsOf(zh).filter(([place, text]) => !same.test(place) && english.get(place) === text);
  const chinese = [...english].filter(([place, text]) => !same.test(place) && /[\u4e00-\u9fff]/.test(text));
  expect({ left, chinese }).toEqual({ left: [], chinese: [] });
});

it("fills the same slots in both languages", () => {
  const slots = (text: string) => [...text.matchAll(/‹(\w+)›/g)].map(([, name]) => name).sort();
  const english = new Map(textsOf(en));
  const differing = textsOf(zh).filter(([place, text]) => {
    const own = slots(text).join();
    const other = slots(english.get(place) ?? "").join();
    // Plural forms ask for the count without printing it twice; the company's name stands in one sentence only.
    return own !== other && !/count|days/.test(own + other);
  });
  expect(differing).toEqual([]);
});

it.each([...errorCodes, "network" as const, "address.notAllowed" as const, "foreign" as const, "outdated" as const])(
  "says of %s what happened, what it means and what to do",
  (code) => {
    const parts = (text = "", end: RegExp) => text.split(end).filter((part) => part.trim() !== "");
    const [chinese, english]: Partial<Record<string, string>>[] = [
      { ...zh.errors, ...lateSentences("zh") },
      { ...en.errors, ...lateSentences("en") },
    ];
    expect(parts(chinese?.[code], /[。；]/).length).toBeGreaterThanOrEqual(3);
    expect(parts(english?.[code], /[.;:](?:\s|$)/).length).toBeGreaterThanOrEqual(3);
  },
);

it("speaks of a number to quote only in the line that shows it, so that nobody is sent to look for one", () => {
  const speaking = [...textsOf(zh), ...textsOf(en)].filter(([, text]) => /(?<!应用)编号|\bref(erence)?\b/i.test(text));
  expect(speaking.map(([place]) => place)).toEqual([
    "common.reference",
    "reports.form.reference",
    "common.reference",
    "reports.form.reference",
  ]);
});

it.each([
  ["Chinese", zh, /点「(.*)/],
  ["English", en, /\b[Tt]ap ([A-Z].*)/],
])("sends nobody to a button that does not exist, in %s", (_, words, told) => {
  const all = textsOf(words);
  // A name ends at its bracket, or where its sentence goes on.
  const isNamed = (rest: string) =>
    all.some(([, name]) => rest.startsWith(name) && /^[^\w]/.test(rest.slice(name.length)));
  const sent = all.flatMap(([place, text]) => [told.exec(text)?.[1] ?? []].flat().map((rest) => ({ place, rest })));
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.filter(({ rest }) => !isNamed(rest))).toEqual([]);
});

it("calls a client by one word in English", () => {
  const plans = "shared/domain/pay/plans";
  const files = [
    ...readdirSync("miniapp/texts/en").map((file) => path.join("miniapp/texts/en", file)),
    ...readdirSync(plans).map((file) => path.join(plans, file)),
    ...readdirSync("server/texts/en").map((file) => path.join("server/texts/en", file)),
    ...["shared/domain/pay/explanation/text/words.ts", "shared/domain/pay/facts/measures.ts"],
  ];
  const called = files.flatMap((file) => {
    const literals = readFileSync(file, "utf8").match(/"[^"\n]*"|`[^`]*`/g) ?? [];
    // What has no blank is a code.
    const said = literals.map((text) => text.replace(/\$\{[^}]*\}/g, "‹›")).filter((text) => / |^"[A-Z]/.test(text));
    return said.filter((text) => /\bcustomers?\b/i.test(text)).map((text) => `${file}: ${text}`);
  });
  expect(called).toEqual([]);
});

it("names no day of payment that is nowhere to be seen", () => {
  expect(zh.status.meaning.payable).toContain("点开明细里的这一笔，再点方案");
  expect(zh.status.meaning.payable + zh.status.meaning.paid).not.toContain("写");
});

it("joins sentences and clauses as each language does", () => {
  expect([zhFormats.sentences(["甲。", "乙。"]), enFormats.sentences(["One.", "Two."])]).toEqual([
    "甲。乙。",
    "One. Two.",
  ]);
  expect([zhFormats.clauses(["甲", "乙"]), enFormats.clauses(["One", "Two"])]).toEqual(["甲；乙", "One. Two"]);
});

it("blames nobody and never begs", () => {
  const harsh = textsOf(zh).filter(([, text]) => /作弊|异常人员|倒数|最差|扣罚|请勿|非法|抱歉|失败!|失败！/.test(text));
  expect(harsh).toEqual([]);
});

it("writes the sentences of the catalogue to the letter", () => {
  const today = zh.today;
  expect(today.progress({ percent: percentText(ratioOf(75, 100)) })).toBe("已完成月度目标75%");
  expect(today.commissionNow({ money: moneyText(300_000, "long") })).toBe("当前佣金已达3000元");
  expect(today.liveEstimate({ sales: moneyText(10_000_000, "long"), pay: moneyText(200_000, "long") })).toBe(
    "本月已完成销售额10万元,预计提成2000元",
  );
  expect(today.contribution({ percent: percentText(ratioOf(12, 100)) })).toBe("个人贡献占团队的12%");
  expect(today.todayGain({ sales: moneyText(2_000_000, "long"), pay: moneyText(40_000, "long") })).toBe(
    "今天销售额增加了2万元,提成多了400元",
  );
  expect(zh.lines.agrees).toBe("与你手机计算一致");
  expect(zh.verdict.inside({ distance: zhFormats.distance(86), accuracy: zhFormats.distance(18) })).toBe(
    "离客户 86 米，误差 18 米。",
  );
  expect(zh.field.visit.oneStepLeft({ left: zhFormats.duration((5 * 60 + 40) * 60_000) })).toBe(
    "还差一步：24 小时内补上拜访记录才算有效，剩 5 小时 40 分。",
  );
});

it("writes amounts as each language does", () => {
  expect([zhFormats.money(10_000_000), enFormats.money(10_000_000)]).toEqual(["10万元", "100,000 CNY"]);
  expect([zhFormats.money(152_050), enFormats.money(152_050)]).toEqual(["1520.5元", "1,520.50 CNY"]);
  expect([zhFormats.sales(66_666_667), enFormats.sales(66_666_667)]).toEqual(["66.67万", "666,666.67"]);
  expect([zhFormats.sales(140_000_000), enFormats.sales(140_000_000)]).toEqual(["140万", "1,400,000"]);
});

it("writes days, distances and times as each language does", () => {
  expect(zhFormats.dayWithWeekday("2026-03-26")).toBe("3月26日 周四");
  expect(enFormats.dayWithWeekday("2026-03-26")).toBe("Thu 26 March");
  expect(zhFormats.distance(999.4)).toBe("999 米");
  expect(zhFormats.distance(999.6)).toBe("1 公里");
  expect(zhFormats.distance(2_412)).toBe("2.4 公里");
  expect(enFormats.distance(215)).toBe("215 m");
  expect(zhFormats.instant(new Date("2026-03-26T16:05:00+08:00"))).toBe("3月26日 16:05");
  // Shanghai's day, wherever the phone is.
  expect(zhFormats.instant(new Date("2026-03-26T17:00:00Z"))).toBe("3月27日 01:00");
  expect(zhFormats.ago(8_400, new Date())).toBe("8 秒前");
  expect(zhFormats.ago(3 * 3_600_000, new Date("2026-03-26T10:02:00+08:00"))).toBe("10:02");
});

it("puts people and parts in a row as each language does", () => {
  expect([zhFormats.names(["陈浩", "林静"]), enFormats.names(["陈浩", "林静"])]).toEqual(["陈浩、林静", "陈浩, 林静"]);
  expect([zhFormats.said("海岳机械", null, "86 米"), enFormats.said("Haiyue", false, "86 m")]).toEqual([
    "海岳机械，86 米",
    "Haiyue, 86 m",
  ]);
});

it("joins nothing by a sign of one language outside the dictionaries", () => {
  const glued = sourceFiles(path.resolve(__dirname, "../../../miniapp"))
    .filter((file) => !file.includes(`${path.sep}texts${path.sep}`))
    .filter((file) => /join\("[、，；。]"\)|\}[、，]|[、，]\$\{/.test(readFileSync(file, "utf8")));
  expect(glued).toEqual([]);
});

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));

it.each<[string, string, string]>([
  ["progress", zh.today.progress({ percent: "60%" }), filled(sentences.progress, { progress: "60%" })],
  [
    "commission",
    zh.today.commissionNow({ money: "6000元" }),
    filled(sentences.commissionNow, { commission: "6000元" }),
  ],
  ["share", zh.today.contribution({ percent: "12%" }), filled(sentences.contribution, { share: "12%" })],
  [
    "estimate",
    zh.today.liveEstimate({ sales: "40万元", pay: "6000元" }),
    filled(sentences.liveEstimate, { sales: "40万元", commission: "6000元" }),
  ],
  [
    "gain",
    zh.today.todayGain({ sales: "2万元", pay: "400元" }),
    filled(sentences.todayGain, { sales: "2万元", commission: "400元" }),
  ],
])("今日 says the %s as the company has agreed on", (_, said, agreed) => {
  expect(said).toBe(agreed);
});

describe("A day", () => {
  beforeEach(() => yearIs(() => "2026"));
  afterEach(() => yearIs(() => ""));

  it.each([
    ["this year's, without its year", "2026-03-25", "3月25日", "25 March"],
    ["one far ahead, with its year", "2028-03-25", "2028年3月25日", "25 March 2028"],
    ["one of last year, with its year", "2025-12-31", "2025年12月31日", "31 December 2025"],
  ])("is written so that nobody takes it for another: %s", (_which, on, zh, en) => {
    expect([zhFormats.day(on), enFormats.day(on)]).toEqual([zh, en]);
  });

  it("carries its year also with a time and with a weekday", () => {
    expect(zhFormats.instant(new Date("2027-01-02T09:00:00+08:00"))).toBe("2027年1月2日 09:00");
    expect(zhFormats.dayWithWeekday("2027-01-02")).toBe("2027年1月2日 周六");
  });
});
