type Language = "zh-CN" | "en";

/** What is usually wrong with a sale that is returned, offered to whoever returns it. */
const reasons = {
  amount: { "zh-CN": "金额和合同不一致", en: "The amount differs from the contract" },
  customer: { "zh-CN": "客户选错了", en: "Wrong client" },
  contract: { "zh-CN": "合同号不对", en: "Wrong contract number" },
  date: { "zh-CN": "签单日不对", en: "Wrong signing day" },
} as const satisfies Record<string, Record<Language, string>>;

/** What was offered once, and is still read where it was chosen: a contract's number may be left out. */
const formerReasons = [{ "zh-CN": "缺合同号", en: "The contract number is missing" }];

export const returnReasonsIn = (language: Language): Record<keyof typeof reasons, string> => ({
  amount: reasons.amount[language],
  customer: reasons.customer[language],
  contract: reasons.contract[language],
  date: reasons.date[language],
});

/** A reason as its reader reads it: one of those that are offered in the reader's language, anything else as it was written. */
export function returnReasonFor(reason: string, language: Language): string {
  const offered = [...Object.values(reasons), ...formerReasons].find((one) =>
    Object.values<string>(one).includes(reason),
  );
  return offered ? offered[language] : reason;
}
