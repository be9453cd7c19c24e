import { daysOf } from "@shared/domain/time";
import { pagePath } from "./links";
import { firstThatFits, type Gone, lengthMax, type MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";
import { monthNamed } from "./teamLines";

/** Of so many units each has a row. */
const unitRowsMax = 4;

/** What somebody's own target is by now, and those of the units that they lead: from when, what it was, and who has said so. */
export async function targetsPublishedMessage(
  { _id, receiverId, params }: NoticeOf<"targets_published">,
  { reads, now, texts }: ReceiverContext,
): Promise<MemberMessage | Gone> {
  const { period, byName: by, reason } = params;
  const inForce = await reads.targetsInForce(
    params.targets.map(({ subjectId }) => subjectId),
    period,
  );
  // What was changed again meanwhile has a message of its own.
  const targets = params.targets.filter(({ subjectId, afterFen }) => inForce.get(subjectId) === afterFen);
  if (targets.length === 0) return { gone: "they have been changed since" };
  const { format, targetsPublished: t } = texts;
  const month = monthNamed(period, now, texts);
  const money = (amountFen: number) => format.money(amountFen, "long");
  const own = targets.find(({ subjectId }) => subjectId === receiverId);
  const units = await Promise.all(
    targets
      .filter((target) => target !== own)
      .map(async (target) => ({ ...target, name: (await reads.unitName(target.subjectId)) ?? target.subjectId })),
  );
  const sentences = [
    own && (own.beforeFen === null ? t.own : t.ownChanged)({ by, month, target: money(own.afterFen) }),
    units.length > 0 && t.units({ by, month, names: units.map(({ name }) => name) }),
    reason !== null && t.reason({ reason }),
  ].filter((sentence) => typeof sentence === "string");
  const before = own?.beforeFen ?? null;
  return {
    source: texts.source,
    title: targets.some(({ beforeFen }) => beforeFen !== null) ? t.changedTitle : t.title,
    desc: month,
    sentence: t.sentences(sentences),
    rows: [
      ...(before === null ? [] : [{ name: t.before, value: money(before) }]),
      ...units.slice(0, unitRowsMax).map(({ name, afterFen }, index) => ({
        // Units have long names: the sentence says them in this order.
        name: units.length === 1 ? t.target : t.nth({ n: index + 1 }),
        value: firstThatFits(lengthMax.rowValue, `${name} ${money(afterFen)}`, money(afterFen)) ?? money(afterFen),
      })),
      { name: t.from, value: t.whole({ day: format.day(daysOf(period).from) }) },
    ],
    // A rep reads the own target where its progress stands.
    opens: units.length > 0 ? pagePath("targets/tree", { period }, _id) : pagePath("tabs/home", {}, _id),
  };
}
