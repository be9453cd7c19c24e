import { render, screen } from "@testing-library/react";
import { wordsOf, type Language, WordsContext } from "@/texts";
import { StatusMark } from "@/ui";
import { statusMarks, toneOf } from "@/ui/StatusMark/statusMarks";

const rows = Object.entries(statusMarks);
const languages: Language[] = ["zh-CN", "en"];

it.each(rows)("tells every state of %s by its shape alone", (_, marks) => {
  const shapes = Object.values(marks);
  expect(new Set(shapes).size).toBe(shapes.length);
});

it.each(rows.flatMap(([about, marks]) => languages.map((language) => [about, language, Object.keys(marks)] as const)))(
  "has a word of its own for every state of %s in %s",
  (about, language, states) => {
    const words = wordsOf(language).t.status[about as "money"] as Record<string, string>;
    const said = states.map((state) => words[state]);
    expect(said.every((word) => word && word.trim() !== "")).toBe(true);
    expect(new Set(said).size).toBe(said.length);
  },
);

it("gives whatever is in doubt one colour", () => {
  const { inDoubt, recordDueInDoubt } = statusMarks.visit;
  expect([toneOf[inDoubt], toneOf[recordDueInDoubt]]).toEqual(["warn", "warn"]);
});

it("says 已得 once to screen readers, beside a half disc", () => {
  const { container } = render(<StatusMark about="money" is="earned" />);
  expect(screen.getByText("已得")).toBeTruthy();
  expect(container.querySelector(".shape-halfDisc")?.getAttribute("aria-hidden")).toBe("true");
});

it("speaks English to whoever chose it", () => {
  render(
    <WordsContext.Provider value={wordsOf("en")}>
      <StatusMark about="visit" is="inDoubt" />
    </WordsContext.Provider>,
  );
  expect(screen.getByText("Counted for now")).toBeTruthy();
});
