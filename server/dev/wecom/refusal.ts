/** WeCom says no: status 200 with this code in the envelope. */
export class Refusal extends Error {
  constructor(
    readonly errcode: number,
    readonly text: string,
  ) {
    super(`${errcode} ${text}`);
    this.name = "Refusal";
  }
}

export function refuseUnless(condition: unknown, errcode: number, text: string): asserts condition {
  if (!condition) throw new Refusal(errcode, text);
}

/** The text as WeCom words it, with the hint its support asks for. */
export function errmsgOf(refusal: Refusal, ip: string, nowMs: number): string {
  const hint = `${nowMs}${String(refusal.errcode).replace("-", "").padStart(6, "0")}`;
  const more = `https://open.work.weixin.qq.com/devtool/query?e=${refusal.errcode}`;
  return `${refusal.text}, hint: [${hint}], from ip: ${ip}, more info at ${more}`;
}
