import { businessDayOf, monthOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { approvalsOf } from "../approvals";
import { standingsAround } from "../periods";
import { countSubmittedOf } from "../sales";
import { sumsInForce } from "../openings";
import { teamsWithoutTarget } from "../targets";
import { ifAny, type OfficeRow } from "./row";

/** As many as 审批 shows: see `todos.approvals`. */
const approvalsMax = 100;

/** 关账: what the last months still take, and what is missing before their figures are the last ones. */
export async function closingRows(deps: Pick<Deps, "clock" | "settings">, actor: MemberActor): Promise<OfficeRow[]> {
  const now = deps.clock.now();
  const today = businessDayOf(now);
  const [standings, approvals, without, openings] = await Promise.all([
    standingsAround(deps, today),
    // Auditors decide on nothing.
    decides(actor) ? approvalsOf(actor, { now, enough: approvalsMax, withOthers: true }) : null,
    teamsWithoutTarget(monthOf(today), today),
    sumsInForce(),
  ]);
  const months = await Promise.all(
    standings.map(async ({ period, state, cutOffAt }): Promise<OfficeRow> => {
      const count = await countSubmittedOf(period);
      const isOver = cutOffAt <= now;
      return {
        kind: "month",
        period,
        count,
        isClosed: state === "closed",
        at: cutOffAt.toISOString(),
        state: !isOver ? "ok" : count > 0 ? "attention" : null,
      };
    }),
  );
  const asked = approvals?.open.filter(({ isAsked }) => isAsked).length ?? 0;
  const others = (approvals?.open.length ?? 0) - asked;
  const isWhole = approvals?.isWhole ?? true;
  return [
    ...months,
    ...ifAny({ kind: "approvals", count: asked, isWhole, state: "attention" }),
    ...ifAny({ kind: "approvalsOfOthers", count: others, isWhole }),
    ...ifAny({
      kind: "targetsMissing",
      count: without.length,
      names: without.map(({ name }) => name),
      period: monthOf(today),
      state: "attention",
    }),
    // Whoever brings them begins here; others read them once there are some.
    ...(decides(actor)
      ? [{ kind: "openings" as const, count: openings.membersCount }]
      : ifAny({ kind: "openings", count: openings.membersCount })),
  ];
}

const decides = ({ roles }: MemberActor): boolean => roles.some((role) => role === "finance" || role === "hr");
