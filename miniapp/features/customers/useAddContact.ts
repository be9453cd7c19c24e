import type { AnswerOf } from "@shared/contracts";
import { addContact } from "@/api/customers";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";

/** Adds somebody whom a record names to the client's contacts, by name alone. */
export const useAddContact = (customerId: string): Command<string, AnswerOf<"customers.addContact">> =>
  useCommand(async (commandId: string, name: string) => {
    // Of the command, so that a repeat names the same person.
    const answer = await addContact(customerId, { commandId, contactId: `p-${commandId}`, name });
    vibrate("light");
    await queryClient.invalidateQueries({ queryKey: ["customers"] });
    void queryClient.invalidateQueries({ queryKey: ["customer", customerId] });
    return answer;
  });
