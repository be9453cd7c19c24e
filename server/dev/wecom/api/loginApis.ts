import { randomBytes } from "node:crypto";
import type { Fields } from "../fields";
import { refuseUnless } from "../refusal";
import { agentOf, type Api, type ApiContext } from "./apiContext";

/** Outsiders are known by an id that belongs to the corp alone. */
const outsiderOpenId = "oDemoOutsider000000000000001";

function userOfCode(context: ApiContext): { userid: string | null } {
  const agent = agentOf(context);
  const code = context.query.get("code") ?? "";
  refuseUnless(code, 41008, "missing code");
  return context.state.codes.exchange(code, "oauth", agent.agentId, context.nowMs);
}

export const loginApis: Record<string, Api> = {
  "miniprogram/jscode2session": {
    answer(context) {
      const agent = agentOf(context);
      // Only the app that a mini-program is linked to may exchange its codes.
      refuseUnless(agent.miniProgramAppId, 40014, "invalid access_token");
      const code = context.query.get("js_code") ?? "";
      refuseUnless(code, 41008, "missing code");
      const grant = context.query.get("grant_type") ?? "";
      refuseUnless(grant === "authorization_code", 40058, "invalid Request Parameter: grant_type");
      const { userid } = context.state.codes.exchange(code, "miniProgram", agent.agentId, context.nowMs);
      const sessionKey = randomBytes(16).toString("base64");
      return { corpid: context.state.world.corpId, userid, session_key: sessionKey };
    },
  },
  "auth/getuserinfo": {
    // A valid code is exempt from the limits; an invalid one is refused anyway.
    uncounted: true,
    answer(context): Fields {
      const { userid } = userOfCode(context);
      return userid === null ? { openid: outsiderOpenId } : { userid };
    },
  },
  // The old name of the same, with the old spelling, which two common SDKs still use.
  "user/getuserinfo": {
    uncounted: true,
    answer(context): Fields {
      const { userid } = userOfCode(context);
      if (userid === null) return { OpenId: outsiderOpenId, openid: outsiderOpenId, DeviceId: "" };
      return { UserId: userid, userid, DeviceId: "" };
    },
  },
};
