export { connect, disconnect, databaseAnswers } from "./connect";
export { isDuplicateKey, isWriteConflict, StaleRead } from "./conflicts";
export { inTransaction } from "./inTransaction";
export { insert } from "./insert";
export { updateAtRevision } from "./updateAtRevision";
export { command, configureCommands, type AuditNote, type CommandRequest, type Decision } from "./command";
export { schemaVersion } from "./schemaVersion";
export { buildIndexes } from "./buildIndexes";
export { withLease } from "./lease";
