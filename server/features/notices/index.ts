export { remindRoles } from "./remindRoles";
export { praiseText, stillAllows } from "./composeGroup";
export {
  aboutQuestion,
  isPraise,
  openQuestion,
  praiseNoticeId,
  type PraiseQuestion,
  type PraiseWay,
  unansweredQuestion,
} from "./praiseQuestion";
export type { ApprovalTold, NoticeParams } from "./kinds";
export type { Notice } from "./noticeModel";
export type { NoticeDeps } from "./deliver";
export { noticeReads } from "./noticeReads";
export type { NoticeReads, Person, Progress, TeamMonth } from "./reads";
export { addNotice, addNotices, findNotices, noticeIfAny, sendEvent, type NewNotice } from "./notices";
export { hasReached, noticesAbout, settleNotices } from "./settle";
export { tellByClock, told } from "./tell";
export { tellPayCorrected } from "./tellPayCorrected";
export { eraseNotices, countNoticesTo, eraseNoticesTo } from "./eraseNotices";
export {
  aboutTogether,
  type GatheredKind,
  remindClientsLeft,
  remindGathered,
  remindPlans,
  remindTargets,
  type Waiting,
} from "./remindMissing";
export { remindRecords } from "./remindRecords";
export { remindNextSteps } from "./remindNextSteps";
export { remindLaggingTeams } from "./remindLaggingTeams";
export { noticesHandlers } from "./routes";
export { noticeSubscriptions } from "./subscriptions";
