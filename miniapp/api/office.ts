import type { OfficeTab } from "@shared/domain/office";
import { officeAsked } from "./answerShapes/office";
import { caller } from "./http";

const call = caller(officeAsked);

export const readOfficeRows = (tab: OfficeTab) => call("office.rows", { params: { tab } });
