export { followUpsHandlers } from "./routes";
export { clientsFollowedUp, followUpsAtCustomer, followUpsOfMonth, textOf as textOfFollowUp } from "./followUps";
export type { FollowUpRecord } from "./followUpModel";
