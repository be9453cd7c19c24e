import { searchAsked } from "./answerShapes/search";
import { caller } from "./http";

const call = caller(searchAsked);

export const search = (words: string) => call("search.find", { query: { words } });
