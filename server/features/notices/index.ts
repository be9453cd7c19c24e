export { praiseText, stillAllows } from "./composeGroup";
export type { Notice } from "./noticeModel";
export type { NoticeDeps } from "./deliver";
export type { NoticeReads, Person, Progress, TeamMonth } from "./reads";
export { addNotice, noticeIfAny, sendEvent, type NewNotice } from "./notices";
export { tellPayCorrected } from "./tellPayCorrected";
export { remindLaggingTeams } from "./remindLaggingTeams";
export { noticesHandlers } from "./routes";
export { noticeSubscriptions } from "./subscriptions";
