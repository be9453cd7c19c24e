import { reportErrors as en } from "../en/reportErrors";
import { reportErrors as zh } from "../zhCN/reportErrors";

export const reportErrors = { zh, en };
