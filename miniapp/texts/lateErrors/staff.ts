import { staffErrors as en } from "../en/staffErrors";
import { staffErrors as zh } from "../zhCN/staffErrors";

export const staffErrors = { zh, en };
