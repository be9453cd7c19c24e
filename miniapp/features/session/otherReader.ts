import { onOtherReader } from "@/api/http";
import { onStoredElsewhere } from "@/platform/otherTabs";
import { presentPath, restartAt } from "@/platform/navigation";
import { routes } from "@/routes";
import { forgetPerson } from "./forgetPerson";
import { isWho, readRemembered, useSession } from "./sessionStore";

/*
 * One browser has one session, and may have tabs that were opened for somebody else before. Such a tab hears of the next person from the
 * tab in which they came in, and from every answer, which says whose it is (api/http).
 */

/** Called once, when the program starts. */
export function watchReader(): void {
  onOtherReader({ id: readerId, isOther: giveWay });
  onStoredElsewhere((name) => {
    const present = isWho(name) ? readRemembered() : null;
    const mine = readerId();
    if (present && mine !== null && present.memberId !== mine) giveWay();
  });
}

function readerId(): string | null {
  const { phase, memberId } = useSession.getState();
  return phase === "out" ? null : memberId;
}

/**
 * Nothing of the one before stays in this program, and the entrance asks who is here. What they have written waits for them on the
 * phone. Where nobody was in yet, as where a message was opened, the page that is wanted opens for whoever is here.
 */
export function giveWay(): void {
  const { phase, memberId, remembered } = useSession.getState();
  if (phase === "out") return;
  const path = phase === "unknown" && memberId !== null ? presentPath() : null;
  useSession.getState().giveWay();
  forgetPerson(memberId ?? remembered?.memberId ?? "");
  if (path?.startsWith(routes.enter())) return;
  restartAt(routes.enter(path === null ? {} : { returnTo: path }));
}
