export { formulaOf, formulaText } from "./formulaText";
export { tableRows } from "./tableRows";
export { type SentenceNames, sentenceOf } from "./sentence";
