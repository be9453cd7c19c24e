import { type SumMeasures, usualDays } from "@shared/domain/sale";
import { addDays, businessDayOf, monthOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { salesMeasure, targetsOf } from "../targets";
import { SaleModel, type SaleRecord } from "./saleModel";

/** By what a rep's sums are measured today. */
export async function sumMeasuresOf(
  { clock, settings }: Pick<Deps, "clock" | "settings">,
  repId: string,
): Promise<SumMeasures> {
  const today = businessDayOf(clock.now());
  const limitFen = settings.SALE_LIMIT_YUAN * 100;
  const largest = await SaleModel.findOne(
    { repId, state: "confirmed", signedOn: { $gte: addDays(today, -usualDays) } },
    { amountFen: 1 },
  )
    .sort({ amountFen: -1 })
    .lean<Pick<SaleRecord, "amountFen"> | null>();
  if (largest) return { limitFen, usual: { than: "largest", fen: largest.amountFen } };
  const targetFen = (await targetsOf([repId], salesMeasure, monthOf(today))).get(repId);
  return { limitFen, usual: targetFen === undefined ? null : { than: "target", fen: targetFen } };
}
