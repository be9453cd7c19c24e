/** As `errors`: of reports. */
export const reportErrors = {
  "refusal.unknown": "这一条已经过了保存期。没有别的变化。回清单刷新一下。",
  "report.tooMany": "你今天已经报告了 20 次，这一次没有发出去。你填的都在。明天再报告，或者直接告诉管理员。",
  "report.unknown": "找不到这份报告。什么都没有改。回清单看看。",
};
