import { errorCodes } from "@shared/errors";
import { isQuestion, saleAskedBy } from "@shared/domain/saleQuestion";

/* What a refusal of a sale asks its person. */

const earlier = { saleId: "s-old", submittedAt: "2026-03-26T01:00:00.000Z" };
const details = { earlier, limitFen: 5_000_000 };

it("puts every question to the person, and none that is no question", () => {
  const put = errorCodes.filter((code) => {
    const asked = saleAskedBy({ code, details });
    return asked !== null && asked.kind !== "decided";
  });
  expect(put).toEqual(errorCodes.filter(isQuestion));
  expect(put).toEqual(["sale.amountLarge", "sale.maybeRepeated"]);
});

it("asks nothing about an earlier sale that is not named", () => {
  expect(saleAskedBy({ code: "sale.maybeRepeated", details: {} })).toBeNull();
});

it("asks about a large sum also where the limit is not said", () => {
  expect(saleAskedBy({ code: "sale.amountLarge", details: {} })).toEqual({ kind: "large", limitFen: null });
});
