export { formulaOf, formulaText } from "./formulaText";
export { dueText, exampleText, kindText, ruleText } from "./planText";
export { poolText } from "./poolText";
export { tableRows } from "./tableRows";
export { type SentenceNames, sentenceOf } from "./sentence";
