import type { SaleRecord } from "../../server/features/sales/saleModel";
import type { VisitRecord } from "../../server/features/visits/visitModel";
import type { CheckInRecord } from "../../server/features/checkIns/checkInModel";
import { stored } from "./testDatabase";

/** The confirmed sales of which no step leads back to a check-in of their rep at their client on a day before. */
export async function salesWithoutFootsteps(): Promise<string[]> {
  const sales = (await stored("sales", { state: "confirmed" })) as unknown as SaleRecord[];
  const visits = new Map(((await stored("visits")) as unknown as VisitRecord[]).map((visit) => [visit._id, visit]));
  const checkIns = new Map(((await stored("checkIns")) as unknown as CheckInRecord[]).map((one) => [one._id, one]));
  const leadsBack = ({ repId, customerId, signedOn, footsteps }: SaleRecord) =>
    footsteps.some((visitId) => {
      const visit = visits.get(visitId);
      const checkIn = checkIns.get(visit?.checkInId ?? "");
      const isThere = checkIn?.memberId === repId && checkIn.customerId === customerId;
      return visit?.effective === true && isThere && visit.on < signedOn;
    });
  if (sales.length === 0) throw new Error("there are no sales");
  return sales.filter((sale) => !leadsBack(sale)).map(({ _id }) => _id);
}
