import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { acceptConsent } from "./consent";
import { presentMe } from "./presentMe";
import { changeOwnProfile } from "./changeOwnProfile";

export const meHandlers = (deps: Deps): Handlers<"me"> => ({
  "me.read": async ({ actor }) => presentMe(deps, actor),
  "me.setLanguage": async ({ actor, body: { language, ...request } }) =>
    changeOwnProfile(deps, { ...request, actor, kind: "me.setLanguage", set: { language } }),
  "me.setPublicPraise": async ({ actor, body: { publicPraise, ...request } }) =>
    changeOwnProfile(deps, {
      ...request,
      actor,
      kind: "me.setPublicPraise",
      set: { publicPraise },
    }),
  "me.consent": async ({ actor, body }) => acceptConsent(deps, { ...body, actor }),
});
