import type { ClientSession, mongo } from "mongoose";
import type { Language } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import type { Deps } from "../deps";

/** A numbered change of what is stored. Each is a file of this folder, listed in index.ts. */
export interface Migration {
  /** One more than that of the migration before. */
  number: number;
  /** As in its file's name: `audit-actors` of `0001-audit-actors.ts`. */
  name: string;
  /**
   * Given where statements come out differently afterwards. It then runs by `npm run upgrade` only, never by a mere start, unless
   * it concerns nothing that is stored.
   */
  announces?: Announcement;
  /**
   * Brings what is stored to the new shape. It may be broken off anywhere and run again, also on documents that have the new
   * shape already, and ends the same; so it is given no way to know whether it has run before.
   */
  up(context: MigrationContext): Promise<void>;
}

export interface MigrationContext extends Pick<Deps, "logger" | "realNow" | "settings"> {
  /**
   * The database to change: the real one, or the copy of a rehearsal, to which the models of this process lead as well. Prefer
   * this one: models and features change later, and a migration has to go on doing what it did.
   */
  db: mongo.Db;
  /**
   * Writes a batch: all of it, or nothing, and only while this process has the right to migrate. Where it has stood still until
   * another one took over, which perhaps serves already, what it has made of older documents would undo what was changed since; so
   * that right is part of the transaction. A migration writes by this alone.
   * @param write passes the session to all that it does; on a conflict it is called again
   * @throws WorkLeaseLost
   */
  writeBatch(write: (session: ClientSession) => Promise<void>): Promise<void>;
  /** Tells how far it is, as often as it likes: it is shown and logged now and then. */
  progress(done: number, total: number): void;
}

/** What a migration changes in statements, said beforehand. A difference that nobody announced stops the upgrade. */
export interface Announcement {
  /** One sentence for the people concerned: why the month comes out differently. */
  why: Record<Language, string>;
  /** Whether the migration is meant to make this difference. A closed month is covered only where this says so. */
  covers(difference: StatementDifference): boolean;
  /** Whether anything that is stored can come out differently. Without it, anything can. */
  concerns?(db: mongo.Db): Promise<boolean>;
}

/** One amount of a statement that is not what it was. */
export interface StatementDifference {
  memberId: string;
  period: Month;
  /** Whether something is not paid for the whole month, as after a move, or for an order of an earlier one: before or afterwards. */
  isCut: boolean;
  /** null: the total. */
  lineId: string | null;
  /** null: there was no such line. */
  beforeFen: number | null;
  /** null: there is no such line any more. */
  afterFen: number | null;
}
