import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { SaleView } from "@shared/contracts";
import { judgeAmount, refusedAtTimes } from "@shared/domain/sale";
import { answerShapes } from "@/api/answerShapes";
import { ApiError } from "@/api/apiError";
import { onConnection, readConnection } from "@/api/connection";
import { readMe } from "@/api/me";
import { previewSale, resubmitSale, submitSale } from "@/api/sales";
import { reckonTime } from "@/api/serverClock";
import { readReceipt } from "@/api/statements";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import { type Command, useCommand } from "@/features/command/useCommand";
import { type Draft, peekDraft, takeDraft, useDraft } from "@/features/draft/useDraft";
import { useCustomers } from "@/features/customers/useCustomers";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useMe } from "@/features/session/useMe";
import { businessDayNow, useBusinessDay } from "@/features/time";
import { useWords } from "@/texts";
import {
  amountFault,
  amountOf,
  type FormFaults,
  formFaults,
  type SaleField,
  saleFields,
  type SaleForm,
  signedOnOf,
  usualLimitFen,
} from "./saleForm";
import { previewAnswered, previewOf, type SalePreview } from "./salePreview";
import { useSale } from "./useSale";
import { useWithdraw } from "./useWithdraw";

export interface SaleFormState {
  draft: Draft<SaleForm>;
  today: string;
  /** The chosen day, else today. */
  signedOn: string;
  /**
   * What the person should know about a day that nobody chose: it has moved on since the form was begun ("followed", from that
   * day), or this phone reckons it without the server ("reckoned").
   */
  dayNote: { kind: "followed"; from: string } | { kind: "reckoned" } | null;
  amountFen: number | null;
  faults: FormFaults;
  /** The largest sum that is taken, where what is typed is more. */
  tooLargeFrom: number | null;
  /** The sale that was returned and is corrected here. */
  returned: SaleView | null;
  /** Of reading it: before that nothing can be corrected. */
  old: QueryView<unknown> | null;
  /** The sale to be corrected is not returned any more: it was sent or decided meanwhile. */
  notReturned: boolean;
  /** What was sent has arrived before, as this sale; null where that is not so. */
  arrivedSaleId: string | null;
  preview: SalePreview | "needsAmount" | "unavailable" | "loading";
  /** The sum is above the company's limit: the person is asked whether it is meant. */
  asked: { limitFen: number; forget: () => void } | null;
  /** A sale of mine that this one may be, written down twice: the person is asked whether it is. */
  repeated: { saleId: string; submittedAt: string; forget: () => void } | null;
  /** The amount's field has been left. */
  leaveAmount: () => void;
  /** The answer, or the first field from the top that is wrong; null where no answer came. */
  submit: (seen?: Seen) => Promise<SaleView | SaleField | null>;
  command: Command<SentSale, SaleView | "dayMoved">;
  withdraw: Command<SaleView, SaleView>;
}

/** What the person was asked about this sale and has answered: the sum is meant, it is not the earlier one. */
export interface Seen {
  largeAmount?: boolean;
  repeat?: boolean;
}

interface SentSale extends SaleForm {
  seen: Seen;
}

/**
 * Recording a sale, or correcting one that was returned.
 * @param given the client where somebody comes from, the returned sale, or one whose fields a new sale begins with
 */
