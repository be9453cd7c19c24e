import { type NewEvent, type Partition, subscribe } from "../../outbox";
import { firstPayingDaySet } from "../plans";
import { saleToPlace } from "./events";
import { followFirstPayingDay } from "./followPayingDay";
import { placeSale } from "./placeSale";

/** They move the same people's months: one after the other. */
const oneByOne = { partition: (_event: NewEvent): Partition => "sales:place" };

export const saleSubscriptions = [
  subscribe("sales.followFirstPayingDay", firstPayingDaySet, followFirstPayingDay),
  subscribe("sales.place", saleToPlace, placeSale, oneByOne),
] as const;
