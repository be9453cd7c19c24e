import { z } from "zod";
import { actorName } from "./actor";
import { businessDay, commandId, id, revision } from "./common";
import type { Contract } from "./contract";
import { role } from "./me";

const memberParams = z.strictObject({ memberId: id });
/** The unit that a manager leads; null for roles that are the whole company's. */
const unitId = id.nullable();
const changed = z.object({ memberId: id, revision });

export const rolesContracts = {
  "roles.overview": {
    summary:
      "Who has which role by an administrator, today or later, since when, until when and by whom. For administrators and auditors.",
    session: "member",
    answer: z.object({
      items: z.array(
        z.object({
          memberId: id,
          name: z.string(),
          role,
          unitId,
          unitName: z.string().nullable(),
          fromOn: businessDay,
          /** null while it lasts. */
          lastOn: businessDay.nullable(),
          /** null: whoever runs the server. */
          byName: z.string().nullable(),
        }),
      ),
      /** False: there are more, which their own pages show. */
      isWhole: z.boolean(),
      /** Where a manager's may be of. */
      units: z.array(z.object({ unitId: id, name: z.string() })),
      can: z.object({ grant: z.boolean() }),
    }),
    example: {},
  },
  "roles.list": {
    summary:
      "Roles that a member was given, beside what follows from the directory. For administrators and auditors, and one's own.",
    session: "member",
    params: memberParams,
    answer: z.object({
      items: z.array(
        z.object({
          role,
          unitId,
          fromOn: businessDay,
          /** null while it lasts. */
          lastOn: businessDay.nullable(),
          by: actorName,
        }),
      ),
      revision,
    }),
    example: { params: { memberId: "xiaowang" } },
  },
  "roles.grant": {
    summary:
      "Give a member a role from a day on, today unless it is said, for good or up to a last day. For administrators, and not to themselves. A manager is one of a unit; the other roles are the company's.",
    session: "member",
    params: memberParams,
    body: z.strictObject({
      ...{ commandId, role, unitId, lastOn: businessDay.nullable() },
      /** Today where it is left out. */
      fromOn: businessDay.optional(),
    }),
    answer: changed,
    example: {
      params: { memberId: "linjing" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e01",
        role: "manager",
        unitId: "u3",
        lastOn: "2026-04-30",
      },
    },
  },
  "roles.revoke": {
    summary: "Take a role back, from now on. For administrators, and not from themselves.",
    session: "member",
    params: memberParams,
    body: z.strictObject({ commandId, role, unitId }),
    answer: changed,
    example: {
      params: { memberId: "linjing" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e02", role: "finance", unitId: null },
    },
  },
} satisfies Record<string, Contract>;
