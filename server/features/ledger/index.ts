export { journalIdOf, openJournals, postByCause, postJournal, type StatementChange } from "./postJournal";
export { journalsByCauseOf, journalsOf, type JournalRecord, type StatementJournal } from "./journals";
