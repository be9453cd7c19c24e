import { useEffect } from "react";
import { useSession } from "@/features/session/sessionStore";
import { readStored, store } from "@/platform/storage";

/**
 * Who confirms what the person sells, by the server's last word, so that it is said in one way before it has answered and without a network.
 * @param told null where the server has not said it here
 */
export function useKnownDeciders(told: readonly string[] | null): readonly string[] {
  const name = `copy:${useSession((session) => session.memberId) ?? ""}:saleDeciders`;
  const said = told && told.length > 0 ? told.join("\n") : "";
  useEffect(() => {
    if (said !== "") store(name, said);
  }, [name, said]);
  if (told) return told;
  const kept = readStored(name);
  return typeof kept === "string" && kept !== "" ? kept.split("\n") : [];
}