export function useSaleForm(given: {
  customerId?: string | undefined;
  saleId?: string | undefined;
  likeSaleId?: string | undefined;
}): SaleFormState {
  const { t } = useWords();
  const today = useBusinessDay();
  const old = useSale(given.saleId ?? "");
  const returned = old.data?.sale.state === "returned" ? old.data.sale : null;
  // Each client has an own draft: what was typed for one is not offered as another's.
  const like = useSale(given.likeSaleId ?? "").data?.sale;
  const clients = useCustomers().data;
  const nameOf = ({ customerId }: SaleForm) =>
    clients?.find((client) => client.customerId === customerId)?.shortName ?? (returned ?? like)?.customerName;
  const draft = useDraft(`sale:${given.saleId ?? given.likeSaleId ?? given.customerId ?? "new"}`, emptySale, nameOf);
  const [faults, setFaults] = useState<FormFaults>({});
  const [asking, setAsking] = useState(false);
  const [amountLeft, setAmountLeft] = useState(false);
  const limitFen = useMe().data?.company.saleLimitFen ?? usualLimitFen;
  const { form, offer } = draft;
  const signedOn = signedOnOf(form, today);

  const isNew = given.saleId === undefined && given.likeSaleId === undefined;
  // Begun without a client's page and for this client: it is the same sale.
  useEffect(() => {
    if (!isNew || !given.customerId || draft.begun) return;
    const kept = keptFor(given.customerId, "new");
    if (kept) draft.adopt(kept);
  }, [isNew, given.customerId, draft]);
  useEffect(() => {
    if (given.customerId && form.customerId === "") offer({ customerId: given.customerId });
  }, [given.customerId, form.customerId, offer]);
  useEffect(() => {
    // The fields as they were, unless a correction has begun already.
    if (returned && form.amount === "" && form.customerId === "") offer(formOf(returned));
  }, [returned, form.amount, form.customerId, offer]);

  useEffect(() => {
    if (like && form.amount === "" && form.customerId === "") offer(formOf(like));
  }, [like, form.amount, form.customerId, offer]);

  const { reached } = useSyncExternalStore(onConnection, readConnection, readConnection);
  const amountFen = amountOf(form);
  const preview = usePreview({ ...form, signedOn }, amountFen, today);
  const command = useCommand(
    async (commandId: string, sent: SentSale): Promise<SaleView | "dayMoved"> => {
      // A day that nobody chose is the server's at this moment, and one that the person has seen.
      if (form.signedOn === "" && (await surelyToday()) !== sent.signedOn) return "dayMoved";
      const body = bodyOf(sent, commandId);
      const { sale } = returned
        ? await resubmitSale(returned.saleId, { ...body, revision: returned.revision })
        : await submitSale({ ...body, saleId: sent.saleId, ...(sent.seen.repeat && { repeatSeen: true }) });
      vibrate("light");
      draft.drop();
      void queryClient.invalidateQueries();
      return sale;
    },
    { idOfForm: form.commandId },
  );
  const withdraw = useWithdraw();

  const marked = refusedFields(command.error);
  const correcting = given.saleId !== undefined;
  const code = command.error instanceof ApiError ? command.error.code : null;
  const repeated = code === "sale.maybeRepeated" ? earlierSale(command.error) : null;
  const arrived = code === "command.reused" || code === "sale.alreadySubmitted" || code === "sale.alreadyConfirmed";
  return {
    old: correcting ? old : null,
    notReturned: correcting && old.data !== undefined && !returned,
    arrivedSaleId: arrived ? (given.saleId ?? form.saleId) : null,
    draft: {
      ...draft,
      change: (part) => {
        // What was typed at the chosen client's own page goes on here, unless something else has been typed.
        const kept =
          isNew && !given.customerId && part.customerId && form.amount === ""
            ? keptFor(part.customerId, part.customerId)
            : null;
        const change = kept ? draft.adopt : draft.change;
        change({ ...(form.begunOn === "" && { begunOn: today }), ...kept, ...part });
      },
    },
    today,
    signedOn,
    dayNote: form.signedOn === "" ? dayNoteOf(form, today, reached) : null,
    amountFen,
    faults: { ...marked, ...standing(faults, form, signedOn, today, amountLeft, limitFen) },
    tooLargeFrom: amountFen !== null && isRefused(amountFen, limitFen) ? limitFen * refusedAtTimes : null,
    returned,
    preview,
    repeated: repeated && { ...repeated, forget: command.forget },
    command:
      command.failure && Object.keys(marked).length > 0
        ? { ...command, failure: { ...command.failure, sentence: t.errors["input.invalid"] } }
        : command,
    withdraw,
    asked: asking ? { limitFen, forget: () => setAsking(false) } : null,
    leaveAmount: () => setAmountLeft(true),
    async submit(seen = {}) {
      setAsking(false);
      const found = formFaults(form, today, limitFen);
      setFaults(found);
      const first = saleFields.find((field) => found[field]);
      if (first) return first;
      if (!seen.largeAmount && judgeAmount(amountFen ?? 0, limitFen) === "ask") {
        setAsking(true);
        return null;
      }
      const answer = await command.run({ ...form, signedOn, seen });
      return answer === "dayMoved" ? "signedOn" : answer;
    },
  };
}

/** A new sale of this client that was begun elsewhere, fields of another version left out. @param name the draft's, after `sale:` */
function keptFor(customerId: string, name: string): Partial<SaleForm> | null {
  const key = `sale:${name}`;
  const { customerId: of, amount } = peekDraft(key) ?? {};
  if (typeof amount !== "string" || amount === "" || (of !== customerId && name === "new")) return null;
  const kept = takeDraft(key) ?? {};
  const fields = Object.entries(emptySale()).filter(([field, value]) => typeof kept[field] === typeof value);
  // The form's own names, each with a value of its kind.
  return { ...Object.fromEntries(fields.map(([field]) => [field, kept[field]])), customerId };
}

