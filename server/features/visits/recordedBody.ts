import type { BodyOf } from "@shared/contracts";
import {
  answerFault,
  inStepOrder,
  plainVisitType,
  type StepAnswer,
  type VisitType,
  visitTypeKeyOf,
  type VisitTypeRef,
} from "@shared/domain/visitType";
import { type ClientContact, namesIn } from "@shared/domain/people";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import { contactNamesAt } from "../customers";
import { typesNow, visitTypesOf } from "../visitTypes";

type Steps = Pick<BodyOf<"visits.record">, "type" | "answers" | "written">;

/**
 * The type and the answers of what somebody has written. Any version that there has ever been is taken: a phone without a network fills in
 * the one that it knows. A type that has gone out of use takes what was written by that day, whenever it arrives.
 * @param earlier the record that is corrected: meant where nothing is said, and what is of its type stays so; null for a new one
 * @throws AppError "visitType.unknown", "visitType.outOfUse"; "input.invalid" for an answer that no step of the type takes
 */
export async function stepsOfBody(
  deps: Pick<Deps, "clock" | "realNow" | "caches">,
  body: Steps,
  earlier: { type: VisitTypeRef; answers: readonly StepAnswer[] } | null,
): Promise<{ type: VisitType; answers: StepAnswer[] }> {
  const before = earlier ?? { type: plainVisitType, answers: [] };
  const ref = body.type ?? before.type;
  const key = visitTypeKeyOf(ref);
  const isChosen = body.type !== undefined && body.type.typeId !== earlier?.type.typeId;
  const [types, configured] = await Promise.all([visitTypesOf([ref]), isChosen ? typesNow(deps).read() : []]);
  const type = types.get(key);
  if (!type) throw new AppError("visitType.unknown", `no type ${key}`);
  const outOfUseOn = configured.find(({ typeId }) => typeId === ref.typeId)?.outOfUseOn ?? null;
  if (outOfUseOn !== null && saidToBeWrittenOn(body, deps.clock.now()) > outOfUseOn)
    throw new AppError("visitType.outOfUse", `${ref.typeId} is out of use since ${outOfUseOn}`);
  const answers = body.answers ?? before.answers;
  const fields = answers.flatMap((_, n) => {
    const code = answerFault(type, answers, n);
    return code === null ? [] : [{ field: `answers.${n}.value`, code }];
  });
  if (fields.length > 0) throw new AppError("input.invalid", `answers that ${key} does not take`, { fields });
  return { type, answers: inStepOrder(type, answers) };
}

/** As the phone says, also where its clock is not sure: nothing is paid by it, and whoever has written it without a network could not know. */
function saidToBeWrittenOn({ written }: Steps, now: Date): BusinessDay {
  const at = written ? new Date(written.at) : now;
  return businessDayOf(at < now ? at : now);
}

/**
 * Those of a client's contacts whom a record names: one whom the client has no more is left to its name, and so is one whom the record does
 * not name.
 * @param before of the record that is corrected, where nothing is said
 */
export async function contactsMet(
  customerId: string,
  { met, peopleMet }: Pick<BodyOf<"visits.record">, "met" | "peopleMet">,
  before: readonly ClientContact[] = [],
): Promise<ClientContact[]> {
  const names = namesIn(peopleMet ?? "");
  const kept = before.filter(({ name }) => names.includes(name));
  if (met === undefined) return kept;
  const said = met.filter(({ name }) => names.includes(name));
  const isKept = ({ contactId }: ClientContact) => kept.some((one) => one.contactId === contactId);
  if (said.every(isKept)) return said;
  const known = new Set((await contactNamesAt(customerId)).map(({ contactId }) => contactId));
  return said.filter((contact) => isKept(contact) || known.has(contact.contactId));
}
