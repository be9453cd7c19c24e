import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { AnswerOf, SaleView } from "@shared/contracts";
import type { QueueProblem } from "@shared/domain/commandQueue";
import { judgeAmount, type Large, largeThan, refusedAtTimes } from "@shared/domain/sale";
import { saleAskedBy } from "@shared/domain/saleQuestion";
import { ApiError } from "@/api/apiError";
import { onConnection, readConnection } from "@/api/connection";
import { readMe } from "@/api/me";
import { reckonTime } from "@/api/serverClock";
import { vibrate } from "@/platform/haptics";
import { wasOnline } from "@/platform/network";
import { newId } from "@/platform/newId";
import { withinTime } from "@/platform/timeLimit";
import type { Command } from "@/features/command/useCommand";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { failureOf } from "@/features/failure";
import { additionOf } from "@/features/customers/queuedClients";
import { useCustomers } from "@/features/customers/useCustomers";
import type { QueryView } from "@/features/query/useApiQuery";
import { commandQueue, errorOf } from "@/features/queue/commandQueue";
import type { QueueEntry } from "@/features/queue/createQueue";
import { useQueueOfForm } from "@/features/queue/useQueue";
import { useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { useComeBackTo } from "@/features/session/comeBack";
import { useSession } from "@/features/session/sessionStore";
import { useMe } from "@/features/session/useMe";
import { businessDayNow, useBusinessDay } from "@/features/time";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import type { Failure } from "@/ui";
import { type EqualSale, equalAmong, equalWaiting, largestAmong } from "./equalSales";
import { letGo, saleOf } from "./queuedSales";
import {
  amountOf,
  type FormFaults,
  formFaults,
  formOf,
  type SaleField,
  saleFields,
  type SaleForm,
  signedOnOf,
  standing,
  usualLimitFen,
} from "./saleForm";
import { saleDraftOf, takeBegun } from "./saleDrafts";
import { type SalePreviewState, useSalePreview } from "./useSalePreview";
import { useKnownSales, useSale } from "./useSale";
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
  preview: SalePreviewState;
  /** The sum is large: the person is asked whether it is meant. `than`: more than what, as far as it is known. */
  asked: { than: Large | null; forget: () => void } | null;
  /** A sale of mine that this one may be, written down twice: the person is asked whether it is. `isKept`: that one has not gone yet. */
  repeated: (EqualSale & { forget: () => void }) | null;
  /** The amount's field has been left. */
  leaveAmount: () => void;
  /**
   * Keeps it on this phone and sends it. The first field from the top that is wrong; null where it was refused, or the person is asked
   * about it.
   */
  submit: (seen?: Seen) => Promise<SentOff | SaleField | null>;
  busy: boolean;
  /** Why it was refused; null also where that is a question. */
  failure: Failure | null;
  /** What stands here was sent before, and waits on this phone. */
  queued: QueueEntry | null;
  /** It is recorded already: what stands here has done its work. */
  letGo: () => void;
  withdraw: Command<SaleView, SaleView>;
}

