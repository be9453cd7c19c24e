import type { Deps } from "../../deps";
import { type EventHandler, subscribe } from "../../outbox";
import { type CustomerAddedAsNew, customerAddedAsNew } from "../customers";
import { findDuplicatesOf } from "./findDuplicates";

const findOfNew: EventHandler<CustomerAddedAsNew, Pick<Deps, "clock">> = ({ customerId }, _delivery, { clock }) =>
  findDuplicatesOf(customerId, { at: clock.now() });

export const duplicateSubscriptions = [subscribe("duplicates.findOfNew", customerAddedAsNew, findOfNew)] as const;
