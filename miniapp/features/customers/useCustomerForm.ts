import { useEffect, useState } from "react";
import { canonicalJson } from "@shared/domain/canonicalJson";
import { creditCodeOf } from "@shared/domain/creditCode";
import { nameForm } from "@shared/domain/customerSearch";
import { normalisedPhone } from "@shared/domain/phone";
import { ApiError } from "@/api/apiError";
import { editCustomer } from "@/api/clients";
import { findSimilar } from "@/api/customers";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import { useCommand } from "@/features/command/useCommand";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { openDraftOf } from "@/features/queue/queuedDrafts";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useSettled } from "@/features/query/useSettled";
import { changedMeanwhile, type Choices, mergedOf, type OtherPart } from "./customerConflict";
import {
  type CustomerFaults,
  type CustomerForm,
  customerFaults,
  editBodyOf,
  emptyCustomer,
  formOf,
  sitesOfEarlier,
} from "./customerForm";
import type { SimilarCustomer } from "./queuedClients";
import { type AddClient, useAddClient } from "./useAddClient";
import { type CustomerPage, useCustomer } from "./useCustomer";

export type { SimilarCustomer } from "./queuedClients";

/** For people and places that are added on a page, which makes no ids itself. */
export const newPartId = newId;

export interface CustomerFormState {
  draft: Draft<CustomerForm>;
  isNew: boolean;
  /** The client as it stands; null for a new one. */
  old: QueryView<CustomerPage> | null;
  faults: CustomerFaults;
  /** Clients that this one may be, found while it is typed. */
  similar: SimilarCustomer[];
  /** Whether it is one of these is asked: nothing has been added. */
  asked: {
    items: SimilarCustomer[];
    /** It is this one: what waits on this phone follows to it; false where nothing does. */
    join: (customerId: string) => boolean;
    forget: () => void;
  } | null;
  /** What was sent has arrived before, as this client; null where that is not so. */
  arrivedId: string | null;
  /** It has: what stands here has done its work. */
  letGo: () => void;
  /** Others have changed the client since this correction began: nothing is saved before the person has seen it. */
  conflict: Conflict | null;
  command: AddClient["command"];
  /**
   * The client's id, or the first field that is wrong; null where it was refused or is asked about. @param isOther it is none of those
   * that were asked about
   */
  submit: (isOther?: boolean) => Promise<{ customerId: string } | { field: string } | null>;
}

export interface Conflict {
  parts: OtherPart[];
  choices: Choices;
  choose: (key: string, whose: "mine" | "theirs") => void;
  /** Goes on with one of both; null while something is not chosen. */
  goOn: (() => void) | null;
  /** Drops what was typed here. */
  takeTheirs: () => void;
}

/**
 * Adding a client of one's own, or correcting one. What is typed is kept on this phone until it has arrived.
 * @param customerId null for a new one
 * @param begunAs a new one that was begun, by its draft's name
 */
export function useCustomerForm(customerId: string | null, siteName: string, begunAs?: string): CustomerFormState {
  const isNew = customerId === null;
  const old = useCustomer(customerId ?? "");
  const [newName] = useState(() => begunAs ?? openDraftOf("customer", "new"));
  const kept = useDraft(
    `customer:${customerId ?? newName}`,
    freshForm,
    ({ shortName, name }) => shortName || name,
    sitesOfEarlier,
  );
  const draft = {
    ...kept,
    // What was sent may have arrived: something else than that is another command. A new one keeps its place in the queue, on which stands
    // what was recorded at it.
    change: (part: Partial<CustomerForm>) => kept.change(isNew ? part : { ...part, commandId: newId() }),
  };
  const [faults, setFaults] = useState<CustomerFaults>({});
  const { form, begun, offer } = draft;
  const page = old.data;

  useEffect(() => {
    // As it stands, unless a correction has begun already.
    if (page && !begun) offer(formOf(page));
  }, [page, begun, offer]);

  const conflict = useConflict(kept, page);
  const adding = useAddClient(draft, { isNew, siteName, draftName: newName });
  const similar = useSimilar(form, customerId, adding.similarHere);
  const editing = useCommand(
    async (commandId: string, sent: CustomerForm): Promise<string> => {
      const answer = await editCustomer(
        customerId ?? "",
        editBodyOf(sent, commandId, { mayNumber: page?.may.confirmPin === true }),
      ).catch((error: unknown) => {
        // What others have written is to be seen beside it.
        if (error instanceof ApiError && error.code === "stale") void old.refresh();
        throw error;
      });
      vibrate("light");
      draft.drop();
      void queryClient.invalidateQueries();
      return answer.customerId;
    },
    { idOfForm: form.commandId },
  );
  const command = isNew ? adding.command : editing;
  return {
    draft,
    isNew,
    old: isNew ? null : old,
    faults,
    similar,
    asked: adding.asked && { items: adding.asked, join: adding.join, forget: command.forget },
    arrivedId: isNew && adding.hasArrived ? form.customerId : null,
    letGo: adding.letGo,
    conflict: conflict && {
      ...conflict,
      goOn:
        conflict.goOn &&
        (() => {
          command.forget();
          conflict.goOn?.();
        }),
      takeTheirs: () => {
        command.forget();
        draft.drop();
        void old.refresh();
      },
    },
    command,
    async submit(isOther = false) {
      const found = customerFaults(form, isNew);
      setFaults(found);
      const [first] = Object.keys(found);
      if (first !== undefined) return { field: first };
      if (conflict) return { field: "conflict" };
      const answer = isNew ? await adding.add(similar, isOther) : await editing.run(form);
      return answer === null ? null : { customerId: answer };
    },
  };
}

