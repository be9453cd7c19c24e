import type { EnglishTexts } from "../texts";
import { auth } from "./auth";
import { common } from "./common";
import { companions } from "./companions";
import { customers } from "./customers";
import { earnings } from "./earnings";
import { errors } from "./errors";
import { errorsReading } from "./errorsReading";
import { field } from "./field";
import { me } from "./me";
import { notes } from "./notes";
import { office } from "./office";
import { proof } from "./proof";
import { queue } from "./queue";
import { review } from "./review";
import { sales } from "./sales";
import { stages } from "./stages";
import { status } from "./status";
import { today } from "./today";
import { verdict } from "./verdict";
import { visitSteps } from "./visitSteps";

/** The first words, and what the main pages say: a browser loads them in one file. */
export const en: EnglishTexts = {
  auth,
  common,
  companions,
  customers,
  earnings,
  errors,
  errorsReading,
  field,
  me,
  notes,
  office,
  proof,
  queue,
  review,
  sales,
  stages,
  status,
  today,
  verdict,
  visitSteps,
};
