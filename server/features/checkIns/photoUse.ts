import type { FileUse } from "../../files";
import type { CheckInFields } from "./reviews";

/** A photo of where a check-in was made. @param at when it was shown */
export const photoUse = (
  { _id, customerName, siteName }: Pick<CheckInFields, "_id" | "customerName" | "siteName">,
  who: string,
  at: Date,
): FileUse => ({ usedBy: `checkIn:${_id}`, stamp: { place: `${customerName} · ${siteName}`, who, at } });
