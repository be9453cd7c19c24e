import { searchShapes } from "./answerShapes/search";
import { caller } from "./http";

const call = caller(searchShapes);

export const search = (words: string) => call("search.find", { query: { words } });
