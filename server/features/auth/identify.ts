import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import { WecomError, type LoginIdentity } from "../../integrations/wecom";
import { presenceAtLogin } from "./presence";
import { findMember, findNamesByGrantedRole, type Member, memberIdOfUser, nameFirstAdministrator } from "../members";

/**
 * The member behind a login code. A code works once, so this is never tried twice for one code.
 * @throws AppError "login.codeInvalid" for a code that is used, old or not WeCom's; "login.notMember" for people who are
 *   not (or no longer) in the company's directory; "login.unsure" for who has the userid of a member and may be somebody else;
 *   "wecom.unavailable" when WeCom does not answer
 */
export async function identify(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings" | "newId" | "wecom" | "logger" | "fieldKeys">,
  exchange: () => Promise<LoginIdentity>,
): Promise<Member> {
  const { memberId } = await exchange().catch((error: unknown) => {
    throw translated(error);
  });
  // A stranger learns nothing of who works here.
  if (memberId === null) throw new AppError("login.notMember", "this WeCom account is not of this company");
  const member = await findMember(await memberIdOfUser(memberId));
  // Since the directory was read they may have left, been taken out of the app's scope, or been followed by who stands here.
  const presence = member ? await presenceAtLogin(deps, member.memberId) : "gone";
  if (member?.active && (presence === "here" || presence === "unknown")) {
    await nameFirstAdministrator(deps, member.memberId);
    return member;
  }
  const administratorNames = await findNamesByGrantedRole("admin", businessDayOf(deps.clock.now()));
  if (presence === "unsure") {
    const reason = "WeCom has this userid under another name or number: an administrator has to say who it is";
    throw new AppError("login.unsure", reason, { administratorNames });
  }
  const reason =
    member && presence === "gone"
      ? "this member has left"
      : "an administrator has to add this person to the app's scope in WeCom";
  throw new AppError("login.notMember", reason, { administratorNames });
}

function translated(error: unknown): unknown {
  if (!(error instanceof WecomError)) return error;
  if (error.retry === "never" && !error.alert) {
    return new AppError("login.codeInvalid", "this login code is used or too old: log in again", {}, { cause: error });
  }
  return new AppError("wecom.unavailable", "WeCom does not answer at the moment", {}, { cause: error });
}
