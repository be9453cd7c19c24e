import { call } from "./http";

/** @param words empty: those of one's team */
export const findColleagues = (words: string) => call("companions.find", { query: words === "" ? {} : { words } });
export const readNamed = (companionId: string) => call("companions.read", { params: { companionId } });
