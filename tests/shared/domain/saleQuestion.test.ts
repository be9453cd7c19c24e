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

describe("asks about a large sum", () => {
  const askedBy = (details: Record<string, unknown>) => saleAskedBy({ code: "sale.amountLarge", details });

  it("by what it is more than", () => {
    const large = { than: "largest", fen: 18_000_000 };
    expect(askedBy({ large, limitFen: 5_000_000 })).toEqual({ kind: "large", large });
  });

  it("by the limit, where that was kept from before there was anything else", () => {
    expect(askedBy({ limitFen: 5_000_000 })).toEqual({ kind: "large", large: { than: "limit", fen: 5_000_000 } });
  });

  it.each([{}, { large: { than: "moon", fen: 1 }, limitFen: 5_000_000 }])(
    "also where that is not said: %j",
    (details) => {
      expect(askedBy(details)).toEqual({ kind: "large", large: null });
    },
  );
});
