import type { AnswerOf, BodyOf } from "@shared/contracts";
import { actorNameOf } from "@shared/domain/actor";
import {
  isShortStep,
  type VisitStep,
  visitTypeFaults,
  visitTypeKeyOf,
  visitTypeLimits,
  type VisitTypeRules,
} from "@shared/domain/visitType";
import { AppError } from "@shared/errors";
import { claimKey, command, insert } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { mayChangeVisitTypes } from "./policy";
import { presentConfigured } from "./presentVisitType";
import { VisitTypeModel } from "./visitTypeModel";
import { configuredTypes, type ConfiguredType, typesNow } from "./visitTypes";

/**
 * Writes the next version of a type: a new one, a change, putting it first, or taking it out of use and back. What was recorded keeps its version. One that
 * is as it was seen adds nothing.
 * @throws AppError "right.missing"; "stale" where another administrator was faster; "input.invalid" with what is wrong;
 *   "visitType.tooMany"; "visitType.last"
 */
export async function saveVisitType(
  deps: Pick<Deps, "clock" | "realNow" | "caches">,
  { actor, typeId, body }: { actor: MemberActor; typeId: string; body: BodyOf<"visitTypes.save"> },
): Promise<AnswerOf<"visitTypes.save">> {
  const { commandId, version: seen, isFirst = false, ...typed } = body;
  const whole = { ...body, typeId };
  const request = { actor, commandId, kind: "visitTypes.save", body: whole, queue: "visitTypes" };
  const saved = await command<AnswerOf<"visitTypes.save">>(request, async () => {
    allow(mayChangeVisitTypes(actor), "administrators decide about types of visits");
    const types = await configuredTypes();
    const before = types.find((type) => type.typeId === typeId) ?? null;
    const version = before?.version ?? 0;
    if (version !== seen) throw new AppError("stale", `${typeId} is at ${version}, not ${seen}`, { version });
    const rules = { ...typed, steps: withLength(typed.steps, before?.steps ?? []) };
    refuse(types, typeId, rules);
    const at = deps.clock.now();
    const changed = { byName: actor.name, at };
    const highest = Math.max(...types.map(({ rank }) => rank));
    const rank = isFirst && types[0]?.typeId !== typeId ? highest + 1 : (before?.rank ?? 0);
    const after = { typeId, version: version + 1, ...rules, rank, changed };
    const isSame = before !== null && before.rank === rank && rulesText(before) === rulesText(after);
    return {
      answer: { visitType: presentConfigured(isSame ? before : after) },
      ...(!isSame && {
        audit: {
          action: "visitType.save",
          subject: typeId,
          at,
          detail: { version: after.version, inUse: rules.inUse },
        },
      }),
      write: async (session) => {
        if (isSame) return;
        const { changed: _changed, ...stored } = after;
        const by = { by: actorNameOf(actor), byName: actor.name, at };
        // Names and how many there are belong to all types together: of two administrators at two processes, also at different types, the
        // later one finds this state of them taken, looks again and is told what stands by then.
        await claimKey(`visitTypes:${stateOf(types)}`, visitTypeKeyOf(after), session);
        await insert(
          VisitTypeModel,
          { _id: visitTypeKeyOf(after), ...stored, steps: after.steps.map(storedStep), ...by },
          session,
        );
      },
    };
  });
  typesNow(deps).forget();
  return saved;
}

/** Grows with each version of whichever type. */
const stateOf = (types: readonly ConfiguredType[]): number => types.reduce((sum, { version }) => sum + version, 0);

type Rules = Omit<BodyOf<"visitTypes.save">, "commandId" | "version" | "isFirst">;

function refuse(types: readonly ConfiguredType[], typeId: string, rules: VisitTypeRules & Pick<Rules, "inUse">): void {
  const others = types.filter((type) => type.typeId !== typeId);
  const othersInUse = others.filter(({ inUse }) => inUse);
  if (!rules.inUse && othersInUse.length === 0)
    throw new AppError("visitType.last", `${typeId} is the last one in use`);
  if (rules.inUse && othersInUse.length >= visitTypeLimits.types)
    throw new AppError("visitType.tooMany", `${othersInUse.length} are in use`, { max: visitTypeLimits.types });
  // What goes out of use may be called as another one.
  const takenNames = rules.inUse ? othersInUse.map(({ name }) => name) : [];
  const fields = visitTypeFaults(rules, takenNames);
  if (fields.length > 0)
    throw new AppError("input.invalid", `a type that does not work: ${fields[0]?.code}`, { fields });
}

const storedStep = (step: VisitStep) => ({ ...step, options: [...step.options], isShort: isShortStep(step) });

/** A program of before says nothing of how long a step's words are: they stay as they were. */
const withLength = (steps: Rules["steps"], before: readonly VisitStep[]): VisitStep[] =>
  steps.map((step) => {
    const isShort = step.isShort ?? before.find(({ stepId }) => stepId === step.stepId)?.isShort ?? false;
    return { ...step, isShort: isShortStep({ ...step, isShort }) };
  });

const rulesText = ({ name, steps, asksTimeOnSite, seenBy, inUse }: VisitTypeRules & Pick<Rules, "inUse">): string =>
  JSON.stringify([
    ...[name, asksTimeOnSite, seenBy, inUse],
    steps.map((step) => [step.stepId, step.kind, step.label, step.required, step.options, isShortStep(step)]),
  ]);
