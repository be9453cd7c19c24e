import { readdirSync } from "node:fs";
import path from "node:path";
import { cleanup, render } from "@testing-library/react";
import { type Examples, exampleWords } from "@/gallery/examples";
import { WordsContext, wordsOf } from "@/texts";
import * as ui from "@/ui";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../support/fakeTaro"));

const root = path.resolve(__dirname, "../../miniapp");
const files = readdirSync(path.join(root, "gallery/parts"));
const shelf = files.map(
  (file) => jest.requireActual<{ examples: Examples }>(path.join(root, "gallery/parts", file)).examples,
);

const isPart = (name: string): boolean =>
  /^[A-Z]/.test(name) && typeof (ui as Record<string, unknown>)[name] === "function";
/** They come with the desktop's part of the program: what every page loads does not name them. */
const forMonitors = shelf.filter(({ isForMonitors }) => isForMonitors).map(({ part }) => part);
const folders = readdirSync(path.join(root, "ui"));
const parts = [...Object.keys(ui).filter(isPart), ...forMonitors.filter((part) => folders.includes(part))];
const components = readdirSync(path.join(root, "components"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it("has a file for every part of ui and components, named after it", () => {
  expect(files.map((file) => file.replace(".tsx", "")).sort()).toEqual([...parts, ...components].sort());
  expect(shelf.map(({ part }) => `${part}.tsx`)).toEqual(files);
});

it.each(["zh-CN", "en"] as const)("shows something in every state in %s", (language) => {
  const quiet = jest.spyOn(console, "error").mockImplementation(() => {}); // one page breaks on purpose
  const words = wordsOf(language);
  const empty = shelf.flatMap(({ part, statesIn }) =>
    statesIn(exampleWords(words))
      .filter(({ show }) => {
        const { container } = render(<WordsContext.Provider value={words}>{show()}</WordsContext.Provider>);
        const isEmpty = container.innerHTML === "";
        cleanup();
        return isEmpty;
      })
      .map(({ name }) => `${part}, ${name}`),
  );
  quiet.mockRestore();
  expect(empty).toEqual([]);
  expect(shelf.filter(({ statesIn }) => statesIn(exampleWords(words)).length === 0)).toEqual([]);
});
