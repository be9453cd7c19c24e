import type { Deps } from "../../deps";
import type { Right } from "@shared/domain/rights";
import { addDays } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { allow, type Handlers, type MemberActor } from "../../http";
import { grantRole, revokeRole } from "./changeRoles";
import { MemberModel, type MemberRecord } from "./memberModel";
import { mayReadRoles } from "./policy";
import { acceptConsent } from "./consent";
import { rolesOverview } from "./rolesOverview";
import { presentMe } from "./presentMe";
import { changeOwnProfile } from "./changeOwnProfile";

/** @param rightsOf of whatever every other feature allows: see `server/features/rights` */
export const meHandlers = (deps: Deps, rightsOf: (actor: MemberActor) => Right[]): Handlers<"me"> => ({
  "me.read": async ({ actor }) => presentMe(deps, actor, rightsOf(actor)),
  "me.setLanguage": async ({ actor, body: { language, ...request } }) =>
    changeOwnProfile(deps, { ...request, actor, kind: "me.setLanguage", set: { language } }),
  "me.setPublicPraise": async ({ actor, body: { publicPraise, ...request } }) =>
    changeOwnProfile(deps, {
      ...request,
      actor,
      kind: "me.setPublicPraise",
      set: { publicPraise },
    }),
  "me.setLookMessages": async ({ actor, body: { lookMessages, ...request } }) =>
    changeOwnProfile(deps, { ...request, actor, kind: "me.setLookMessages", set: { lookMessages } }),
  "me.consent": async ({ actor, body }) => acceptConsent(deps, { ...body, actor }),
});

export const rolesHandlers = (deps: Deps): Handlers<"roles"> => ({
  "roles.overview": ({ actor }) => {
    allow(mayReadRoles(actor, ""), "roles of others are for administrators and auditors to see");
    return rolesOverview(deps, actor);
  },
  "roles.list": async ({ actor, params: { memberId } }) => {
    allow(mayReadRoles(actor, memberId), "roles of others are for administrators and auditors to see");
    const member = await MemberModel.findOne({ _id: memberId }).lean<MemberRecord | null>();
    if (!member) throw new AppError("member.unknown", `no member ${memberId}`);
    const items = member.grants.map(({ role, unitId, fromOn, untilOn, by }) => ({
      role,
      unitId: unitId ?? null,
      fromOn,
      lastOn: untilOn ? addDays(untilOn, -1) : null,
      by: { kind: by.kind, id: by.id },
    }));
    return { items, revision: member.revision };
  },
  "roles.grant": ({ actor, params: { memberId }, body }) => grantRole(deps, { actor, memberId, body }),
  "roles.revoke": ({ actor, params: { memberId }, body }) => revokeRole(deps, { actor, memberId, body }),
});
