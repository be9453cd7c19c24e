export { formulaOf, formulaText } from "./formulaText";
export { type SentenceNames, sentenceOf } from "./sentence";
