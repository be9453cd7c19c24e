export { actorNameSchema } from "./actorNameSchema";
export { connect, disconnect, databaseAnswers } from "./connect";
export { isDuplicateKey, isWriteConflict, StaleRead } from "./conflicts";
export { inTransaction } from "./inTransaction";
export { insert } from "./insert";
export { insertAll } from "./insertAll";
export { eraseInBatches } from "./eraseInBatches";
export { remove, replace, update } from "./update";
export { onEnded, sendWrites } from "./transactionWrites";
export { updateAtRevision } from "./updateAtRevision";
export { type CommandPart, commandParts, commandPartsOf, insertCommand } from "./insertCommand";
export { oneDocumentModel } from "./commandIdsInUse";
export {
  command,
  commandIdOf,
  configureCommands,
  firstAnswerOf,
  type AuditNote,
  type CommandRequest,
  type Decision,
  type InsertAudit,
} from "./command";
export { schemaVersion } from "./schemaVersion";
export { buildIndexes } from "./buildIndexes";
export { LeaseModel } from "./leaseModel";
export { withLease, type WorkLease, WorkLeaseLost } from "./lease";
export { claimKey, claimKeys, keyTaken, ownerOfKey, releaseKey } from "./keys";
export { readBack, type StreamPlace } from "./readBack";
export { allBy, byId, forAll } from "./readTogether";
export { endAbandonedTransactions } from "./endAbandonedTransactions";
