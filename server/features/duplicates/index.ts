export type { DuplicateRecord } from "./duplicateModel";
export { type DuplicateDecided, duplicateDecided, type DuplicateGone, duplicateGone } from "./events";
export { findDuplicates } from "./findDuplicates";
export {
  mayDecideOn,
  openPairsAmong,
  openPairsOf,
  pageOfPairs,
  pairIfAny,
  type StandingPair,
  standingPairs,
} from "./pairs";
export { mayListDuplicates } from "./policy";
export { duplicatesHandlers } from "./routes";
export { duplicateSubscriptions } from "./subscriptions";
