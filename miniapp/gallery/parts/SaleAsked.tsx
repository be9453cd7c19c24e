import { SaleAsked } from "@/components/SaleAsked";
import { examplesOf } from "../examples";

export const examples = examplesOf("SaleAsked", SaleAsked, () => {
  const given = {
    id: "asked",
    sale: { amountFen: 12_000_000_000, signedOn: "2026-03-26" },
    ...{ onYes: () => {}, onSee: () => {}, onChange: () => {} },
  };
  return {
    repeated: { ...given, asked: { kind: "repeated", saleId: "s1", submittedAt: "2026-03-26T01:00:00.000Z" } },
    large: { ...given, asked: { kind: "large", large: { than: "limit", fen: 10_000_000_000 } } },
    "large, for its rep": { ...given, asked: { kind: "large", large: { than: "largest", fen: 18_000_000 } } },
    "large, of a sum that is not said": { ...given, asked: { kind: "large", large: null } },
    decided: { ...given, asked: { kind: "decided" } },
  };
});
