import { ofMainPages } from "../../area";
import { verdict } from "../../zhCN/verdict";

export const verdictWords = ofMainPages({ verdict });
