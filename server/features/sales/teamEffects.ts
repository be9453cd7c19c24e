import type { AnswerOf } from "@shared/contracts";
import { AppError } from "@shared/errors";
import type { MemberActor } from "../../http";
import { mayReadUnit } from "../performance";
import { type BookingDeps, unitChangesOf } from "../statements";
import { decideSale, saleFact } from "./saleFact";
import type { SaleRecord } from "./saleModel";

/**
 * What confirming a sale now would do to the teams that it counts for: decided and folded as the confirmation does it, with nothing
 * written. Of a team whose figures the reader does not see nothing is said.
 * @param readers who decides, with the leader in whose place they do: what that leader sees of the teams is what the decision needs
 */
export async function teamEffectsOf(
  deps: BookingDeps,
  sale: SaleRecord,
  readers: readonly MemberActor[],
): Promise<AnswerOf<"sales.read">["teamEffects"]> {
  const decision = await decideSale(deps, sale, deps.clock.now()).catch((error: unknown) => {
    // Shares that do not add up: there is nothing to say before they do, and confirming says why it cannot be.
    if (error instanceof AppError && error.code === "customer.sharesWrong") return null;
    throw error;
  });
  if (!decision) return [];
  const changes = await unitChangesOf(deps, [saleFact(sale, decision)]);
  return changes
    .filter(({ unitPath }) => readers.some((reader) => mayReadUnit(reader, unitPath)))
    .map(({ unitPath: _path, ...effect }) => effect);
}
