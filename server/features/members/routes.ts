import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { acceptConsent } from "./consent";
import { presentMe } from "./presentMe";
import { setLanguage } from "./setLanguage";

export const meHandlers = (deps: Deps): Handlers<"me"> => ({
  "me.read": async ({ member }) => presentMe(deps, member),
  "me.setLanguage": async ({ member, body }) => setLanguage(deps, { ...body, memberId: member.memberId }),
  "me.consent": async ({ member, body }) => acceptConsent(deps, { ...body, memberId: member.memberId }),
});
