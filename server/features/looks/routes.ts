import { actorNameOf } from "@shared/domain/actor";
import { recordRead, subjectOf } from "../../audit";
import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { auditedLooks } from "./looksPage";
import { mayReadLooks } from "./policy";

export const auditHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"audit"> => ({
  "audit.looks": async ({ ctx, actor, query }) => {
    allow(mayReadLooks(actor), "who has looked at whom is for auditors and administrators");
    const { person, side = "whom", on } = query;
    await recordRead(deps, {
      ...{ id: ctx.state.requestId, actor: actorNameOf(actor), action: "audit.looks", at: deps.clock.now() },
      subject: person === undefined ? "audit" : subjectOf(person),
      detail: { ...(person !== undefined && { side }), ...(on !== undefined && { on }) },
    });
    return auditedLooks(query);
  },
});
