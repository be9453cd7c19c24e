import { inTransaction } from "../../db";
import type { Delivery, EventHandler, Outcome } from "../../outbox";
import { composeDigest, type DigestItem, isDigest, isDigestItem } from "./composeDigest";
import { deliver, type NoticeDeps } from "./deliver";
import { noticeDigest, type NoticeDigest } from "./events";
import { recentWith } from "./digestWindow";
import { type Notice, NoticeModel } from "./noticeModel";
import { addNotice, findNotice, isOpen, type NewNotice } from "./notices";
import type { NoticeReads } from "./reads";
import { readSendCounts } from "./sendCounts";
import { sendNotice, waitForOpenHours } from "./sendNotice";
import { reserveAndPersist } from "./reserveAndPersist";
import { composeContextOf, robotBody } from "./renderNotice";

/** Sends what was gathered for a group, in as few messages as it fits into; one message for each run. */
export const digestSender =
  (reads: NoticeReads): EventHandler<NoticeDigest, NoticeDeps> =>
  async (due, delivery, deps) => {
    const gathered = await NoticeModel.find({ digestId: due.digestId }).lean<Notice[]>();
    const waiting = gathered
      .filter(isDigestItem)
      .filter(({ state }) => state === "pending")
      .sort((a, b) => a.at.getTime() - b.at.getTime() || (a._id < b._id ? -1 : 1));
    const begun = gathered.find(({ kind, state, body }) => isDigest(kind) && isOpen(state) && body != null);
    if (begun) {
      const others = waiting.filter(({ _id }) => !(begun.itemIds ?? []).includes(_id));
      return followed(await sendNotice(begun, delivery, reads, deps), others, due);
    }

    const [first] = waiting;
    if (!first) return;
    waitForOpenHours(first, deps);
    const digest = await digestFrom(first, due, delivery, deps);
    const { content, count } = await composeDigest(digest._id, waiting, composeContextOf(reads, deps));
    const body = robotBody(content);
    const counts = await readSendCounts(delivery);
    const stored = await reserveAndPersist(
      digest,
      {
        body,
        note: `handed to the robot with ${count} messages`,
        itemIds: waiting.slice(0, count).map(({ _id }) => _id),
        counts: { ...counts, recentMs: recentWith(counts, first.kind, deps.clock.now()) },
      },
      delivery,
      deps,
    );
    return followed(await deliver(stored, body, deps), waiting.slice(count), due);
  };

/** The digest that begins with this item; its id follows from it, so a second run finds the same. */
async function digestFrom(
  first: DigestItem,
  due: NoticeDigest,
  delivery: Pick<Delivery, "eventId">,
  deps: NoticeDeps,
): Promise<Notice> {
  const digest: NewNotice = {
    // Praise may be given again after a failure, and is then in another digest.
    noticeId: first.kind === "praise_group" ? `${due.digestId}:${first._id}` : `${first._id}:digest`,
    kind: first.kind === "sale_win_group" ? "sale_win_digest" : "praise_digest",
    params: { unitId: due.unitId },
    channel: "robot",
    receiverId: due.unitId,
    cause: delivery.eventId,
    answersAct: false,
    at: deps.clock.now(),
  };
  await inTransaction((session) => addNotice(digest, deps.realNow(), session, { digestId: due.digestId }));
  return findNotice(digest.noticeId);
}

/** What did not fit into this message goes into the next. */
function followed(outcome: Outcome, rest: DigestItem[], due: NoticeDigest): Outcome {
  const [next] = rest;
  if (!next) return outcome;
  const partition = `robot:${due.unitId}` as const;
  const follower = noticeDigest.of({ payload: due, partition, cause: due.digestId, part: next._id });
  return { ...outcome, events: [...(outcome.events ?? []), follower] };
}
