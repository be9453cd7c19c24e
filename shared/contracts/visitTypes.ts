import { z } from "zod";
import { visitStepKinds, visitTypeLimits, visitTypeReaders } from "@shared/domain/visitType";
import { commandId, id, instant, revision, text } from "./common";
import type { Contract } from "./contract";

const kind = z.enum(visitStepKinds);
const seenBy = z.enum(visitTypeReaders);

export const visitTypeView = z.object({
  typeId: id,
  /** Of the type: a record keeps the one that it was written by. */
  version: revision,
  name: z.string(),
  steps: z.array(
    z.object({
      ...{ stepId: id, kind, label: z.string(), required: z.boolean(), options: z.array(z.string()) },
      /** One line is asked for. Absent in answers of before. */
      isShort: z.boolean().optional(),
    }),
  ),
  /** One checks out as well, so that the time on site is known. */
  asksTimeOnSite: z.boolean(),
  seenBy,
});

/** A type as those who decide about types see it. */
export const configuredType = visitTypeView.extend({
  /** False: nobody is offered it any more. */
  inUse: z.boolean(),
  /** Null where it is as it was shipped. */
  changed: z.object({ byName: z.string(), at: instant }).nullable(),
});

/** As a person types them: what is wrong beyond that says shared/domain/visitType. */
const rules = {
  name: text(visitTypeLimits.name),
  steps: z
    .array(
      z.strictObject({
        stepId: id,
        kind,
        label: text(visitTypeLimits.label),
        required: z.boolean(),
        /** Of a choice, or the products that are counted. */
        options: z.array(text(visitTypeLimits.product)).max(visitTypeLimits.products),
        /** One line is asked for; of words alone. Left out, it stays as it was. */
        isShort: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(visitTypeLimits.steps),
  asksTimeOnSite: z.boolean(),
  seenBy,
  inUse: z.boolean(),
};

export const visitTypesContracts = {
  "visitTypes.mine": {
    summary: "The types of visits that I may record, with their steps.",
    session: "member",
    answer: z.object({ items: z.array(visitTypeView) }),
    example: {},
  },
  "visitTypes.list": {
    summary: "All types of visits as they are now, those that are out of use among them. For administrators.",
    session: "member",
    answer: z.object({ items: z.array(configuredType) }),
    example: {},
  },
  "visitTypes.save": {
    summary:
      "Add a type of visits, change one or take it out of use: each is its next version. Records keep the version that they were written by.",
    session: "member",
    params: z.strictObject({ typeId: id }),
    body: z.strictObject({
      commandId,
      /** The version that was seen; 0: there is none yet. */
      version: revision,
      ...rules,
      /** Put before all others: a visit to a client where none of mine was begins with the first. */
      isFirst: z.boolean().optional(),
    }),
    answer: z.object({ visitType: configuredType }),
    example: {
      params: { typeId: "hospital" },
      body: {
        commandId: "4b1f8f5c-1c1e-4b52-9a55-0d5f3f0f9e01",
        version: 1,
        name: "医院拜访",
        steps: [
          { stepId: "people", kind: "people", label: "见了谁", required: true, options: [] },
          { stepId: "record", kind: "record", label: "医生的需求", required: true, options: [] },
          {
            stepId: "stage",
            kind: "choice",
            label: "进院进度",
            required: true,
            options: ["没开始", "药事会", "已进院"],
          },
          { stepId: "nextStep", kind: "nextStep", label: "下一步", required: true, options: [] },
        ],
        asksTimeOnSite: true,
        seenBy: "everybody",
        inUse: true,
      },
    },
  },
} satisfies Record<string, Contract>;
