import type { BodyOf } from "@shared/contracts";
import { clientErrors } from "@/texts/lateErrors/client";
import { givingAsked } from "./answerShapes/giving";
import { caller } from "./http";

const call = caller(givingAsked, clientErrors);

export const readTakers = (customerIds: readonly string[]) =>
  call("customers.takers", { body: { customerIds: [...customerIds] } });
export const giveCustomers = (body: BodyOf<"customers.giveMany">) => call("customers.giveMany", { body });
