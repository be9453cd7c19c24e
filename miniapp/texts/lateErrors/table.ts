import { tableErrors as en } from "../en/tableErrors";
import { tableErrors as zh } from "../zhCN/tableErrors";

export const tableErrors = { zh, en };
