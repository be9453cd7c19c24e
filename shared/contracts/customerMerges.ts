import { z } from "zod";
import { type MergeFault, mergeLimits } from "@shared/domain/customerMerge";
import { businessDay, commandId, id, revision, text } from "./common";
import type { Contract } from "./contract";
import { foundCustomerView } from "./customerViews";
import { customerChanged, customerParams } from "./customers";

const mergeFaults = Object.keys(mergeLimits) as [MergeFault, ...MergeFault[]]; // as they are written there

/** One of two clients that may be made one. */
export const mergeSideView = foundCustomerView.extend({
  visitCount: z.number(),
  saleCount: z.number(),
  /** Sales that wait for a decision: they count for the owners of their day, whatever becomes of the client. */
  waitingCount: z.number(),
  hasFirstOrder: z.boolean(),
  creditCode: z.string().nullable().optional(),
  revision,
});

export const customerMergesContracts = {
  "customers.mergePreview": {
    summary:
      "What would become of two customers if the second became the first: what goes where, and what it means for pay. For leaders of all their owners.",
    session: "member",
    params: z.strictObject({ customerId: id, otherId: id }),
    answer: z.object({
      kept: mergeSideView,
      other: mergeSideView,
      /** The other's places and people; `isAdded`: they come beside those that are there, else they are among them. */
      sites: z.array(z.object({ name: z.string(), address: z.string(), isAdded: z.boolean() })),
      contacts: z.array(z.object({ name: z.string(), isAdded: z.boolean() })),
      /** What comes. */
      tags: z.array(z.string()),
      externalIds: z.array(z.object({ system: z.string(), id: z.string() })),
      /** Who will serve the remaining one beside its owners. */
      helperNames: z.array(z.string()),
      /** From this day on what is sold to either counts for the owners of the remaining one. */
      ownersFrom: businessDay,
      /** Whether these are others than the other one's. */
      areOwnersOther: z.boolean(),
      /** Of what there would be too much, if of anything: then they cannot be made one. */
      fault: z.enum(mergeFaults).nullable(),
      undoUntil: businessDay,
      /** Whether I may open the client afterwards: not who does it in the place of a leader who is away. Absent: I may. */
      opens: z.boolean().optional(),
    }),
    example: { params: { customerId: "c-haiyue", otherId: "c-yuelian" } },
  },
  "customers.merge": {
    summary:
      "Make one customer of two: the other's id opens this one from now on, and its places, people and history are this one's. What has been recorded stays as it is, and counts for its owners of that day. For leaders of all their owners, and not to their own gain; it can be undone for seven days.",
    session: "member",
    params: customerParams,
    body: z.strictObject({ commandId, otherId: id, revision, otherRevision: revision, reason: text(200).nullable() }),
    answer: customerChanged,
    example: {
      params: { customerId: "c-haiyue" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c06",
        otherId: "c-yuelian",
        revision: 1,
        otherRevision: 1,
        reason: "同一家公司",
      },
    },
  },
  "customers.undoMerge": {
    summary:
      "Undo a merge within seven days, the newest first: the other customer is there again with its owners, places and people. What was recorded meanwhile stays with this one.",
    session: "member",
    params: customerParams,
    body: z.strictObject({ commandId, otherId: id, revision }),
    answer: customerChanged,
    example: {
      params: { customerId: "c-haiyue" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9c07", otherId: "c-yuelian", revision: 2 },
    },
  },
} satisfies Record<string, Contract>;
