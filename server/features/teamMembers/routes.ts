import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { noteLook } from "../looks";
import { findMember, findUnitsEver, treeOf, unitAndAbove, unitSpansOf } from "../members";
import { mayReadMember } from "./policy";
import { readMemberPage } from "./readMemberPage";

/** One of a leader's people: results, visits and clients, and what helps. No pay. */
export const teamMembersHandlers = (
  deps: Pick<Deps, "clock" | "realNow">,
): Pick<Handlers<"teams">, "teams.member"> => ({
  "teams.member": async ({ ctx, actor, params }) => {
    const { unitId, memberId, period } = params;
    const now = deps.clock.now();
    const units = treeOf(await findUnitsEver(), period);
    const path = unitAndAbove(units, unitId).map((unit) => unit.unitId);
    const [member, spans] = await Promise.all([findMember(memberId), unitSpansOf(memberId)]);
    const ofUnit = spans.filter((span) => span.unitId === unitId);
    // Somebody who is unknown, or was never in the unit, is answered like a foreign one: nobody learns by trying who is where.
    allow(mayReadMember(actor, memberId, path) && member !== null && ofUnit.length > 0, "this member is not yours");
    const { page, visitIds } = await readMemberPage({
      unitId,
      memberId,
      period,
      name: member?.name ?? memberId,
      spans: ofUnit,
      now,
      reader: actor,
    });
    await noteLook(deps, {
      actor,
      memberId,
      what: "member.read",
      detail: { visitIds },
      at: now,
      requestId: ctx.state.requestId,
    });
    return page;
  },
});
