import type { ClientSession } from "mongoose";
import type { ActorName } from "@shared/domain/actor";
import { countsTwice, keysAgainst, keysOf, type OpeningBalance, openingKeyOf } from "@shared/domain/opening";
import { openingAmounts } from "@shared/domain/tables/openingRow";
import type { HeldRow, TableRecord } from "@shared/domain/tables/world";
import type { BusinessDay } from "@shared/domain/time";
import { replace } from "../../db";
import { firstPayingDay } from "../plans";
import { balanceOf, balancesInForce } from "./balances";
import { BalanceModel, type BalanceRecord } from "./openingModel";
import { refused } from "./refuse";

interface Row {
  row: number;
  record: TableRecord;
}

interface Given {
  importId: string;
  by: ActorName;
  /** Which row before these has meant each of these first: see imports. */
  meantBefore: (keys: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}

interface Planned {
  row: number;
  is: "created" | "changed" | "same" | "heldBack";
  customerId: null;
  held?: HeldRow;
  notices: never[];
}

const textIn = (record: TableRecord, field: string): string | null =>
  typeof record[field] === "string" && record[field] !== "" ? record[field] : null;

/** @throws AppError "opening.refused" as long as nobody has said from which day on the company pays here */
export async function requireFirstDay(): Promise<BusinessDay> {
  const payingOn = await firstPayingDay();
  if (payingOn === null) throw refused("noFirstDay", "no first paying day is set");
  return payingOn;
}

/**
 * What becomes of some rows: each balance is held against the one in force. A row of whoever imports, one of the first paying day or
 * later, and one that splits a balance in another way than before wait for a person; a member without a row is not spoken of.
 */
export async function planOpenings(
  rows: readonly Row[],
  { importId, by, meantBefore }: Given,
): Promise<{
  rows: Planned[];
  sums: Record<string, number>;
  meant: { key: string; row: number }[];
  write(session: ClientSession): Promise<void>;
}> {
  const payingOn = await requireFirstDay();
  const inForce = await balancesInForce(rows.map(({ record }) => String(record.member)));
  const standing = [...inForce.values()].map(balanceOf);
  const each = rows.map((row) => ({ row, balances: recordsOf(importId, row) }));
  const before = await meantBefore(
    each.flatMap(({ balances }) => balances.map(balanceOf).flatMap((one) => [...keysAgainst(one), ...keysOf(one)])),
  );
  const [meant, meantBy]: [{ key: string; row: number }[], Map<string, number>] = [[], new Map(before)];
  const sums: Record<string, number> = {};
  const add = (what: string, count: number) => (sums[what] = (sums[what] ?? 0) + count);
  const changed: BalanceRecord[] = [];
  const planned = each.map(({ row: { row, record }, balances }): Planned => {
    const held = faultIn(record, balances.map(balanceOf), { byId: by.id, payingOn, standing, meantBy });
    const common = { row, customerId: null, notices: [] };
    if (held) return { ...common, is: "heldBack", held };
    for (const key of balances.flatMap((one) => keysOf(balanceOf(one)))) {
      if (meantBy.has(key)) continue;
      meant.push({ key, row });
      meantBy.set(key, row);
    }
    add("rows", 1);
    for (const { kind, amountFen } of balances) add(kind, amountFen);
    const others = balances.flatMap((one) => {
      const before = inForce.get(openingKeyOf(balanceOf(one)));
      const changeFen = one.amountFen - (before?.amountFen ?? 0);
      return changeFen === 0 ? [] : [{ one: { ...one, changeFen }, isNew: !before }];
    });
    changed.push(...others.map(({ one }) => one));
    const is = others.length === 0 ? "same" : others.every(({ isNew }) => isNew) ? "created" : "changed";
    return { ...common, is };
  });
  return {
    rows: planned,
    sums,
    meant,
    write(session) {
      for (const one of changed) replace(BalanceModel, one, session);
      return Promise.resolve();
    },
  };
}

const recordsOf = (importId: string, { row, record }: Row): BalanceRecord[] =>
  openingAmounts(record).map(({ kind, amountFen }) => ({
    ...{ _id: `${importId}:${String(row).padStart(7, "0")}:${kind}`, schemaVersion: 1, importId, row, kind, amountFen },
    ...{ memberId: String(record.member), period: textIn(record, "period"), item: textIn(record, "document") },
    ...{ client: textIn(record, "client"), on: textIn(record, "on"), note: textIn(record, "note") },
    ...{ changeFen: amountFen, number: null },
  }));

/** Of a year or a month. */
const firstDayOf = (period: string): BusinessDay => (period.length === 4 ? `${period}-01-01` : `${period}-01`);

interface Judged {
  byId: string;
  payingOn: BusinessDay;
  /** In the accounts. */
  standing: readonly OpeningBalance[];
  /** What rows before this one hold. */
  meantBy: ReadonlyMap<string, number>;
}

function faultIn(
  record: TableRecord,
  balances: readonly OpeningBalance[],
  { byId, payingOn, standing, meantBy }: Judged,
): HeldRow | null {
  const [period, on] = [textIn(record, "period"), textIn(record, "on")];
  if (record.member === byId) return { reason: "balance_own", column: "member" };
  if (on !== null && on >= payingOn) return { reason: "balance_after_first_day", column: "on", value: on };
  // A year that has begun before it is one until then.
  if (period !== null && firstDayOf(period) >= payingOn)
    return { reason: "balance_after_first_day", column: "period", value: period };
  const twice = balances.find((one) => standing.some((other) => countsTwice(one, other)));
  if (twice) return { reason: "balance_counted_twice", column: twice.kind };
  for (const one of balances) {
    const otherRow = keysAgainst(one).flatMap((key) => meantBy.get(key) ?? [])[0];
    if (otherRow !== undefined) return { reason: "balance_two_ways", column: one.kind, otherRow };
  }
  return null;
}
