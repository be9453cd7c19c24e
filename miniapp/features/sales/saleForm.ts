import { fenOfYuanText } from "@shared/domain/money";
import { saleFaults } from "@shared/domain/sale";
import type { BusinessDay } from "@shared/domain/time";
import type { ErrorCode } from "@shared/errors";

/** What is typed; ids belong to the form, so that sending it again after a lost answer is the same sale. */
export interface SaleForm {
  commandId: string;
  saleId: string;
  customerId: string;
  /** Yuan as typed. */
  amount: string;
  /** As chosen by the person; empty: the day on which it is sent. */
  signedOn: BusinessDay;
  /** When the first of it was typed; empty before that. */
  begunOn: BusinessDay;
  contractNo: string;
}

/** From top to bottom. */
export const saleFields = ["customerId", "amount", "signedOn", "contractNo"] as const;
export type SaleField = (typeof saleFields)[number];

/** By field: a rule's code, or "missing" where nothing usable stands there. */
export type FormFaults = Partial<Record<SaleField, ErrorCode | "missing">>;

/** Fen of what is typed; null while it is no amount above 0. */
export function amountOf(form: Pick<SaleForm, "amount">): number | null {
  const fen = fenOfYuanText(form.amount);
  return fen !== null && fen > 0 ? fen : null;
}

/** Keeps digits and one decimal point with two places behind it; full-width digits count as digits. */
export function tidiedAmount(typed: string): string {
  const narrow = typed.replace(/[０-９．。]/g, (sign) =>
    /[．。]/.test(sign) ? "." : String(sign.charCodeAt(0) - 0xff10),
  );
  const [whole = "", ...rest] = narrow.replace(/[^\d.]/g, "").split(".");
  const digits = whole.replace(/^0+(?=\d)/, "").slice(0, 13);
  return rest.length === 0 ? digits : `${digits || "0"}.${rest.join("").slice(0, 2)}`;
}

/** The day that a sale sent today is signed on. */
export const signedOnOf = (form: Pick<SaleForm, "signedOn">, today: BusinessDay): BusinessDay => form.signedOn || today;

/** The same rules as the server's, and what only a form can get wrong. */
export function formFaults(form: SaleForm, today: BusinessDay): FormFaults {
  const faults: FormFaults = {};
  if (form.customerId === "") faults.customerId = "missing";
  const amountFen = amountOf(form);
  if (amountFen === null) faults.amount = "missing";
  if (form.contractNo.trim().length > 60) faults.contractNo = "missing";
  const draft = { customerId: form.customerId, amountFen: amountFen ?? 1, signedOn: signedOnOf(form, today) };
  for (const fault of saleFaults(draft, today)) {
    faults[fault.field === "amountFen" ? "amount" : fault.field] ??= fault.code;
  }
  return faults;
}
