export {
  type AnyEvent,
  collectSubscriptions,
  configureOutbox,
  defineEvent,
  type Delivery,
  emit,
  emitAgain,
  emitAll,
  emitOnce,
  type EventDefinition,
  type EventHandler,
  everyEvent,
  type NewEvent,
  type Outcome,
  type Partition,
  subscribe,
  type Subscription,
} from "./emit";
export { readOutboxHealth } from "./health";
export { outboxRelay, type RelayDeps, type RelayOptions, workAll } from "./relay";
export {
  type DeadDelivery,
  FailedTry,
  listDead,
  Postpone,
  resendDead,
  retryClassOf,
  type RetryClass,
  waitBeforeRetryMs,
} from "./retry";