/** What others have changed of the client since its correction began here. */
function useConflict(
  { form, begun, change }: Pick<Draft<CustomerForm>, "form" | "begun" | "change">,
  page: CustomerPage | undefined,
): Omit<Conflict, "takeTheirs"> | null {
  const [choices, setChoices] = useState<Choices>({});
  const { began } = form;
  const isNewer = page !== undefined && begun && (began === null || page.customer.revision > began.revision);
  const theirs = isNewer ? formOf(page) : null;
  const parts = theirs ? changedMeanwhile(began?.as ?? null, form, theirs) : [];
  const goOnFrom = theirs?.began ?? null;
  const isAlike = theirs !== null && parts.length === 0;
  useEffect(() => {
    // Nothing of what is corrected here stands otherwise: a place was added, or what was sent has arrived.
    if (isAlike) change({ began: goOnFrom, commandId: newId() });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- goOnFrom is made anew at each drawing, and says the same until isAlike is false
  }, [isAlike, change]);
  if (!theirs || isAlike) return null;
  const isChosen = parts.every(({ key, isAsked }) => !isAsked || choices[key] !== undefined);
  return {
    parts,
    choices,
    choose: (key, whose) => setChoices((before) => ({ ...before, [key]: whose })),
    goOn: isChosen
      ? () => {
          change({ ...mergedOf(form, theirs, parts, choices), began: goOnFrom, commandId: newId() });
          setChoices({});
        }
      : null,
  };
}

const freshForm = (): CustomerForm => emptyCustomer(newId);

/** How long nobody has typed before the server is asked. */
const settledMs = 500;

function useSimilar(
  { name, shortName, contacts, sites, creditCode }: CustomerForm,
  customerId: string | null,
  here: readonly SimilarCustomer[],
): SimilarCustomer[] {
  const phones = contacts.map(({ phone }) => phone.trim()).filter((phone) => normalisedPhone(phone) !== null);
  const names = { name: name.trim(), shortName: shortName.trim() || name.trim().slice(0, 40) };
  const pins = sites.flatMap(({ pin }) => pin ?? []);
  const code = creditCodeOf(creditCode);
  const text = [names.name, names.shortName, ...phones, code ?? "", canonicalJson(pins)].join("\n");
  const isSettled = useSettled(text, settledMs);
  const worthIt =
    names.name !== "" && (nameForm(names.name).length >= 2 || phones.length > 0 || pins.length > 0 || code !== null);
  const answer = useApiQuery(
    ["customers", "similar", text],
    () =>
      findSimilar({
        ...names,
        phones,
        pins,
        ...(code !== null && { creditCode: code }),
        ...(customerId !== null && { exceptId: customerId }),
      }),
    { enabled: worthIt && isSettled },
  );
  const items = worthIt ? (answer.data?.items ?? []) : [];
  const known = new Set(items.map((one) => one.customerId));
  return [...items, ...here.filter((one) => !known.has(one.customerId))];
}
