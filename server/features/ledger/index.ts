export { journalIdOf, openJournals, postJournal, type StatementChange } from "./postJournal";
export { journalsOf, type JournalRecord } from "./journals";
