import type { AnswerOf, BodyOf } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { entriesAbout } from "../../audit";
import { command } from "../../db";
import type { Deps } from "../../deps";
import { photoUse } from "../../files";
import { allow, type MemberActor } from "../../http";
import { findLeavers, findMembers, type Member, unitSpansOfAll } from "../members";
import { erasedNote, erasePerson, leaverFor, mayErasePeople, whatGoesOf } from "./erasePerson";

const listedMax = 20;
const earlierMax = 5;

/** Who has left, by how their names begin, and what photos take. */
export async function keptOverview(
  deps: Pick<Deps, "clock" | "settings">,
  { actor, begin }: { actor: MemberActor; begin: string },
): Promise<AnswerOf<"privacy.kept">> {
  allow(mayErasePeople(actor.roles), "what is kept is looked after by HR and administrators");
  const [leavers, photos] = await Promise.all([findLeavers(begin, listedMax + 1), photoUse(deps)]);
  return {
    leavers: await withLastDays(leavers.slice(0, listedMax)),
    isWhole: leavers.length <= listedMax,
    photos,
    photoKeptDays: deps.settings.PHOTO_KEPT_DAYS,
    positionKeptDays: deps.settings.POSITION_KEPT_DAYS,
  };
}

async function withLastDays(leavers: readonly Member[]): Promise<AnswerOf<"privacy.kept">["leavers"]> {
  const spans = await unitSpansOfAll(leavers.map(({ memberId }) => memberId));
  return leavers.map(({ memberId, name }) => ({
    memberId,
    name,
    leftOn: spans.get(memberId)?.at(-1)?.untilOn ?? null,
  }));
}

/** One of them: what would go, and when somebody had it erased before. */
export async function leaverPage(
  deps: Pick<Deps, "clock" | "settings">,
  { actor, memberId }: { actor: MemberActor; memberId: string },
): Promise<AnswerOf<"privacy.leaver">> {
  const member = await leaverFor(actor, memberId);
  const about = { subject: `member:${memberId}`, actions: ["person.erase"] };
  const [goes, earlier, [leaver]] = await Promise.all([
    whatGoesOf(deps, memberId),
    entriesAbout(about, { at: deps.clock.now(), id: null }, earlierMax),
    withLastDays([member]),
  ]);
  const people = await findMembers(earlier.map(({ actor: by }) => by.id));
  return {
    ...{ memberId, name: member.name, leftOn: leaver?.leftOn ?? null, goes },
    earlier: earlier.map(({ at, actor: by }) => ({
      at: at.toISOString(),
      byName: people.get(by.id)?.name ?? by.id,
    })),
  };
}

/**
 * Erases what need not be kept of them, once for each command: it goes in many steps, and what a run that broke off has left goes with the same
 * command again.
 */
export async function eraseLeaver(
  deps: Pick<Deps, "clock" | "realNow" | "settings" | "logger">,
  { actor, memberId, body }: { actor: MemberActor; memberId: string; body: BodyOf<"privacy.erase"> },
): Promise<AnswerOf<"privacy.erase">> {
  const { commandId, name, reason } = body;
  const request = { actor, commandId, kind: "privacy.erase", body: { ...body, memberId } };
  return command({ ...request, queue: `person-erase:${memberId}` }, async () => {
    const member = await leaverFor(actor, memberId);
    if (name !== member.name) {
      const fields = [{ field: "name", code: "name.differs" }];
      throw new AppError("input.invalid", `${memberId} has another name`, { fields });
    }
    const at = deps.clock.now();
    const erased = await erasePerson(deps, memberId, `person-erase:${memberId}:${actor.id}:${commandId}`);
    return {
      answer: { erased, on: businessDayOf(at) },
      audit: erasedNote(memberId, at, { reason, erased }),
      write: async () => undefined,
    };
  });
}
