export type * from "./plan";
export type * from "./fact";
export type * from "./memberBook";
export type * from "./statement";
export type * from "./trace";

/** Language of sentences and formulas. */
export type Language = "zh-CN" | "en";
