import type { ClientSession } from "mongoose";
import type { BodyOf } from "@shared/contracts";
import type { ActorName, MemberActor } from "@shared/domain/actor";
import type { ImportPurpose } from "@shared/domain/importing";
import type { Purpose } from "@shared/domain/tables/purposes";
import type { TableMember, TableQuestion, TableWorld } from "@shared/domain/tables/world";
import type { Deps } from "../../deps";
import type { ReadingChoices } from "../../lib/tables/readTable";
import type { NewEvent } from "../../outbox";
import type { ImportedRow, PlannedRow } from "../customers";
import type { ImportRecord } from "./importModel";

export type ImportDeps = Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys" | "settings" | "logger">;

/** What a person may say of a file. */
export type ImportChoices = BodyOf<"imports.choose">["choices"];

/** The same, as files are read by it. */
export const readingBy = ({ mapping, givesOwners: _, ownedSince: __, ...choices }: ImportChoices): ReadingChoices => ({
  ...choices,
  ...(mapping && { mapping: Object.fromEntries(mapping.map(({ heading, field }) => [heading, field])) }),
});

/** What a look at a file has found, as JSON. */
export interface ImportFound {
  container: "text" | "workbook";
  encoding: string | null;
  separator: string | null;
  sheets: string[];
  sheet: string | null;
  headerRows: number[];
  /** Rows as they stand near the heading, for whoever says where it is. */
  head: { row: number; text: string }[];
  columns: { heading: string; field: string | null; sample: string; isHidden: boolean }[];
  questions: TableQuestion[];
  rows: number;
  hiddenRows: number;
  /** Whether the mapping is the one that was used for this source before. */
  isRemembered: boolean;
}

/** Writes as long as this worker has the task: one that has lost it would clear away what another has made since. */
export type Fenced = (write: (session: ClientSession) => Promise<void>) => Promise<void>;

/** What a purpose does with rows that were read. */
export interface Importer {
  code: ImportPurpose;
  purpose: Purpose;
  world(deps: ImportDeps): Promise<{ world: TableWorld; known: readonly TableMember[] }>;
  plan(
    deps: ImportDeps,
    rows: readonly ImportedRow[],
    given: {
      importId: string;
      /** This carrying out of it: carried out once more, it is another. */
      runId: string;
      /** Which row before these has meant each of these things first. */
      meantBefore(keys: readonly string[]): Promise<ReadonlyMap<string, number>>;
      source: string;
      by: ActorName;
      byName: string;
      giver: MemberActor | null;
      ownedSince: "always" | "today";
    },
  ): Promise<PlannedRows>;
  /** Before anything is imported, and once more at its end. @throws AppError where what the person has typed is not what was read */
  require?(record: ImportRecord): Promise<void>;
  /**
   * Before the first row: clears away what an earlier try has left.
   * @returns what all rows are judged by, plain JSON, for `end` to find that it still holds
   */
  begin?(importId: string, write: Fenced): Promise<unknown>;
  /** Once all rows are written: what follows from them, in the transaction that ends it. @param base as `begin` has returned it */
  end?(
    record: ImportRecord,
    at: Date,
    base: unknown,
  ): Promise<{ write(session: ClientSession): Promise<void>; events: NewEvent[] }>;
}

/** What becomes of some rows. */
export interface PlannedRows {
  rows: PlannedRow[];
  /** What the rows add up to, by names of the purpose's. */
  sums?: Readonly<Record<string, number>>;
  /** What each row means, by which rows far behind are held against it. */
  meant?: { key: string; row: number }[];
  write(session: ClientSession): Promise<void>;
  written?(): void;
}
