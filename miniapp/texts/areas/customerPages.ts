import { customerPages as en } from "../en/customerPages";
import { customerPages as zh } from "../zhCN/customerPages";

export const customerPagesWords = { zh: { customerPages: zh }, en: { customerPages: en } };
