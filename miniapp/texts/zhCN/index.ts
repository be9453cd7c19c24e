import { common } from "./common";
import { customers } from "./customers";
import { errors } from "./errors";
import { errorsReading } from "./errorsReading";
import { sales } from "./sales";
import { status } from "./status";
import { today } from "./today";

/** The first words, which whoever opens 今日 loads; the rest are areas (texts/areas). It defines the keys that every other language must have. */
export const zhCN = {
  common,
  customers,
  errors,
  errorsReading,
  sales,
  status,
  today,
};
