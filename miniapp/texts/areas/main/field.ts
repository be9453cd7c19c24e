import { ofMainPages } from "../../area";
import { field } from "../../zhCN/field";

export const fieldWords = ofMainPages({ field });
