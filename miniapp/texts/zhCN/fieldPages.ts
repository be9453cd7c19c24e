import { companions } from "./companions";
import { notes } from "./notes";
import { proof } from "./proof";
import { review } from "./review";
import { stages } from "./stages";
import { verdict } from "./verdict";
import { visitSteps } from "./visitSteps";

/** What pages of field work say that 今日 does not wait for: in the mini-program they are in the main package. */
export const zhFieldPages = { companions, notes, proof, review, stages, verdict, visitSteps };
