import { setLookMessages } from "@/api/me";
import { useMe } from "@/features/session/useMe";
import { useProfileChange } from "@/features/session/useProfileChange";
import type { Failure } from "@/ui";

export interface LookMessagesChoice {
  /** Null while it is not known, or the server knows no such wish. */
  choice: "on" | "off" | null;
  failure: Failure | null;
  onChoose: (choice: "on" | "off") => void;
}

/** Whether a message tells me of each look at me. */
export function useLookMessages(): LookMessagesChoice {
  const known = useMe().data?.member.lookMessages;
  const choose = useProfileChange((commandId, revision, lookMessages: boolean) =>
    setLookMessages({ commandId, revision, lookMessages }),
  );
  return {
    choice: known === undefined ? null : known ? "on" : "off",
    failure: choose.failure,
    onChoose: (choice) => void choose.run(choice === "on"),
  };
}
