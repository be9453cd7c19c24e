import { call } from "./http";

export const search = (words: string) => call("search.find", { query: { words } });
