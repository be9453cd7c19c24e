import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(__dirname, "../../../miniapp");
/** Elements of the kit whose names are also tags: the build writes its own name for them, which no plain element has. */
const kitTags =
  "button|input|textarea|image|form|label|video|audio|canvas|picker|switch|slider|progress|icon|text|view";

it("no style is for the tag of an element of the kit, which the build would rename", () => {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".scss"));
  const tag = new RegExp(`(^|[\\s>+~,])(${kitTags})(?=[^\\w-][^;]*\\{\\s*$)`);
  const found = files.flatMap((file) =>
    readFileSync(path.join(folder, file), "utf8")
      .split("\n")
      .filter((line) => !line.trim().startsWith("//") && !line.trim().startsWith("*") && tag.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
