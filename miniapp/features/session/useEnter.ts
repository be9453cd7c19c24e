import { useCallback, useEffect, useState } from "react";
import { ApiError, type ApiErrorCode } from "@/api/apiError";
import { readHelpers, signOut } from "@/api/auth";
import { hasToken, isSessionError } from "@/api/http";
import { readMe } from "@/api/me";
import { forget, readStored, store } from "@/platform/storage";
import { LoginError } from "@/platform/types";
import { usePageParams } from "@/platform/page";
import { open, restartAt } from "@/platform/navigation";
import { queryClient } from "@/features/query/queryClient";
import { isPage, isTab, routes } from "@/routes";
import { forgetPerson } from "./forgetPerson";
import { type KeptHere, keptHere } from "./keptHere";
import { logIn } from "./login";
import { useSettings } from "@/features/settings/settingsStore";
import { hasLeft, isLeaving, useSession } from "./sessionStore";
import { roleChosen } from "./useMe";

/** Refused until an administrator has done something about it. */
type Refused = "notMember" | "unsure";

export type Entrance =
  | { kind: "working" }
  | { kind: "signedOut"; kept: KeptHere }
  | { kind: "notInWeCom" }
  | { kind: Refused; helpers: string[]; requestId: string | null }
  | { kind: "failed"; code: ApiErrorCode; requestId: string | null };

const leftName = "session:leftAt";
/** Coming back from WeCom within this time and still unknown: something is wrong, and leaving again would go round in circles. */
const circleMs = 4_000;

/** The way in: with the session that is there, else through WeCom; then to the page that somebody wanted. */
export function useEnter(): { entrance: Entrance; again: () => void } {
  const params = usePageParams();
  const [entrance, setEntrance] = useState<Entrance>(() => startOf(params.reason));
  const returnTo = params.returnTo && isPage(params.returnTo) ? params.returnTo : null;

  const attempt = useCallback(() => {
    void comeIn(returnTo).then((stuck) => {
      if (stuck) setEntrance(stuck);
    });
  }, [returnTo]);

  useEffect(() => {
    const start = startOf(params.reason);
    if (start.kind === "working") return attempt();
    useSession.getState().leave();
    if (start.kind === "notMember" || start.kind === "unsure") void withHelpers(start).then(setEntrance);
  }, [params.reason, attempt]);

  return {
    entrance,
    again: () => {
      // Whoever asks for it goes round in no circle, however soon.
      forget(leftName);
      setEntrance({ kind: "working" });
      attempt();
    },
  };
}

/** @returns where it got stuck; null where the wanted page opens, or this one has left for WeCom */
async function comeIn(returnTo: string | null): Promise<Entrance | null> {
  useSession.getState().doubt();
  try {
    await finishLeaving();
    if (!(await enter(returnTo))) return null;
  } catch (error) {
    useSession.getState().leave();
    return entranceOf(error);
  }
  const target = firstPage(returnTo ?? routes.today());
  if (isTab(target)) open(target);
  else restartAt(target);
  return null;
}

/** Who has no tabs is sent to none. */
function firstPage(wanted: string): string {
  const roles = useSession.getState().remembered?.roles;
  const isStaff = roles !== undefined && roleChosen(roles, useSettings.getState().role) === "staff";
  return isStaff && isTab(wanted) ? routes.staff() : wanted;
}

/** What a login may have failed with. Another reason in the address is none of ours, and says nothing. */
const loginReasons = [
  "login.codeInvalid",
  "login.notMember",
  "login.stateInvalid",
  "login.unsure",
  "rate.limited",
  "wecom.unavailable",
] as const;

/** What the address says: one reason of a closed list for standing here, or nothing. Anybody may have written it. */
function startOf(reason: string | undefined): Entrance {
  if (reason === "signedOut") return { kind: "signedOut", kept: keptHere() };
  const code = loginReasons.find((known) => known === reason);
  if (!code) return { kind: "working" };
  const refused = refusedBy(code);
  if (refused) return { kind: refused, helpers: [], requestId: null };
  return { kind: "failed", code, requestId: null };
}

const refusedBy = (code: string): Refused | null =>
  code === "login.notMember" ? "notMember" : code === "login.unsure" ? "unsure" : null;

/** Who can help is known to the server alone; without an answer the sentence names no one. */
async function withHelpers(entrance: Entrance & { kind: Refused }): Promise<Entrance> {
  const { administratorNames } = await readHelpers().catch(() => ({ administratorNames: [] }));
  return { ...entrance, helpers: administratorNames };
}

/** A sign-out that the server has not heard of comes first: its cookie would let anybody in. */
async function finishLeaving(): Promise<void> {
  if (!isLeaving()) return;
  await signOut();
  hasLeft();
}

/** @returns false where the page has left for WeCom */
async function enter(returnTo: string | null): Promise<boolean> {
  if (!hasToken() && !(await logIn(returnTo))) return false;
  try {
    await arrive();
  } catch (error) {
    if (!isSessionError(error)) throw error;
    const leftAt = Number(readStored(leftName) ?? 0);
    if (Date.now() - leftAt < circleMs) throw error;
    store(leftName, Date.now());
    if (!(await logIn(returnTo))) return false;
    await arrive();
  }
  forget(leftName);
  return true;
}

async function arrive(): Promise<void> {
  const me = await readMe();
  const { memberId, language, roles } = me.member;
  const { remembered } = useSession.getState();
  if (remembered && remembered.memberId !== memberId) forgetPerson(remembered.memberId);
  queryClient.setQueryData(["me"], me);
  useSession.getState().enter({ memberId, language, roles });
}

function entranceOf(error: unknown): Entrance {
  if (error instanceof LoginError && error.reason === "notInWeCom") return { kind: "notInWeCom" };
  // Whom WeCom has not been told of: the administrators add them.
  if (error instanceof LoginError && error.reason === "notAllowed")
    return { kind: "notMember", helpers: [], requestId: null };
  if (!(error instanceof ApiError)) return { kind: "failed", code: "wecom.unavailable", requestId: null };
  const refused = refusedBy(error.code);
  if (!refused) return { kind: "failed", code: error.code, requestId: error.requestId };
  const names = error.details.administratorNames;
  const helpers = Array.isArray(names) ? names.filter((name): name is string => typeof name === "string") : [];
  return { kind: refused, helpers, requestId: error.requestId };
}
