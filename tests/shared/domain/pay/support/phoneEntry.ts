/** What phones run of the engine, with what tells whether they agree with the server. */
export * from "@shared/domain/pay/phone";
export { canonicalJson } from "@shared/domain/canonicalJson";
export { tracesOf } from "@shared/domain/pay/explanation/trace";
export { sentenceOf } from "@shared/domain/pay/explanation/text";
