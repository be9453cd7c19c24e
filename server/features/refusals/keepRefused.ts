import { isFailure, outcomeOf } from "@shared/domain/commandQueue";
import { clientQuestion } from "@shared/domain/customerSame";
import { isQuestion } from "@shared/domain/saleQuestion";
import { businessDayOf } from "@shared/domain/time";
import { isDuplicateKey } from "../../db";
import { sealed } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import type { MemberActor, Problem } from "../../http";
import { sha256 } from "../../lib/ids";
import { refusedBody, RefusalModel } from "./refusalModel";

/** Long enough for somebody to ask about it after a holiday; told to people with the rest that is kept about them. */
export const refusalKeptDays = 30;
const dayMs = 86_400_000;
/** Against a phone that has gone wild. */
const perDayMax = 100;

interface Refused {
  commandId: string;
  kind: string;
  /** As in the operation's path, such as of which visit. */
  params?: unknown;
  body: unknown;
}

/** Whether something is wrong with it: it will not be done by itself, and no answer of its person is waited for; or the server has broken on it. */
const isToBeLookedInto = ({ status, code }: Problem): boolean => {
  const said = { status, code, understood: false };
  return (outcomeOf(said) === "refused" && !isQuestion(code) && code !== clientQuestion) || isFailure(said);
};

/**
 * Keeps what was sent and why it was not done, for administrators, without the position in it. May be repeated. That it cannot be kept
 * changes nothing for whoever has sent it.
 */
export async function keepRefused(
  deps: Pick<Deps, "clock" | "realNow" | "fieldKeys" | "logger">,
  { actor, item, problem }: { actor: MemberActor; item: Refused; problem: Problem },
): Promise<void> {
  if (!isToBeLookedInto(problem)) return;
  const { code, status, requestId, fields = [] } = problem;
  try {
    const at = deps.clock.now();
    const on = businessDayOf(at);
    const text = withoutPositions(sentOf(item));
    const [key] = deps.fieldKeys.all;
    const _id = `${actor.id}:${item.commandId}:${(key?.hash("refusals", `${code} ${text}`) ?? sha256(code)).slice(0, 12)}`;
    const { id: memberId, name: memberName } = actor;
    if ((await RefusalModel.countDocuments({ memberId, on })) >= perDayMax) return;
    const kept = key ? sealed(deps.fieldKeys, refusedBody, _id, text) : { body: null };
    const goesAt = new Date(deps.realNow().getTime() + refusalKeptDays * dayMs);
    const { kind } = item;
    await RefusalModel.create([
      {
        _id,
        memberId,
        memberName,
        kind,
        code,
        status,
        faults: fields,
        requestId,
        at,
        on,
        ...kept,
        goesAt,
        revision: 1,
      },
    ]);
  } catch (error) {
    if (!isDuplicateKey(error)) deps.logger.error({ error, code, requestId }, "a refused command could not be kept");
  }
}

/** A body alone does not say what it is about where the path does. */
const sentOf = ({ params, body }: Refused): unknown => (params === undefined ? body : { params, body });

const ofTap = /^((lat|lng|lon|long|latitude|longitude)(deg)?|qrCode|wifi)$/i;

/** As text, without coordinates, codes and networks: they are for the tap alone. */
function withoutPositions(body: unknown): string {
  return JSON.stringify(body, (name, value: unknown) => (ofTap.test(name) ? undefined : value), 2) ?? "null";
}
