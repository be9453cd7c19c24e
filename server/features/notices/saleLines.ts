import { ratioOf } from "@shared/domain/moneyText";
import { businessDayOf } from "@shared/domain/time";
import type { SaleTold } from "./kinds";
import type { Progress } from "./reads";
import type { ComposeContext } from "./teamLines";
import type { ServerTexts } from "../../texts";

/** What context for one receiver takes. */
export type ReceiverContext = Pick<ComposeContext, "reads" | "now"> & { texts: ServerTexts };

/** Whose order, and when it was confirmed. */
export function saleLine(sale: Pick<SaleTold, "customerName" | "confirmedAt">, texts: ServerTexts): string {
  const at = new Date(sale.confirmedAt);
  return texts.joined([sale.customerName, `${texts.format.day(businessDayOf(at))} ${texts.format.time(at)}`]);
}

/** How far somebody is, as a row shows it. */
export function progressText(
  { doneFen, targetFen }: Progress,
  { format, ...texts }: ServerTexts,
  edges: Parameters<typeof format.percent>[1] = [],
): string {
  if (targetFen === null) return texts.withoutTarget({ done: format.money(doneFen, "long") });
  const done = format.sales(doneFen);
  const percent = format.percent(ratioOf(doneFen, targetFen), edges);
  return texts.progress({ done, target: format.sales(targetFen), percent });
}
