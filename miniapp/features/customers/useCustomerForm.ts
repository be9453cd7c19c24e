import { useEffect, useState } from "react";
import type { AnswerOf } from "@shared/contracts";
import { nameForm } from "@shared/domain/customerSearch";
import { normalisedPhone } from "@shared/domain/phone";
import { ApiError } from "@/api/apiError";
import { createCustomer, editCustomer, findSimilar } from "@/api/customers";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import { type Command, useCommand } from "@/features/command/useCommand";
import { type Draft, useDraft } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useSettled } from "@/features/query/useSettled";
import { useMe } from "@/features/session/useMe";
import { businessDayNow } from "@/features/time";
import {
  createBodyOf,
  type CustomerFaults,
  type CustomerForm,
  customerFaults,
  editBodyOf,
  emptyCustomer,
  formOf,
} from "./customerForm";
import { type CustomerPage, useCustomer } from "./useCustomer";

export type SimilarCustomer = AnswerOf<"customers.similar">["items"][number];

/** For people who are added on a page, which makes no ids itself. */
export const newContactId = newId;

export interface CustomerFormState {
  draft: Draft<CustomerForm>;
  isNew: boolean;
  /** The client as it stands; null for a new one. */
  old: QueryView<CustomerPage> | null;
  faults: CustomerFaults;
  /** Clients that this one may be, found while it is typed. */
  similar: SimilarCustomer[];
  /** The server asks whether it is one of these: nothing has been added. */
  asked: { items: SimilarCustomer[]; forget: () => void } | null;
  /** What was sent has arrived before, as this client; null where that is not so. */
  arrivedId: string | null;
  /** Somebody else has changed the client meanwhile. */
  stale: { takeTheirs: () => void } | null;
  command: Command<Sent, string>;
  /** The client's id, or the first field that is wrong; null where no answer came. */
  submit: (isNewSeen?: boolean) => Promise<{ customerId: string } | { field: string } | null>;
}

interface Sent extends CustomerForm {
  isNewSeen: boolean;
}

/**
 * Adding a client of one's own, or correcting one. What is typed is kept on this phone until it has arrived.
 * @param customerId null for a new one
 */
export function useCustomerForm(customerId: string | null, siteName: string): CustomerFormState {
  const me = useMe();
  const isNew = customerId === null;
  const old = useCustomer(customerId ?? "");
  const draft = useDraft(`customer:${customerId ?? "new"}`, freshForm);
  const [faults, setFaults] = useState<CustomerFaults>({});
  const { form, begun, offer } = draft;
  const page = old.data;

  useEffect(() => {
    // As it stands, unless a correction has begun already.
    if (page && !begun) offer(formOf(page));
  }, [page, begun, offer]);

  const similar = useSimilar(form, customerId);
  const command = useCommand(
    async (commandId: string, sent: Sent): Promise<string> => {
      const given = {
        ownerId: me.data?.member.memberId ?? "",
        today: businessDayNow(),
        siteName,
        isNewSeen: sent.isNewSeen,
      };
      const answer = isNew
        ? await createCustomer(createBodyOf({ ...sent, commandId }, given))
        : await editCustomer(customerId, editBodyOf(sent, commandId, page?.customer.revision ?? 0));
      vibrate("light");
      draft.drop();
      void queryClient.invalidateQueries();
      return answer.customerId;
    },
    { idOfForm: form.commandId },
  );
  const code = command.error instanceof ApiError ? command.error.code : null;
  const items = code === "customer.maybeKnown" ? itemsOf(command.error) : null;
  return {
    draft,
    isNew,
    old: isNew ? null : old,
    faults,
    similar,
    asked: items && { items, forget: command.forget },
    arrivedId: code === "command.reused" && isNew ? form.customerId : null,
    stale:
      code === "stale"
        ? {
            takeTheirs: () => {
              command.forget();
              draft.drop();
              void old.refresh();
            },
          }
        : null,
    command,
    async submit(isNewSeen = false) {
      const found = customerFaults(form, isNew);
      setFaults(found);
      const [first] = Object.keys(found);
      if (first !== undefined) return { field: first };
      const answer = await command.run({ ...form, isNewSeen });
      return answer === null ? null : { customerId: answer };
    },
  };
}

const freshForm = (): CustomerForm => emptyCustomer(newId);

/** What the server has found it to be. */
function itemsOf(error: unknown): SimilarCustomer[] {
  const { items } = (error as ApiError).details;
  // By our own server, in the form in which it answers while somebody types.
  return Array.isArray(items) ? (items as SimilarCustomer[]) : [];
}

/** How long nobody has typed before the server is asked. */
const settledMs = 500;

function useSimilar({ name, shortName, contacts }: CustomerForm, customerId: string | null): SimilarCustomer[] {
  const phones = contacts.map(({ phone }) => phone.trim()).filter((phone) => normalisedPhone(phone) !== null);
  const names = { name: name.trim(), shortName: shortName.trim() || name.trim().slice(0, 40) };
  const text = [names.name, names.shortName, ...phones].join("\n");
  const isSettled = useSettled(text, settledMs);
  const worthIt = names.name !== "" && (nameForm(names.name).length >= 2 || phones.length > 0);
  const answer = useApiQuery(
    ["customers", "similar", text],
    () => findSimilar({ ...names, phones, ...(customerId !== null && { exceptId: customerId }) }),
    { enabled: worthIt && isSettled },
  );
  return worthIt ? (answer.data?.items ?? []) : [];
}
