import type { Plan } from "@shared/domain/pay";
import { AppError } from "@shared/errors";
import { PlanModel, type PlanRecord } from "./planModel";

export const planIdOf = ({ code, version }: Pick<Plan, "code" | "version">) => `${code}@${version}`;

/** The rules of a version. */
// Stored as the contract and the engine's own type let it through.
export const rulesOf = ({ plan }: PlanRecord): Plan => plan as Plan;

export const findVersionOrNull = (planId: string): Promise<PlanRecord | null> =>
  PlanModel.findOne({ _id: planId }).lean<PlanRecord | null>();

/** @throws AppError "plan.unknown" */
export async function findVersion(planId: string): Promise<PlanRecord> {
  const version = await findVersionOrNull(planId);
  if (!version) throw new AppError("plan.unknown", `no plan ${planId}`);
  return version;
}

/** Members who wrote or submitted a version: it comes back to them. */
export const authorIdsOf = ({ steps }: Pick<PlanRecord, "steps">): string[] => {
  const written = steps.filter((step) => step.action !== "sendBack");
  return [...new Set(written.flatMap(({ by }) => (by.kind === "member" ? [by.id] : [])))];
};

/** Versions that were sent back to this author, and nobody has written on since. */
export async function versionsSentBackTo(memberId: string): Promise<PlanRecord[]> {
  const found: PlanRecord[] = [];
  let cursor: string | undefined;
  do {
    const { versions, nextCursor } = await pageOfVersions("draft", cursor);
    found.push(
      ...versions.filter((one) => one.steps.at(-1)?.action === "sendBack" && authorIdsOf(one).includes(memberId)),
    );
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Whether a company has ever put a plan in force: a published version stays. */
export const hasPublishedPlan = async (): Promise<boolean> =>
  (await PlanModel.findOne({ state: "published" }, { _id: 1 }).lean()) !== null;

const pageSize = 50;

export async function pageOfVersions(
  state: PlanRecord["state"],
  cursor: string | undefined,
): Promise<{ versions: PlanRecord[]; nextCursor: string | null }> {
  const found = await PlanModel.find({ state, ...(cursor && { _id: { $gt: cursor } }) })
    .sort({ _id: 1 })
    .limit(pageSize + 1)
    .lean<PlanRecord[]>();
  const versions = found.slice(0, pageSize);
  return { versions, nextCursor: found.length > pageSize ? (versions.at(-1)?._id ?? null) : null };
}
