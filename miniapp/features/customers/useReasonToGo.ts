import { useState } from "react";
import type { CustomerView } from "@shared/contracts";
import { useQueue } from "@/features/queue/useQueue";
import { needsReason, sayWhy } from "./askColleague";

export interface ReasonToGo {
  /** For its field; null: nobody has to say why. */
  why: { text: string; isMissing: boolean; change: (text: string) => void } | null;
  /** Whether one may go on; else it is marked as missing. */
  check: () => boolean;
  /** Kept and sent, where one has to say it. */
  say: () => void;
}

const nothing = { of: "", text: "", isTried: false };

/** Why one goes to a client although a colleague would rather that one did not: asked before each check-in there. */
export function useReasonToGo(
  customer: Pick<CustomerView, "customerId" | "shortName" | "asked"> | undefined,
): ReasonToGo {
  const entries = useQueue();
  const asked = needsReason(entries, customer?.asked) ? customer?.asked : null;
  const [typed, setTyped] = useState(nothing);
  // What was typed for one client is not for another.
  const of = customer?.customerId ?? "";
  const { text, isTried } = typed.of === of ? typed : nothing;
  const isMissing = text.trim() === "";
  return {
    why: asked
      ? { text, isMissing: isTried && isMissing, change: (next) => setTyped({ of, text: next, isTried }) }
      : null,
    check() {
      if (!asked || !isMissing) return true;
      setTyped({ of, text, isTried: true });
      return false;
    },
    say() {
      if (!asked || !customer) return;
      sayWhy(asked, customer, text.trim());
      setTyped(nothing);
    },
  };
}
