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
    ["with a field more, of a later version", { ...page, sinceLater: 7 }, true],
    ["without a field", { items: [] }, false],
    ["with nothing where a list belongs", { ...page, items: null }, false],
    ["with a number where a text belongs", { ...page, nextCursor: 1 }, false],
    ["with a sale that is none", { ...page, items: [{}] }, false],
    ["that is a text", "<html></html>", false],
    ["that is null", null, false],
  ])("%s: %#", (_what, value, believed) => {
    expect(hasShape(value, answerShapes["sales.list"])).toBe(believed);
  });

  it.each<[string, unknown, boolean]>([
    ["of a later version", "decidedByDeputy", true],
    ["of a later version, in its part", "checkIn.rejected", true],
    ["that is a sentence", "<p>Please log in</p>", false],
    ["that is empty", "", false],
    ["that is a number", 1, false],
  ])("with a word of the contract's lists %s: %#", (_what, word, believed) => {
    const todo = {
      ...{ todoId: "t", kind: word, subjectId: "s", since: "2026-03-26T01:00:00.000Z", about: "海岳机械" },
      ...{ byName: null, amountFen: null, text: null, on: null, until: null, visit: null },
    };
    const sale = {
      ...{ saleId: "s", customerId: "c", customerName: "海岳机械", rep: { memberId: "m", name: "小王" } },
      ...{ amountFen: 10_000, signedOn: "2026-03-26", contractNo: null, state: word, revision: 1 },
      ...{ submittedAt: "2026-03-26T01:00:00.000Z", confirmedAt: null, confirmedByName: null },
      ...{ returnReason: null, mayDecide: false, mayPraise: false },
    };
    const checkIn = {
      ...{ checkInId: "k", customerId: "c", customerName: "海岳机械", siteId: "p", siteName: "总部", verdict: word },
      ...{ distanceM: 30, accuracyM: 18, radiusM: 200, checkedInAt: "2026-03-26T01:00:00.000Z", on: "2026-03-26" },
      ...{ visitId: "v", recordUntil: "2026-03-27T16:00:00.000Z", repeatedOnDay: false },
    };
    const visit = {
      ...{ visitId: "v", customerId: "c", customerName: "海岳机械", purpose: word, peopleMet: null, record: "演示" },
      ...{ nextStep: null, recordedAt: "2026-03-26T02:00:00.000Z", version: 1, correctedAt: null, on: "2026-03-26" },
      ...{ effective: false, reason: word, checkIn, revision: 1, answers: [] },
      type: { typeId: "t", version: 1, name: "学术会议", steps: [], asksTimeOnSite: false, seenBy: word },
    };
    const look = { lookId: "l", at: "2026-03-26T01:00:00.000Z", byName: "陈浩", what: word, visits: [] };
    expect([
      hasShape({ items: [todo], isWhole: true }, answerShapes["todos.mine"]),
      hasShape({ items: [sale], nextCursor: null }, answerShapes["sales.list"]),
      hasShape({ items: [look], nextCursor: null }, answerShapes["privacy.looked"]),
      hasShape({ visit, earlier: [], correctableUntil: null }, answerShapes["visits.read"]),
    ]).toEqual([believed, believed, believed, believed]);
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
