import type { SaleView } from "@shared/contracts";
import { lengthSeen } from "@shared/domain/invisible";
import { saleFaults } from "@shared/domain/sale";
import type { BusinessDay } from "@shared/domain/time";
import { fenOfTypedAmount, mayBecomeAmount } from "@shared/domain/typedAmount";
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

/** By field: a rule's code, "missing" where nothing stands there, or "noSum" where what stands there is no amount. */
export type FormFaults = Partial<Record<SaleField, ErrorCode | "missing" | "noSum">>;

/** Before the server has said what this company's limit is: its own default. */
export const usualLimitFen = 10_000_000_000;

/** Fen of what is typed; null while it is no amount above 0. */
export function amountOf(form: Pick<SaleForm, "amount">): number | null {
  const fen = fenOfTypedAmount(form.amount);
  return fen !== null && fen > 0 ? fen : null;
}

/**
 * What is wrong with the amount while it is typed: said at once where it can no longer become one, and where the person has gone
 * on, or sent it, in every case. What was typed stays as it was typed.
 */
export function amountFault(form: Pick<SaleForm, "amount">, left: boolean): "noSum" | null {
  if (form.amount.trim() === "" || amountOf(form) !== null) return null;
  return left || !mayBecomeAmount(form.amount) ? "noSum" : null;
}

/** The day that a sale sent today is signed on. */
export const signedOnOf = (form: Pick<SaleForm, "signedOn">, today: BusinessDay): BusinessDay => form.signedOn || today;

/** The same rules as the server's, and what only a form can get wrong. */
export function formFaults(form: SaleForm, today: BusinessDay, limitFen: number): FormFaults {
  const faults: FormFaults = {};
  if (form.customerId === "") faults.customerId = "missing";
  const amountFen = amountOf(form);
  if (amountFen === null) faults.amount = amountFault(form, true) ?? "missing";
  if (lengthSeen(form.contractNo.trim()) > 60) faults.contractNo = "missing";
  const draft = { customerId: form.customerId, amountFen: amountFen ?? 1, signedOn: signedOnOf(form, today) };
  // About a large sum the person is asked before it is sent: see `useSaleForm`.
  for (const fault of saleFaults({ ...draft, largeAmountSeen: true }, today, { limitFen })) {
    faults[fault.field === "amountFen" ? "amount" : fault.field] ??= fault.code;
  }
  return faults;
}

/** What was found at the last try and is still so: a field that has been put right is not blamed any longer. */
export function standing(
  found: FormFaults,
  form: SaleForm,
  signedOn: string,
  today: string,
  amountLeft: boolean,
  limitFen: number,
): FormFaults {
  const now = formFaults({ ...form, signedOn }, today, limitFen);
  const still = saleFields.filter((field) => found[field] && now[field]).map((field) => [field, now[field]]);
  const typing = amountFault(form, amountLeft);
  // Too much is said at once; what is missing when it is sent.
  return {
    ...(typing && { amount: typing }),
    ...(now.amount === "sale.amountTooLarge" && { amount: now.amount }),
    ...(now.contractNo && { contractNo: now.contractNo }),
    ...(Object.fromEntries(still) as FormFaults),
  };
}

/** A sale's fields as somebody types them. */
export const formOf = (sale: SaleView): Partial<SaleForm> => ({
  customerId: sale.customerId,
  amount: `${Math.floor(sale.amountFen / 100)}${sale.amountFen % 100 === 0 ? "" : `.${String(sale.amountFen % 100).padStart(2, "0")}`}`,
  signedOn: sale.signedOn,
  contractNo: sale.contractNo ?? "",
});
