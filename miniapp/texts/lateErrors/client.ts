import { clientErrors as en } from "../en/clientErrors";
import { clientErrors as zh } from "../zhCN/clientErrors";

export const clientErrors = { zh, en };
