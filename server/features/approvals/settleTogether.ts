import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { EventHandler } from "../../outbox";
import { readDeciders } from "../absences";
import { openProposalsAmong, type PinClosed, proposalIfAny } from "../customers";
import { findOfficers } from "../members";
import { aboutTogether, noticesAbout, settleNotices } from "../notices";

/** A pin waits no more: the messages that told of several are done once none of theirs waits. */
export const settlePinsTogether: EventHandler<PinClosed, Pick<Deps, "clock">> = async ({ proposalId }, _, deps) => {
  const proposal = await proposalIfAny(proposalId);
  if (!proposal) return;
  const now = deps.clock.now();
  const on = businessDayOf(now);
  const [deciders, admins] = await Promise.all([readDeciders(on), findOfficers(["admin"], on)]);
  const askedIds = await deciders.everybodyFor(proposal.teamId);
  const abouts = [
    ...askedIds.map((memberId) => aboutTogether("pins_wait", memberId)),
    ...admins.map(({ memberId }) => aboutTogether("pins_nobody", memberId)),
  ];
  const said = (await Promise.all(abouts.map(noticesAbout))).flat();
  const open = said.filter(
    ({ params, handledAt }) => !handledAt && "whoIds" in params && params.whoIds.includes(proposalId),
  );
  const isOver = await Promise.all(
    open.map(async ({ params }) => "whoIds" in params && (await openProposalsAmong(params.whoIds)).length === 0),
  );
  const past = open.filter((_notice, at) => isOver[at]);
  return { write: (session) => settleNotices(past, now, session) };
};
