import type { PlanFault } from "@shared/domain/pay";
import { AppError } from "@shared/errors";

/** @throws AppError "plan.faulty" with what is wrong, where anything is */
export function refuseFaults(faults: readonly PlanFault[]): void {
  if (faults.length === 0) return;
  const fields = faults.map(({ path, code }) => ({ field: path, code }));
  throw new AppError("plan.faulty", `${faults.length} faults`, { fields, faults: [...faults] });
}
