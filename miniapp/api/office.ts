import type { OfficeTab } from "@shared/domain/office";
import { call } from "./http";

export const readOfficeRows = (tab: OfficeTab) => call("office.rows", { params: { tab } });
