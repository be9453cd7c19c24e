export { followUpsHandlers } from "./routes";
export { followUpsAtCustomer, followUpsOfMonth, textOf as textOfFollowUp } from "./followUps";
export type { FollowUpRecord } from "./followUpModel";
