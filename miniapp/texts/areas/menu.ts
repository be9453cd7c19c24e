import { menu as en } from "../en/menu";
import { menu as zh } from "../zhCN/menu";

export const menuWords = { zh: { menu: zh }, en: { menu: en } };
