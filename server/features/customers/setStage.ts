import type { ClientSession } from "mongoose";
import { updateAtRevision } from "../../db";
import { CustomerModel, type CustomerRecord } from "./customerModel";

/** Another stage, where the customer is as it was read; else whoever decided does so again. */
export const setStage = (
  { _id, revision }: Pick<CustomerRecord, "_id" | "revision">,
  stage: string,
  session: ClientSession,
): Promise<void> => updateAtRevision(CustomerModel, { id: _id, revision, set: { stage } }, session);
