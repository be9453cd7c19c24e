import { ofMainPages } from "../../area";
import { companions } from "../../zhCN/companions";

export const companionsWords = ofMainPages({ companions });
