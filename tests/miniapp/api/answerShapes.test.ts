import { answerShapes } from "@/api/answerShapes";
import { hasShape } from "@/api/shape";
import { shapesOfContracts } from "../../../config/answerShapes";

it("is what the contracts say: after a change of theirs, `npm run shapes` writes it again", () => {
  expect(answerShapes).toEqual(shapesOfContracts());
});

describe("An answer is believed", () => {
  const page = { items: [], nextCursor: null };
  it.each<[string, unknown, boolean]>([
    ["with all that the contract names", page, true],
    ["with a field more, of a later version", { ...page, total: 7 }, true],
    ["without a field", { items: [] }, false],
    ["with nothing where a list belongs", { ...page, items: null }, false],
    ["with a number where a text belongs", { ...page, nextCursor: 1 }, false],
    ["with a sale that is none", { ...page, items: [{}] }, false],
    ["that is a text", "<html></html>", false],
    ["that is null", null, false],
  ])("%s: %#", (_what, value, believed) => {
    expect(hasShape(value, answerShapes["sales.list"])).toBe(believed);
  });

  it.each<[string, "day" | "month" | "instant" | "whole" | "none", unknown, boolean]>([
    ["a day", "day", "2026-03-26", true],
    ["an instant where a day belongs", "day", "2026-03-26T00:00:00Z", false],
    ["a month", "month", "2026-03", true],
    ["an instant of the server", "instant", "2026-03-26T01:00:00.000Z", true],
    ["an instant with its offset", "instant", "2026-03-26T09:00:00+08:00", true],
    ["a day where an instant belongs", "instant", "2026-03-26", false],
    ["fen", "whole", -22_500, true],
    ["half a fen", "whole", 0.5, false],
    ["an empty body", "none", "", true],
    ["a page where nothing belongs", "none", "<html></html>", false],
  ])("%s", (_what, shape, value, believed) => {
    expect(hasShape(value, shape)).toBe(believed);
  });
});
