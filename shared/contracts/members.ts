import { z } from "zod";
import { businessDay, commandId, cursor, id, instant, revision, searched, text } from "./common";
import type { Contract } from "./contract";
import { role } from "./me";

const memberParams = z.strictObject({ memberId: id });

/** Present: they may sign in. In doubt: WeCom tells another name and number, and an administrator has to say who it is. */
const state = z.enum(["here", "left", "unsure"]);

/** What is so from a day on, until the next entry; null: nothing. */
const fromDay = (value: z.ZodType<string>) =>
  z.strictObject({ fromOn: businessDay, value: value.nullable() }).nullable();

export const heldRole = z.object({
  role,
  unitId: id.nullable(),
  unitName: z.string().nullable(),
  fromOn: businessDay,
  /** null while it lasts. */
  lastOn: businessDay.nullable(),
  /** Who gave it; null: whoever runs the server. */
  byName: z.string().nullable(),
});

/** A row of the list of members. */
export const memberRow = z.object({
  memberId: id,
  name: z.string(),
  state,
  unitName: z.string().nullable(),
  employeeNumber: z.string().nullable(),
  joinedOn: businessDay.nullable(),
  /** Today. */
  salesMode: z.string().nullable(),
  /** What they are by the directory today. */
  byDirectory: z.array(role),
  /** What they lead by it. */
  leadsNames: z.array(z.string()),
  /** By an administrator, today or to come, with their ends. */
  roles: z.array(heldRole.omit({ byName: true })),
});

export const membersContracts = {
  "members.list": {
    summary:
      "Members, in the order of their names: all who are here or have left, or those who are found by name, pinyin initials, the last four digits of a phone or the beginning of a number. For HR, administrators and auditors.",
    session: "member",
    query: z.strictObject({
      words: searched.optional(),
      /** Without it, who is here. */
      state: z.enum(["here", "left"]).optional(),
      /** Only those who belong to no team, or have no role at all. */
      lacking: z.enum(["team", "role"]).optional(),
      cursor: cursor.optional(),
    }),
    answer: z.object({
      items: z.array(memberRow),
      /** null where that is all. A page may be short, or empty, while there is more. */
      nextCursor: cursor.nullable(),
      counts: z.object({ here: z.number().int(), left: z.number().int() }),
      can: z.object({ readDirectory: z.boolean() }),
    }),
    example: { query: { state: "here" } },
  },
  "members.readDirectory": {
    summary:
      "Have WeCom's directory read now, by a worker. `setup.ready` says when it has been read, or why that failed. For HR and administrators.",
    session: "member",
    body: z.strictObject({ commandId }),
    /** Since when it is asked for, by the machine's clock, as `setup.ready` tells time. */
    answer: z.object({ askedAt: instant }),
    example: { body: { commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e01" } },
  },
  "members.read": {
    summary:
      "What is kept of a member: number, days, whom they report to, how they sell, where they belong and which roles they have. For HR, administrators and auditors.",
    session: "member",
    params: memberParams,
    answer: z.object({
      member: z.object({
        memberId: id,
        name: z.string(),
        state,
        /** As WeCom's directory says it today. */
        unitName: z.string().nullable(),
        employeeNumber: z.string().nullable(),
        /** The number has been given to somebody else since; their name. */
        numberTakenByName: z.string().nullable(),
        joinedOn: businessDay.nullable(),
        /** The last day by contract, as HR has typed it. */
        leftOn: businessDay.nullable(),
        /** When the directory no longer had them; null while they are here. */
        goneOn: businessDay.nullable(),
        /** Oldest first; null in place of a name: their unit's leader. */
        reportsTo: z.array(z.object({ fromOn: businessDay, memberId: id.nullable(), name: z.string().nullable() })),
        /** Who that is today, by name: whoever is said, else who leads their unit. */
        superiorNames: z.array(z.string()),
        salesMode: z.array(z.object({ fromOn: businessDay, value: z.string().nullable() })),
      }),
      /** Where they have belonged and what they have led by the directory, newest first. */
      places: z.array(
        z.object({
          unitName: z.string(),
          part: z.enum(["member", "leader"]),
          fromOn: businessDay,
          lastOn: businessDay.nullable(),
        }),
      ),
      /** What they are by the directory, without being given it. */
      byDirectory: z.array(role),
      /** By an administrator; what is over as well, newest first. */
      roles: z.array(heldRole),
      /** Of who has left: what waits for somebody else. */
      open: z.object({ clients: z.number().int(), sales: z.number().int() }).nullable(),
      revision,
      can: z.object({ setRecord: z.boolean(), changeRoles: z.boolean() }),
    }),
    example: { params: { memberId: "xiaowang" } },
  },
  "members.setRecord": {
    summary:
      "Type what is kept of a member. For HR and administrators, and not of themselves. Whom they report to and how they sell counts from a day on.",
    session: "member",
    params: memberParams,
    body: z.strictObject({
      commandId,
      /** 0: nothing has been said of them yet. */
      revision,
      employeeNumber: text(64).nullable(),
      joinedOn: businessDay.nullable(),
      leftOn: businessDay.nullable(),
      /** null: it stays as it is. The value null: their unit's leader. */
      reportsTo: fromDay(id),
      salesMode: fromDay(text(40)),
    }),
    answer: z.object({ memberId: id, revision }),
    example: {
      params: { memberId: "xiaowang" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e01",
        revision: 0,
        employeeNumber: "00731",
        joinedOn: "2023-07-01",
        leftOn: null,
        reportsTo: null,
        salesMode: { fromOn: "2026-04-01", value: "直销" },
      },
    },
  },
} satisfies Record<string, Contract>;
