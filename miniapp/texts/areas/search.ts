import { search as en } from "../en/search";
import { search as zh } from "../zhCN/search";

export const searchWords = { zh: { search: zh }, en: { search: en } };
