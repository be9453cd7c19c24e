import type { OfficeTab } from "@shared/domain/office";
import { officeShapes } from "./answerShapes/office";
import { caller } from "./http";

const call = caller(officeShapes);

export const readOfficeRows = (tab: OfficeTab) => call("office.rows", { params: { tab } });
