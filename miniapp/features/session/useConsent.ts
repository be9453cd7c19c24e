import { consent } from "@/api/me";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { useMe } from "./useMe";

/** Whether the present text about positions has been accepted; null while that is not known. */
export function useConsent(): {
  accepted: boolean | null;
  acceptedVersion: string | null;
  currentVersion: string | null;
  /** As people read them. */
  acceptedName: string;
  currentName: string;
  accept: Command<string, unknown>;
} {
  const me = useMe();
  const accept = useCommand(async (commandId: string, version: string) => {
    const answer = await consent({ commandId, version });
    await queryClient.invalidateQueries({ queryKey: ["me"] });
    return answer;
  });
  const versions = me.data?.consent;
  return {
    accepted: versions ? versions.acceptedVersion === versions.currentVersion : null,
    acceptedVersion: versions?.acceptedVersion ?? null,
    currentVersion: versions?.currentVersion ?? null,
    acceptedName: String(versions?.acceptedNumber ?? versions?.acceptedVersion ?? ""),
    currentName: String(versions?.currentNumber ?? versions?.currentVersion ?? ""),
    accept,
  };
}
