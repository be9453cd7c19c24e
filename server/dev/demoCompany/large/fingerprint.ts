import { createHash } from "node:crypto";
import { canonicalJson } from "@shared/domain/pay";
import { CreditModel, type CreditRecord } from "../../../features/statements/creditModel";
import { FactModel, type FactRecord } from "../../../features/statements/factModel";
import { StatementModel, type StatementRecord } from "../../../features/statements/statementModel";

/** SHA-256 over what pays: facts, credits and statements by their ids, without when they were written. */
export async function fingerprintOfPay(): Promise<string> {
  const hash = createHash("sha256");
  const byId = { sort: { _id: 1 } } as const;
  for await (const { fact } of FactModel.find({}, null, byId).lean<FactRecord[]>().cursor()) hash.update(lineOf(fact));
  for await (const { _id, amountFen } of CreditModel.find({}, null, byId).lean<CreditRecord[]>().cursor())
    hash.update(lineOf({ _id, amountFen }));
  for await (const record of StatementModel.find({}, null, byId).lean<StatementRecord[]>().cursor())
    hash.update(lineOf([record.statement as unknown, record.given as unknown]));
  return hash.digest("hex");
}

const lineOf = (value: unknown): string => `${canonicalJson(value)}\n`;
