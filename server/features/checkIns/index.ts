export { appealUntil } from "./appealUntil";
export { checkInsHandlers } from "./routes";
export {
  checkInsOfDay,
  clientsCheckedInAt,
  checkInsOfMonth,
  checkInsToRecord,
  dayOf,
  dueForSignals,
  daysOfCheckIns,
  findCheckIn,
  findCheckIns,
  findOwnCheckIn,
  placesVisited,
  setLookAt,
  setSignals,
  setVisit,
  tiesOfDays,
  tracesUpTo,
  unrecordedAtCustomer,
  unrecordedOn,
  usesOfCode,
} from "./checkIns";
export { erase, erasePositions, positionsOf, positionsOlderThan } from "./erasePositions";
export { betteredBy, checkInBettered, type CheckInBettered, checkInDoubted } from "./events";
export { doubtsIn, presentAppeal, presentSignals, presentCheckIn, presentDecision } from "./presentCheckIn";
export { photoIdsOf } from "./ownPhotos";
export { standingNow } from "./standingNow";
export type { CheckInRecord } from "./checkInModel";
export { whoDecides, withDeciders } from "./whoDecides";
export type { ReviewRecord } from "./reviewModel";
export {
  askedAnew,
  changeReview,
  doubtsNow,
  type Evidence,
  evidenceOf,
  findReview,
  insertReview,
  isAskedAbout,
  mayHaveReview,
  openReview,
  openReviewIfAny,
  openReviewsOf,
  overdueReviews,
  pageForLeader,
  pageOfAppeals,
  pageOfOpenReviews,
  reviewIfAny,
  reviewsOf,
  sortKeyOf,
  standingOf,
  waits,
} from "./reviews";
