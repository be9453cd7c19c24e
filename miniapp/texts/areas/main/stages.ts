import { ofMainPages } from "../../area";
import { stages } from "../../zhCN/stages";

export const stagesWords = ofMainPages({ stages });
