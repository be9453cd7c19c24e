import { useState } from "react";
import { type Receipt, verify } from "@shared/domain/pay/phone";

/** What this phone says about an amount of the server. */
export type PhoneVerdict =
  | { kind: "agrees" }
  | { kind: "differs"; serverFen: number; phoneFen: number }
  | { kind: "cannot" };

/** Computes the month of a receipt again on this phone, with the server's own code. */
export function verdictOf(receipt: Receipt, lineId: string, shownFen: number): PhoneVerdict {
  try {
    const { agrees, differences } = verify(receipt);
    const stated = receipt.statement.lines.find((line) => line.id === lineId)?.amountFen ?? 0;
    const other = differences.find((difference) => difference.lineId === lineId);
    // What is on screen must be what was computed, too.
    if (agrees && stated === shownFen) return { kind: "agrees" };
    return { kind: "differs", serverFen: shownFen, phoneFen: other?.computedFen ?? stated };
  } catch {
    return { kind: "cannot" };
  }
}

export function useVerification(): {
  verdict: PhoneVerdict | null;
  check: (receipt: Receipt, lineId: string, shownFen: number) => void;
} {
  const [verdict, setVerdict] = useState<PhoneVerdict | null>(null);
  return { verdict, check: (...given) => setVerdict(verdictOf(...given)) };
}
