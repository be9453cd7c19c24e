import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { acceptConsent } from "./consent";
import { presentMe } from "./presentMe";
import { changeOwnProfile } from "./changeOwnProfile";

export const meHandlers = (deps: Deps): Handlers<"me"> => ({
  "me.read": async ({ member }) => presentMe(deps, member),
  "me.setLanguage": async ({ member, body: { language, ...request } }) =>
    changeOwnProfile(deps, { ...request, memberId: member.memberId, kind: "me.setLanguage", set: { language } }),
  "me.setPublicPraise": async ({ member, body: { publicPraise, ...request } }) =>
    changeOwnProfile(deps, {
      ...request,
      memberId: member.memberId,
      kind: "me.setPublicPraise",
      set: { publicPraise },
    }),
  "me.consent": async ({ member, body }) => acceptConsent(deps, { ...body, memberId: member.memberId }),
});
