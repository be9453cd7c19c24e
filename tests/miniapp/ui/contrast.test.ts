import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type ColorToken, dark, light, themes } from "@/ui/tokens";

/** Relative luminance of `#RRGGBB` by WCAG 2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const plainGrounds: ColorToken[] = ["card", "page", "sunken", "raised"];
const softGrounds: ColorToken[] = ["brand-soft", "ok-soft", "warn-soft", "bad-soft"];

/** What stands on what. Text needs 4.5, marks and borders that must be seen need 3. */
const pairs: { text: ColorToken; on: ColorToken[]; atLeast: number }[] = [
  { text: "text-1", on: [...plainGrounds, ...softGrounds], atLeast: 4.5 },
  { text: "text-2", on: [...plainGrounds, ...softGrounds], atLeast: 4.5 },
  { text: "text-3", on: plainGrounds, atLeast: 4.5 },
  { text: "brand", on: [...plainGrounds, "brand-soft"], atLeast: 4.5 },
  { text: "ok", on: [...plainGrounds, "ok-soft"], atLeast: 4.5 },
  { text: "warn", on: [...plainGrounds, "warn-soft", "brand-soft"], atLeast: 4.5 },
  { text: "bad", on: [...plainGrounds, "bad-soft"], atLeast: 4.5 },
  { text: "on-brand", on: ["brand-fill", "brand-pressed"], atLeast: 4.5 },
  { text: "edge", on: ["card", "page", "sunken"], atLeast: 3 },
];

it.each(Object.entries(themes))("can be read in bright sun with the %s colours", (_, colors) => {
  const weak = pairs.flatMap(({ text, on, atLeast }) =>
    on
      .map((ground) => ({ text, ground, has: contrast(colors[text], colors[ground]) }))
      .filter(({ has }) => has < atLeast),
  );
  expect(weak).toEqual([]);
});

it("knows the same colours in the style sheet and in the program", () => {
  const sheet = readFileSync(path.resolve(__dirname, "../../../miniapp/ui/tokens.scss"), "utf8");
  const colorsOf = (theme: string) => {
    const block = new RegExp(`@mixin ${theme} \\{([\\s\\S]*?)\\n\\}`).exec(sheet)?.[1] ?? "";
    return Object.fromEntries(
      [...block.matchAll(/--c-([a-z0-9-]+): (#[0-9a-f]{6})/gi)].map(
        ([, name = "", hex = ""]) => [name, hex.toUpperCase()] as const,
      ),
    );
  };
  expect(colorsOf("light")).toEqual(light);
  expect(colorsOf("dark")).toEqual(dark);
});

it("keeps colours and letter sizes out of pages and components", () => {
  const root = path.resolve(__dirname, "../../..");
  const found = ["miniapp/pages", "miniapp/components"]
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        path.join(root, folder, file),
      ),
    )
    .filter((file) => file.endsWith(".scss"))
    .filter((file) => /#[0-9a-f]{3,8}\b|rgba?\(/i.test(readFileSync(file, "utf8")));
  expect(found).toEqual([]);
});
