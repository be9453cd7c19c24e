import { sales as en } from "../en/saleForms";
import { sales as zh } from "../zhCN/saleForms";

export const saleFormsWords = { zh: { sales: zh }, en: { sales: en } };