const isRefused = (amountFen: number, limitFen: number): boolean => judgeAmount(amountFen, limitFen) === "refuse";

const emptySale = (): SaleForm => ({
  commandId: newId(),
  saleId: newId(),
  customerId: "",
  amount: "",
  signedOn: "",
  begunOn: "",
  contractNo: "",
});

/** What was found at the last try and is still so: a field that has been put right is not blamed any longer. */
function standing(
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

/** The fields that the server did not take, where this form shows them. */
function refusedFields(error: unknown): FormFaults {
  const faults: FormFaults = {};
  for (const { field } of error instanceof ApiError && error.code === "input.invalid" ? error.fields : []) {
    const shown = field === "amountFen" ? "amount" : field;
    if (shown === "customerId" || shown === "amount" || shown === "contractNo") faults[shown] = "missing";
  }
  return faults;
}

/** Which sale the server has found this one equal to. */
function earlierSale(error: unknown): { saleId: string; submittedAt: string } | null {
  const { saleId, submittedAt } = ((error as ApiError).details.earlier ?? {}) as Record<string, unknown>;
  return typeof saleId === "string" && typeof submittedAt === "string" ? { saleId, submittedAt } : null;
}

/** Today by the server's word: where this phone only reckons, an answer is waited for. Fails where none comes. */
async function surelyToday(): Promise<string> {
  if (reckonTime().kind !== "anchored") await readMe();
  return businessDayNow();
}

function dayNoteOf({ begunOn }: SaleForm, today: string, reached: boolean): SaleFormState["dayNote"] {
  if (begunOn !== "" && begunOn !== today) return { kind: "followed", from: begunOn };
  return !reached && reckonTime().kind !== "anchored" ? { kind: "reckoned" } : null;
}

const formOf = (sale: SaleView): Partial<SaleForm> => ({
  customerId: sale.customerId,
  amount: `${Math.floor(sale.amountFen / 100)}${sale.amountFen % 100 === 0 ? "" : `.${String(sale.amountFen % 100).padStart(2, "0")}`}`,
  signedOn: sale.signedOn,
  contractNo: sale.contractNo ?? "",
});

const bodyOf = (form: SentSale, commandId: string) => ({
  commandId,
  customerId: form.customerId,
  amountFen: amountOf(form) ?? 0,
  signedOn: form.signedOn,
  contractNo: form.contractNo.trim() || null,
  ...(form.seen.largeAmount && { largeAmountSeen: true }),
});

/** How long nobody has typed before the server is asked. */
const settledMs = 300;

/** By the server as soon as it has answered for what stands there; until then computed on this phone, at every key. */
function usePreview(form: SaleForm, amountFen: number | null, today: string): SaleFormState["preview"] {
  const period = today.slice(0, 7);
  const receipt = useApiQuery(["receipt", period], () => readReceipt(period), {
    enabled: today !== "",
    keep: answerShapes["statements.receipt"],
  });
  const { saleId, customerId, signedOn } = form;
  const { language } = useWords();
  const asked = { customerId, amountFen: amountFen ?? 0, signedOn };
  const key = ["salePreview", customerId, String(amountFen), signedOn, today, language];
  const isSettled = useSettled(key.join(" "), settledMs);
  const complete = customerId !== "" && amountFen !== null && signedOn !== "";
  const answer = useApiQuery(key, () => previewSale(asked), { enabled: complete && isSettled });
  return useMemo(() => {
    if (amountFen === null) return "needsAmount";
    if (complete && answer.data) return previewAnswered(answer.data);
    if (!receipt.data) return receipt.state === "failed" ? "unavailable" : "loading";
    const sale = { saleId, customerId, amountFen, signedOn, countsOn: today };
    return previewOf(receipt.data.receipt, sale, language) ?? "unavailable";
  }, [complete, answer.data, receipt.data, receipt.state, saleId, customerId, signedOn, amountFen, today, language]);
}

/** Whether a text has stayed the same for so long. */
function useSettled(text: string, forMs: number): boolean {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), forMs);
    return () => clearTimeout(timer);
  }, [text, forMs]);
  return settled === text;
}
