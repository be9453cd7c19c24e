import { salePages as en } from "../en/salePages";
import { salePages as zh } from "../zhCN/salePages";

export const salePagesWords = { zh: { salePages: zh }, en: { salePages: en } };
