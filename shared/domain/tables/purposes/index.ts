import { collectionsPurpose } from "./collections";
import { customersPurpose } from "./customers";
import { membersPurpose } from "./members";
import { openingPurpose } from "./opening";
import { payrollPurpose } from "./payroll";
import type { Purpose } from "./purpose";
import { salesPurpose } from "./sales";
import { targetsPurpose } from "./targets";
import { visitsPurpose } from "./visits";

export type { ColumnKind, Purpose, PurposeColumn } from "./purpose";

/** All that a table can be read for. */
export const tablePurposes: readonly Purpose[] = [
  salesPurpose,
  collectionsPurpose,
  payrollPurpose,
  targetsPurpose,
  membersPurpose,
  visitsPurpose,
  customersPurpose,
  openingPurpose,
];

export const purposeOf = (code: string): Purpose | undefined => tablePurposes.find((purpose) => purpose.code === code);
