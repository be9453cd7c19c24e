import type { AnswerOf } from "@shared/contracts";
import type { Formats } from "@/texts/formats";

type Balance = AnswerOf<"openings.members">["items"][number]["balances"][number];

/** Of when and of what a balance is, and where it stands in the file. */
export const balanceText = (
  { period, item, client, on, note }: Omit<Balance, "changeFen">,
  place: string,
  f: Formats,
): string => {
  const month = period === null ? null : period.length === 4 ? period : f.month(period);
  return f.said(month, item, client, on && f.day(on), note, place);
};
