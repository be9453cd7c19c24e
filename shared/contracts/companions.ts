import { z } from "zod";
import { companionsMax, companionStates } from "@shared/domain/companion";
import { businessDay, commandId, id, instant, revision, searched } from "./common";
import type { Contract } from "./contract";

export const companionState = z.enum(companionStates);

/** A colleague whom a visit names, for whoever reads the visit: who was taken off is not among them. */
export const companionView = z.object({
  companionId: id,
  name: z.string(),
  state: companionState.exclude(["removed"]),
  /** They are not in the company any more. */
  hasLeft: z.boolean(),
  confirmUntil: instant,
  /** When they checked in at the same client by themselves, near in time; null: they did not. */
  ownCheckInAt: instant.nullable(),
});

/** The same for the colleague. */
export const namedView = z.object({
  companionId: id,
  byName: z.string(),
  customerName: z.string(),
  on: businessDay,
  checkedInAt: instant,
  state: companionState,
  confirmUntil: instant,
  revision,
});

const example = "with-7d865e959b2466918c9863afca942d0fb89d7c9a";

export const companionsContracts = {
  "companions.find": {
    summary:
      "Colleagues whom I may name at a visit: of my team's branch and those who lead above it, at most 20. Without words those of my team.",
    session: "member",
    query: z.strictObject({ words: searched.optional() }),
    answer: z.object({ items: z.array(z.object({ memberId: id, name: z.string(), unitName: z.string() })) }),
    example: { query: { words: "李" } },
  },
  "companions.name": {
    summary:
      "Name colleagues who were at a visit of mine, within seven days of its check-in. Each is asked to confirm; who was named stays named, unless they are taken off before they answer.",
    session: "member",
    params: z.strictObject({ visitId: id }),
    body: z.strictObject({ commandId, memberIds: z.array(id).min(1).max(companionsMax) }),
    answer: z.object({ companions: z.array(companionView) }),
    example: {
      params: { visitId: "xiaowang:4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a04" },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a51", memberIds: ["lisi"] },
    },
  },
  "companions.remove": {
    summary: "Take off a colleague whom I have named at a visit of mine by mistake, before they have answered.",
    session: "member",
    params: z.strictObject({ companionId: id }),
    body: z.strictObject({ commandId }),
    answer: z.object({ companions: z.array(companionView) }),
    example: {
      params: { companionId: example },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a53" },
    },
  },
  "companions.read": {
    summary: "A visit at which somebody has named me.",
    session: "member",
    params: z.strictObject({ companionId: id }),
    answer: z.object({ named: namedView }),
    example: { params: { companionId: example } },
  },
  "companions.answer": {
    summary: "Say that I was at a visit at which somebody has named me, or that I was not: once, within seven days.",
    session: "member",
    params: z.strictObject({ companionId: id }),
    body: z.strictObject({ commandId, revision, wasThere: z.boolean() }),
    answer: z.object({ named: namedView }),
    example: {
      params: { companionId: example },
      body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9a52", revision: 1, wasThere: true },
    },
  },
} satisfies Record<string, Contract>;
