/** What keeps a plan from being published: where, what, and for formulas which characters. */
export interface PlanFault {
  /** `components.commission.amount`, `tables.佣金阶梯.rows.1`, `examples.…` */
  path: string;
  code: string;
  message: string;
  from?: number;
  to?: number;
}

export const fault = (path: string, code: string, message: string): PlanFault => ({ path, code, message });
