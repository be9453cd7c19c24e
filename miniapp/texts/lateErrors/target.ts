import { targetErrors as en } from "../en/targetErrors";
import { targetErrors as zh } from "../zhCN/targetErrors";

export const targetErrors = { zh, en };
