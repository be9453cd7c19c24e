import mongoose from "mongoose";
import { buildIndexes, connect, type WorkLease } from "../../db";
import type { Deps } from "../../deps";
import { findMembers } from "../../features/members";
import { withRequestId } from "../../lib/requestContext";
import { amountText, signedAmountText } from "@shared/domain/moneyText";
import type { Migration, StatementDifference } from "../migration";
import { migrationsRequestId, runMigrations } from "../run";
import { readMigrationState } from "../state";
import { noteCorrections, openCorrections, postCorrections } from "./corrections";
import { judge } from "./judge";
import { rehearse } from "./rehearse";
import { inTurn } from "./upgradeTurn";

export interface Upgrade extends Pick<Deps, "clock" | "realNow" | "logger" | "settings"> {
  migrations: readonly Migration[];
  /** As `connect` takes it; this process is connected to it, before and afterwards. */
  uri: string;
  show: (line: string) => void;
}

/** A wrong formula may differ everywhere: the first ones say enough. */
const shownMax = 50;

/**
 * Brings the connected database to this version, with a rehearsal on a copy first. Nothing is changed when a statement comes
 * out differently and no migration has said so; what was announced is posted and told to the people concerned. Broken off, it
 * goes on where it was. The product stands still meanwhile: what is written during the copy looks like a difference. A second
 * upgrade at the same time waits for the first.
 * @returns whether the database is at this version now
 */
export function upgrade(parts: Upgrade): Promise<boolean> {
  const dbName = mongoose.connection.db?.databaseName;
  if (dbName === undefined) throw new Error("not connected");
  return withRequestId(migrationsRequestId, () =>
    inTurn({ ...parts, dbName }, (lease) => upgradeAll({ ...parts, dbName }, lease)),
  );
}

async function upgradeAll(parts: Upgrade & { dbName: string }, lease: WorkLease): Promise<boolean> {
  const { migrations, show } = parts;
  const { pending } = await readMigrationState(migrations);
  show(pending.length === 0 ? "No migration is pending." : `Pending: ${pending.map(nameOf).join(", ")}.`);
  // What an upgrade that was broken off has still to post was announced then.
  const unposted = new Set((await openCorrections()).flatMap(({ numbers }) => numbers));
  const announcing = migrations.filter((one) => pending.includes(one) || unposted.has(one.number));

  const { statementsCount, unannounced, corrections } = await rehearsedBeside(parts, announcing);
  if (unannounced.length > 0) {
    await showUnannounced(unannounced, show);
    return false;
  }
  const outcome =
    corrections.length === 0 ? "all the same, to the fen" : `${corrections.length} members' differ, as announced`;
  show(`${statementsCount} statements compared: ${outcome}.`);

  // What was rehearsed is true of the database only as long as no other upgrade has had its turn.
  await lease.confirm();
  await buildIndexes();
  await noteCorrections(corrections, announcing);
  await runMigrations({ ...parts, mayChangeStatements: true });
  const told = await postCorrections(parts);
  show(told === 0 ? "The database is at this version." : `The database is at this version. ${told} members are told.`);
  return true;
}

/** Rehearses on a copy, which the process is connected to meanwhile, and comes back to the database itself. */
async function rehearsedBeside(parts: Upgrade & { dbName: string }, announcing: readonly Migration[]) {
  try {
    const rehearsed = await rehearse(parts);
    return { statementsCount: rehearsed.statementsCount, ...judge(rehearsed, announcing) };
  } finally {
    await connect(parts.uri, { dbName: parts.dbName });
  }
}

async function showUnannounced(differences: readonly StatementDifference[], show: Upgrade["show"]): Promise<void> {
  const shown = differences.slice(0, shownMax);
  const names = await findMembers([...new Set(shown.map(({ memberId }) => memberId))]);
  show("Statements would come out differently, and no migration has announced it:");
  for (const { memberId, period, lineId, beforeFen, afterFen } of shown) {
    const who = `${names.get(memberId)?.name ?? memberId} (${memberId}) ${period}`;
    const [before, after] = [beforeFen, afterFen].map((fen) => (fen === null ? "nothing" : amountText(fen)));
    const gain = signedAmountText((afterFen ?? 0) - (beforeFen ?? 0));
    show(`  ${who}, ${lineId ?? "total"}: ${before} → ${after} (${gain})`);
  }
  if (differences.length > shown.length) show(`  … and ${differences.length - shown.length} more.`);
  show("Nothing was changed. If people were working meanwhile, stop the product and run this again.");
}

const nameOf = ({ number, name }: Migration): string => `${number} ${name}`;
