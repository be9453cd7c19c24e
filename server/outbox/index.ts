export { type DeadEvent, listDead, resendDead } from "./dead";
export { emit, emitAgain, emitOnce, eventIdOf, type NewEvent, type NewEventOf } from "./emit";
export {
  eventTypes,
  type EventPayloads,
  type EventType,
  type NoticeDigest,
  type NoticeSend,
  type Partition,
  type RollupDue,
  type SaleConfirmed,
  type StatementReprice,
  type TargetPublished,
  type ZeroReason,
} from "./eventTypes";
export type {
  EventHandler,
  EventHandlers,
  EventUnderWork,
  Outcome,
  PartitionLease,
  PayloadOf,
  RelayDeps,
} from "./handlers";
export { FailedTry, Postpone } from "./postpone";
export { outboxRelay, type RelayOptions, workAll } from "./relay";
export { retryClassOf, type RetryClass } from "./retry";
