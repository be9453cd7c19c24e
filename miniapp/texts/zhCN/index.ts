import { common } from "./common";
import { customers } from "./customers";
import { earnings } from "./earnings";
import { errors } from "./errors";
import { errorsReading } from "./errorsReading";
import { field } from "./field";
import { me } from "./me";
import { queue } from "./queue";
import { sales } from "./sales";
import { status } from "./status";
import { today } from "./today";

/** The source: it defines the keys that every other language must have. */
export const zhCN = {
  common,
  customers,
  earnings,
  errors,
  errorsReading,
  field,
  me,
  queue,
  sales,
  status,
  today,
};
