import { businessDayOf } from "@shared/domain/time";
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Deps } from "../../deps";
import { readCookie, setCookie, type AppContext } from "../../http";
import { findNamesByGrantedRole } from "../members";
import { signingKey } from "./oauthState";

const refusedCookie = "xl_refused";
const lifeS = 600;

type RefusalDeps = Pick<Deps, "realNow" | "settings">;

/**
 * Notes in the browser that a colleague's login has just been refused, so that the page may ask who can help. The page's address
 * could have been written by anybody; this cookie only by us.
 */
export function noteRefusedColleague(deps: RefusalDeps, ctx: AppContext): void {
  const expires = String(Math.floor(deps.realNow().getTime() / 1000) + lifeS);
  const secure = deps.settings.PUBLIC_URL.startsWith("https:");
  setCookie(ctx, refusedCookie, `${expires}.${signature(deps, expires)}`, { maxAgeS: lifeS, secure });
}

/** Who can help, for a browser whose login was refused to a colleague; nobody's name for anybody else. */
export async function helpersOf(deps: RefusalDeps & Pick<Deps, "clock">, ctx: AppContext): Promise<string[]> {
  const secure = deps.settings.PUBLIC_URL.startsWith("https:");
  const [, expires = "", signed = ""] =
    /^(\d{1,12})\.([0-9a-f]{64})$/.exec(readCookie(ctx, refusedCookie, secure) ?? "") ?? [];
  if (Number(expires) * 1000 <= deps.realNow().getTime()) return [];
  const own = timingSafeEqual(Buffer.from(signed, "hex"), Buffer.from(signature(deps, expires), "hex"));
  return own ? findNamesByGrantedRole("admin", businessDayOf(deps.clock.now())) : [];
}

const signature = ({ settings }: RefusalDeps, expires: string): string =>
  createHmac("sha256", signingKey(settings.WECOM_APP_SECRET, "refused login")).update(expires).digest("hex");