/** A sale that was sent: as the server has recorded it; or as it waits on this phone. */
export interface SentOff {
  sale: SaleView;
  waits: boolean;
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
 * Recording a sale, or correcting one that was returned. It goes by the queue: kept on this phone before anything else, sent at once
 * where that works.
 * @param given the client where somebody comes from, the returned sale, one whose fields a new sale begins with, or a draft
 */
export function useSaleForm(given: {
  customerId?: string | undefined;
  saleId?: string | undefined;
  likeSaleId?: string | undefined;
  draft?: string | undefined;
}): SaleFormState {
  const { t, language } = useWords();
  const today = useBusinessDay();
  const old = useSale(given.saleId ?? "");
  const returned = old.data?.sale.state === "returned" ? old.data.sale : null;
  // Each client has an own draft: what was typed for one is not offered as another's.
  const like = useSale(given.likeSaleId ?? "").data?.sale;
  const clients = useCustomers().data;
  const nameOf = ({ customerId }: SaleForm) =>
    clients?.find((client) => client.customerId === customerId)?.shortName ?? (returned ?? like)?.customerName;
  // What is corrected is one thing, wherever it stands.
  const [name] = useState(
    () => given.saleId ?? given.draft ?? saleDraftOf(given.likeSaleId ?? given.customerId ?? "new"),
  );
  const draft = useDraft(`sale:${name}`, emptySale, nameOf);
  const [faults, setFaults] = useState<FormFaults>({});
  const [asking, setAsking] = useState<{ large: Large } | { equal: EqualSale } | null>(null);
  /** What the server has said, and the person has seen. */
  const [seenRefusal, setSeenRefusal] = useState<string | null>(null);
  /** The sum that was asked about, and is meant. */
  const meantFen = useRef<number | null>(null);
  const [amountLeft, setAmountLeft] = useState(false);
  const limitFen = useMe().data?.company.saleLimitFen ?? usualLimitFen;
  const { form, offer } = draft;
  const signedOn = signedOnOf(form, today);

  // What was sent from here, where the phone had no room for its draft.
  const wasBegun = useRef(draft.begun);
  useEffect(() => {
    const sent = wasBegun.current ? null : commandQueue.list().find((entry) => entry.draft === draft.key);
    const sale = sent ? saleOf(sent) : null;
    if (sent && sale) offer({ ...formOf(sale), commandId: sent.commandId, saleId: sale.saleId });
  }, [draft.key, offer]);

  const isNew = given.saleId === undefined && given.likeSaleId === undefined && given.draft === undefined;
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
  const preview = useSalePreview({ ...form, signedOn }, amountFen, today);
  const me = useMe().data?.member;
  const command = useQueuedCommand<AnswerOf<"sales.submit">>();
  const underway = useRef<ReturnType<typeof send> | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  useComeBackTo(sentTo);
  const [isAskingDay, setAskingDay] = useState(false);
  const entries = useQueueOfForm();
  const knownSales = useKnownSales();
  const queued = entries.find(({ commandId }) => commandId === form.commandId) ?? null;

  async function send(sent: SentSale): Promise<SentOff | SaleField | null> {
    const isDayOpen = form.signedOn === "";
    if (isDayOpen) {
      setAskingDay(true);
      // A day that nobody chose is the one of this moment, and one that the person has seen.
      const isSeen = (await presentDay()) === sent.signedOn;
      setAskingDay(false);
      if (!isSeen) return "signedOn";
      // Whenever it is sent, or comes back, it is of the day on which it was recorded.
      draft.change({ signedOn: sent.signedOn });
    }
    // What comes back as a draft is what was sent, also where the program is killed before the last key is saved.
    draft.keep({ ...form, signedOn: sent.signedOn });
    const { at, kind } = reckonTime();
    const sale = foreseenSale(sent, {
      rep: { memberId: useSession.getState().memberId ?? "", name: me?.name ?? "" },
      customerName: nameOf(sent) ?? "",
      at: at.toISOString(),
      before: returned,
    });
    const isCorrection = returned !== null;
    setSentTo(routes.sale({ id: sale.saleId }));
    const told = await command.run({
      commandId: sent.commandId,
      kind: isCorrection ? "sales.resubmit" : "sales.submit",
      ...(isCorrection && { params: { saleId: returned.saleId } }),
      body: {
        ...bodyOf(sent),
        ...(isCorrection ? { revision: returned.revision } : { saleId: sent.saleId }),
        ...(!isCorrection && sent.seen.repeat && { repeatSeen: true }),
      },
      lane: sent.customerId,
      after: additionOf(commandQueue.list(), sent.customerId),
      captured: { at: at.toISOString(), kind },
      about: sale.customerName,
      shown: { sale },
      draft: draft.key,
      opens: routes.recordSale(isCorrection ? { saleId: returned.saleId } : { draft: name }),
    });
    if (!told) {
      setSentTo(null);
      const waits = commandQueue.list().some(({ commandId }) => commandId === sent.commandId);
      if (isDayOpen && !waits) draft.change({ signedOn: "" });
      return null;
    }
    vibrate("light");
    if (told.state === "kept") return { sale, waits: true };
    draft.drop();
    return { sale: told.answer.sale, waits: false };
  }
  const withdraw = useWithdraw();

  // Opened from what waits, it says why it was refused.
  const before = queued?.look === "refused" && queued.problem ? queued.problem : null;
  const refusal = command.error instanceof ApiError ? command.error : before;
  const unseen = refusal && idOf(refusal) !== seenRefusal ? refusal : null;
  const asked = unseen && saleAskedBy(unseen);
  const error = unseen && !(unseen instanceof ApiError) ? errorOf(unseen) : unseen;
  const marked = refusedFields(error);
  const correcting = given.saleId !== undefined;
  function forget() {
    setAsking(null);
    setSeenRefusal(refusal && idOf(refusal));
    command.forget();
  }
  const repeated: EqualSale | null =
    asked?.kind === "repeated"
      ? { ...asked, isKept: false }
      : asking !== null && "equal" in asking
        ? asking.equal
        : null;
  const than = asking !== null && "large" in asking ? asking.large : asked?.kind === "large" ? asked.large : undefined;
  const failure =
    error && asked?.kind !== "repeated" && asked?.kind !== "large" ? failureOf(error, { t, language }) : null;
  return {
    old: correcting ? old : null,
    notReturned: correcting && old.data !== undefined && !returned,
    arrivedSaleId: asked?.kind === "decided" ? (given.saleId ?? form.saleId) : null,
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
    repeated: repeated && { ...repeated, forget },
    failure: failure && Object.keys(marked).length > 0 ? { ...failure, sentence: t.errors["input.invalid"] } : failure,
    busy: command.busy || isAskingDay,
    queued,
    letGo: () => {
      if (queued) letGo(queued);
      draft.drop();
    },
    withdraw,
    asked: than === undefined ? null : { than, forget },
    leaveAmount: () => setAmountLeft(true),
    async submit(seen = {}) {
      setAsking(null);
      const found = formFaults(form, today, limitFen);
      setFaults(found);
      const first = saleFields.find((field) => found[field]);
      if (first) return first;
      if (seen.largeAmount) meantFen.current = amountFen;
      const isMeant = meantFen.current === amountFen;
      // As far as this phone knows; the server asks by all that there is.
      const large = isMeant ? null : largeThan(amountFen ?? 0, { limitFen, usual: largestAmong(knownSales, today) });
      if (large) {
        setAsking({ large });
        return null;
      }
      const sent = { ...form, signedOn };
      const isAway = !reached || !wasOnline();
      const equal =
        seen.repeat || correcting
          ? null
          : (equalWaiting(entries, sent) ?? (isAway ? equalAmong(knownSales, sent) : null));
      if (equal) {
        setAsking({ equal });
        return null;
      }
      underway.current ??= send({ ...form, signedOn, seen: { ...seen, largeAmount: isMeant } }).finally(
        () => (underway.current = null),
      );
      return underway.current;
    },
  };
}

/** Each refusal has a number. */
const idOf = ({ code, details }: Pick<ApiError, "code" | "details"> | QueueProblem): string =>
  `${code} ${String(details.requestId)}`;

/** The sale as it will be recorded, drawn until the server has answered. */
const foreseenSale = (
  form: SentSale,
  { rep, customerName, at, before }: Pick<SaleView, "rep" | "customerName"> & { at: string; before: SaleView | null },
): SaleView => ({
  saleId: before?.saleId ?? form.saleId,
  customerId: form.customerId,
  customerName,
  rep,
  amountFen: amountOf(form) ?? 0,
  signedOn: form.signedOn,
  contractNo: form.contractNo.trim() || null,
  state: "submitted",
  revision: (before?.revision ?? 0) + 1,
  submittedAt: at,
  confirmedAt: null,
  confirmedByName: null,
  returnReason: null,
  mayDecide: false,
  mayPraise: false,
});

/** A new sale of this client that was begun elsewhere, fields of another version left out. @param base see `saleDrafts` */
function keptFor(customerId: string, base: string): Partial<SaleForm> | null {
  const kept = takeBegun(base, customerId);
  if (!kept) return null;
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

/** The fields that the server did not take, where this form shows them. */
function refusedFields(error: unknown): FormFaults {
  const faults: FormFaults = {};
  for (const { field } of error instanceof ApiError && error.code === "input.invalid" ? error.fields : []) {
    const shown = field === "amountFen" ? "amount" : field;
    if (shown === "customerId" || shown === "amount" || shown === "contractNo") faults[shown] = "missing";
  }
  return faults;
}

/** Today by the server's word, where this phone only reckons it and has a network; else as it reckons. */
async function presentDay(): Promise<string> {
  const isReckoned = reckonTime().kind !== "anchored";
  if (isReckoned && wasOnline())
    await withinTime(readMe(), () => new ApiError("network", "no answer")).catch(() => null);
  return businessDayNow();
}

function dayNoteOf({ begunOn }: SaleForm, today: string, reached: boolean): SaleFormState["dayNote"] {
  if (begunOn !== "" && begunOn !== today) return { kind: "followed", from: begunOn };
  return !reached && reckonTime().kind !== "anchored" ? { kind: "reckoned" } : null;
}

const bodyOf = (form: SentSale) => ({
  customerId: form.customerId,
  amountFen: amountOf(form) ?? 0,
  signedOn: form.signedOn,
  contractNo: form.contractNo.trim() || null,
  ...(form.seen.largeAmount && { largeAmountSeen: true }),
});
