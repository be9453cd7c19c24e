import type { BodyOf } from "@shared/contracts";
import {
  answerFault,
  inStepOrder,
  type StepAnswer,
  type VisitType,
  visitTypeKeyOf,
  type VisitTypeRef,
} from "@shared/domain/visitType";
import { AppError } from "@shared/errors";
import { visitTypesOf } from "../visitTypes";

type Steps = Pick<BodyOf<"visits.record">, "type" | "answers">;

/**
 * The type and the answers of what somebody has written. Any version that there has ever been is taken: a phone without a network fills in
 * the one that it knows.
 * @param before what is meant where nothing is said
 * @throws AppError "visitType.unknown"; "input.invalid" for an answer that no step of the type takes
 */
export async function stepsOfBody(
  body: Steps,
  before: { type: VisitTypeRef; answers: readonly StepAnswer[] },
): Promise<{ type: VisitType; answers: StepAnswer[] }> {
  const ref = body.type ?? before.type;
  const key = visitTypeKeyOf(ref);
  const type = (await visitTypesOf([ref])).get(key);
  if (!type) throw new AppError("visitType.unknown", `no type ${key}`);
  const answers = body.answers ?? before.answers;
  const fields = answers.flatMap((_, n) => {
    const code = answerFault(type, answers, n);
    return code === null ? [] : [{ field: `answers.${n}.value`, code }];
  });
  if (fields.length > 0) throw new AppError("input.invalid", `answers that ${key} does not take`, { fields });
  return { type, answers: inStepOrder(type, answers) };
}
