import { ofMainPages } from "../../area";
import { review } from "../../zhCN/review";

export const reviewWords = ofMainPages({ review });
