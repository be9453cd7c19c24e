import { AppError } from "@shared/errors";
import { opened } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { noteLook } from "../looks";
import { mayReadRefusals } from "./policy";
import { refusedBody, RefusalModel, type RefusalRecord } from "./refusalModel";

const shownMax = 50;

export const refusalsHandlers = (deps: Pick<Deps, "clock" | "realNow" | "fieldKeys">): Handlers<"refusals"> => ({
  "refusals.list": async ({ actor }) => {
    allow(mayReadRefusals(actor), "administrators see what was refused");
    // Kept equally long, the newest goes last.
    const found = await RefusalModel.find({ goesAt: { $gt: deps.realNow() } })
      .sort({ goesAt: -1 })
      .limit(shownMax + 1)
      .lean<RefusalRecord[]>();
    return { items: found.slice(0, shownMax).map(presentRefusal), isWhole: found.length <= shownMax };
  },

  "refusals.read": async ({ ctx, actor, params: { refusalId } }) => {
    allow(mayReadRefusals(actor), "administrators see what was refused");
    const refusal = await RefusalModel.findOne({ _id: refusalId }).lean<RefusalRecord | null>();
    if (!refusal || refusal.goesAt <= deps.realNow()) throw new AppError("refusal.unknown", `no refusal ${refusalId}`);
    const { memberId, kind } = refusal;
    if (memberId !== actor.id) {
      await noteLook(deps, {
        actor,
        memberId,
        what: "refusal.read",
        detail: { refusalId, kind },
        at: deps.clock.now(),
        requestId: ctx.state.requestId,
      });
    }
    return { refusalId, body: opened(deps.fieldKeys, refusedBody, refusal) };
  },
});

const presentRefusal = ({ _id, memberName, kind, code, faults, requestId, at, body }: RefusalRecord) => ({
  refusalId: _id,
  byName: memberName,
  kind,
  code,
  faults: faults.map((fault) => ({ field: fault.field, code: fault.code })),
  reference: requestId,
  at: at.toISOString(),
  hasBody: (body ?? null) !== null,
});
