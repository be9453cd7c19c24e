import { z } from "zod";
import { givenAtOnceMax } from "@shared/domain/customer";
import { businessDay, commandId, id, text } from "./common";
import type { Contract } from "./contract";

const customerIds = z.array(id).min(1).max(givenAtOnceMax);

export const customerGivingContracts = {
  "customers.takers": {
    summary:
      "To whom I may give these customers: people of what I lead, for administrators those of the branches of their owners, at most a hundred. For leaders and administrators.",
    session: "member",
    body: z.strictObject({ customerIds }),
    answer: z.object({ people: z.array(z.object({ memberId: id, name: z.string() })) }),
    example: { body: { customerIds: ["c-haiyue", "c-yuelian"] } },
  },
  "customers.giveMany": {
    summary:
      "Give customers to one colleague, each from the first day from which it may change hands, by the rules of customers.assign, and say of each what has become of it. Its people get one message of all of them.",
    session: "member",
    body: z.strictObject({ commandId, customerIds, ownerId: id, reason: text(200).nullable() }),
    answer: z.object({
      items: z.array(
        z.object({
          customerId: id,
          /**
           * `same`: it is theirs already, or partly; `arranged`: it goes to somebody else on a later day, as was said before; `refused`: it is not
           * mine to give to them.
           */
          is: z.enum(["given", "same", "arranged", "refused"]),
          /** From which day it is theirs; null where it was not given. */
          from: businessDay.nullable(),
        }),
      ),
    }),
    example: {
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c0a",
        customerIds: ["c-haiyue", "c-yuelian"],
        ownerId: "xiaoli",
        reason: "离职交接",
      },
    },
  },
} satisfies Record<string, Contract>;
