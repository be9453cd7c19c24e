import { ofMainPages } from "../../area";
import { queue } from "../../zhCN/queue";

export const queueWords = ofMainPages({ queue });
