import { actorNameOf } from "@shared/domain/actor";
import { addDays } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { recordRead } from "../../audit";
import { command } from "../../db";
import type { Deps } from "../../deps";
import { allow, type Handlers, type MemberActor } from "../../http";
import { noteLookAtSeveral } from "../looks";
import { findMembers, findOfficers } from "../members";
import { firstPayingDay, firstPayingDayRoles } from "../plans";
import { balancesInForce, sumsOf } from "./balances";
import { readBook, writeBook } from "./book";
import { decideOpening } from "./decideOpening";
import type { OpeningRecord } from "./openingModel";
import { newestOpenings, openingIfAny, openingsOf, pageOfMembers } from "./openings";
import { mayListOpenings, mayPrepareOpenings, maySayNoOpenings, openingApprovers } from "./policy";
import { inOrder, presentBalance, presentOpening } from "./presentOpening";
import { businessDayOf } from "@shared/domain/time";
import { refused } from "./refuse";

const shownMax = 20;
const membersAtATime = 20;
const balancesShownMax = 100;

type RouteDeps = Pick<Deps, "clock" | "realNow">;

export const openingsHandlers = (deps: RouteDeps): Handlers<"openings"> => ({
  "openings.list": async ({ ctx, actor }) => {
    allow(mayListOpenings(actor), "finance, HR and auditors read what members bring along");
    const now = deps.clock.now();
    const [payingOn, found, book] = await Promise.all([firstPayingDay(), newestOpenings(shownMax), readBook()]);
    await noteRead(deps, actor, "company", ctx.state.requestId);
    const setters = payingOn === null ? await findOfficers(firstPayingDayRoles, businessDayOf(now)) : [];
    return {
      setterNames: setters.map(({ name }) => name).sort(),
      ...{ payingOn, sums: book.sums, membersCount: book.membersCount },
      ...{ mayPrepare: mayPrepareOpenings(actor), revision: book.revision },
      items: await Promise.all(found.map((one) => presentOpening(one, actor, now))),
      none: book.none && book.noneAt ? { byName: book.none.name, at: book.noneAt.toISOString() } : null,
    };
  },

  "openings.read": async ({ ctx, actor, params: { importId } }) => {
    const record = await openingToRead(deps, actor, importId);
    await noteRead(deps, actor, importId, ctx.state.requestId);
    return { opening: await presentOpening(record, actor, deps.clock.now()) };
  },

  "openings.members": async ({ ctx, actor, params: { importId }, query: { cursor } }) => {
    await openingToRead(deps, actor, importId);
    const { members, next } = await pageOfMembers(importId, cursor, membersAtATime);
    await noteLookAtSeveral(deps, {
      ...{ actor, what: "opening.read", subject: `opening:${importId}`, at: deps.clock.now() },
      ...{ memberIds: members.map(({ memberId }) => memberId), requestId: ctx.state.requestId },
    });
    const people = await findMembers(members.map(({ memberId }) => memberId));
    return {
      items: members.map(({ memberId, balances }) => ({
        ...{ memberId, name: people.get(memberId)?.name ?? memberId },
        sums: sumsOf(balances.map(({ kind, amountFen }) => ({ kind, fen: amountFen }))),
        balances: inOrder(balances).slice(0, balancesShownMax).map(presentBalance),
        isWhole: balances.length <= balancesShownMax,
      })),
      nextCursor: next,
    };
  },

  "openings.decide": async ({ actor, params: { importId }, body }) => {
    await decideOpening(deps, { actor, importId, body });
    const record = await openingIfAny(importId);
    if (!record) throw new AppError("import.unknown", `no opening balances ${importId}`);
    return { opening: await presentOpening(record, actor, deps.clock.now()) };
  },

  "openings.sayNone": async ({ actor, body }) => {
    const { commandId, revision } = body;
    return command({ actor, commandId, kind: "openings.sayNone", body }, async () => {
      allow(maySayNoOpenings(actor), "finance, HR or an administrator says that there are none");
      const at = deps.clock.now();
      const book = await readBook();
      if (book.revision !== revision) throw new AppError("stale", "it was changed", { revision: book.revision });
      if (book.openId ?? null) throw refused("oneWaits", "a table waits", await waitingOf(book.openId));
      if (book.membersCount > 0) throw refused("begun", "balances are in the accounts");
      return {
        answer: { byName: actor.name, at: at.toISOString(), revision: revision + 1 },
        audit: { action: "openings.sayNone", subject: "company", at },
        write: (session) => writeBook(book, { none: { id: actor.id, name: actor.name }, noneAt: at }, session),
      };
    });
  },

  "openings.mine": async ({ actor }) => {
    const inForce = inOrder([...(await balancesInForce([actor.id])).values()]).filter(({ amountFen }) => amountFen > 0);
    const tables = await openingsOf(inForce.map(({ importId }) => importId));
    const [first] = [...tables.values()];
    return {
      asOf: first ? addDays(first.payingOn, -1) : null,
      sums: sumsOf(inForce.map(({ kind, amountFen }) => ({ kind, fen: amountFen }))),
      items: inForce.flatMap((one) => {
        const table = tables.get(one.importId);
        if (!table) return [];
        const { changeFen: _changeFen, ...balance } = presentBalance(one);
        return {
          ...balance,
          ...{ fileName: table.fileName, preparedByName: table.preparedBy.name },
          approvedByName: table.decision?.byName ?? "",
          postedAt: (table.decision?.at ?? table.preparedAt).toISOString(),
        };
      }),
    };
  },
});

async function waitingOf(openId: string | null | undefined): Promise<{ name: string; fileName: string }> {
  const other = openId ? await openingIfAny(openId) : null;
  return { name: other?.preparedBy.name ?? "", fileName: other?.fileName ?? "" };
}

/** What members are owed is pay: whoever reads it is noted before the answer. */
const noteRead = (deps: RouteDeps, actor: MemberActor, of: string, id: string): Promise<void> =>
  recordRead(deps, {
    ...{ id, actor: actorNameOf(actor), action: "opening.read", subject: `opening:${of}` },
    ...{ at: deps.clock.now(), detail: {} },
  });

/** Whoever is asked to decide reads on what. @throws AppError "import.unknown" for everybody else */
async function openingToRead({ clock }: RouteDeps, actor: MemberActor, importId: string): Promise<OpeningRecord> {
  const record = await openingIfAny(importId);
  const mayRead =
    record &&
    (mayListOpenings(actor) ||
      record.decision?.byId === actor.id ||
      // Once it is decided on, nobody is asked about it any more.
      (record.state === "waiting" && (await openingApprovers(record, businessDayOf(clock.now()))).includes(actor.id)));
  if (!record || !mayRead) throw new AppError("import.unknown", `no opening balances ${importId} for ${actor.id}`);
  return record;
}
