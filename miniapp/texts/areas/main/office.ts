import { ofMainPages } from "../../area";
import { office } from "../../zhCN/office";

export const officeWords = ofMainPages({ office });
