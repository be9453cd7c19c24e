import { type Fen, fen, sumFen } from "../../money";
import type { Month } from "../../time";
import type { Cause, Journal, LaterRelease, Posting } from "../types";
import { receivableOf, type ReceivableKind } from "./journal";

/** An amount of a line, above 0. */
export interface Part {
  lineId: string;
  fen: Fen;
}

/** An amount by which a receivable becomes less, above 0. */
export interface Settled {
  receivableId: string;
  kind: ReceivableKind;
  fen: Fen;
}

/** What happens to money after it is payable, or owed. Each is posted once, for its cause. */
export type MoneyStep =
  /** Of an approved month: earned becomes payable, or payable earned again. */
  | { step: "released"; releases: readonly LaterRelease[] }
  /** Given to a channel; there again, where it failed; arrived. */
  | { step: "handed" | "failed" | "confirmed"; channel: string; parts: readonly Part[] }
  /** Payable that is kept for what is owed. */
  | { step: "deducted"; parts: readonly Part[]; settled: readonly Settled[] }
  /** Owed and given up, at the expense of the unit. */
  | { step: "writtenOff"; unitId: string | null; settled: readonly Settled[] }
  /** Paid ahead. */
  | { step: "drawn"; parts: readonly Part[] };

/**
 * The journal of a step. It moves money that is there between two accounts.
 * @throws RangeError where an amount is not above 0, or a deduction is not what it settles: nothing negative is ordered
 */
export function journalOfStep(memberId: string, period: Month, step: MoneyStep, cause: Cause): Journal {
  return { memberId, period, cause, postings: postingsOfStep(memberId, step) };
}

function postingsOfStep(memberId: string, step: MoneyStep): Posting[] {
  const payable = `payable:${memberId}`;
  switch (step.step) {
    case "released":
      return step.releases.flatMap((release) => released(memberId, payable, release));
    case "handed":
      return moved(step.parts, payable, transitOf(memberId, step.channel));
    case "failed":
      return moved(step.parts, transitOf(memberId, step.channel), payable);
    case "confirmed":
      return moved(step.parts, transitOf(memberId, step.channel), `cash:${step.channel}`);
    case "drawn":
      return moved(step.parts, receivableOf(memberId, "draw"), payable);
    case "writtenOff":
      return step.settled.flatMap(({ receivableId, kind, fen: amountFen }) =>
        moved(
          [{ lineId: receivableId, fen: amountFen }],
          `expense:writeOff:${step.unitId ?? "none"}`,
          receivableOf(memberId, kind),
        ),
      );
    case "deducted":
      return deducted(memberId, payable, step.parts, step.settled);
  }
}

const transitOf = (memberId: string, channel: string): string => `transit:${channel}:${memberId}`;

const moved = (parts: readonly Part[], debit: string, credit: string): Posting[] =>
  parts.flatMap((part) => [
    posting(debit, positive(part.fen), part.lineId),
    posting(credit, 0 - part.fen, part.lineId),
  ]);

/** Each side on the lines that it is about, so that a line's payable and a receivable both tell what became of them. */
function deducted(memberId: string, payable: string, parts: readonly Part[], settled: readonly Settled[]): Posting[] {
  if (sumFen(parts.map((part) => part.fen)) !== sumFen(settled.map((one) => one.fen)))
    throw new RangeError("a deduction keeps as much as it settles");
  return [
    ...parts.map((part) => posting(payable, positive(part.fen), part.lineId)),
    ...settled.map((one) => posting(receivableOf(memberId, one.kind), 0 - positive(one.fen), one.receivableId)),
  ];
}

function released(
  memberId: string,
  payable: string,
  { lineId, fen: releasedFen, receivableFen }: LaterRelease,
): Posting[] {
  const postings = [
    posting(`earned:${memberId}`, releasedFen, lineId),
    posting(payable, 0 - fen(releasedFen + receivableFen), lineId),
    posting(receivableOf(memberId, "clawback"), receivableFen, lineId),
  ];
  return postings.filter(({ amountFen }) => amountFen !== 0);
}

const posting = (account: string, amountFen: Fen, lineId: string): Posting => ({
  book: "money",
  account,
  amountFen,
  lineId,
});

function positive(amountFen: Fen): Fen {
  if (fen(amountFen) <= 0) throw new RangeError(`an amount of ${amountFen} fen is not moved`);
  return amountFen;
}
