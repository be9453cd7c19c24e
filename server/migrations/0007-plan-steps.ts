import type { mongo } from "mongoose";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface OldPlan extends mongo.Document {
  publishedAt: Date;
  revision?: number;
}

/** Plans were published by nobody in particular; now each version knows who did what with it. */
export const planSteps: Migration = {
  number: 7,
  name: "plan-steps",
  up: (context) =>
    changeEach<OldPlan>(context, "plans", ({ publishedAt, revision }) => {
      if (revision !== undefined) return null;
      const by = { kind: "job", id: "setup" };
      return { $set: { revision: 1, steps: [{ action: "publish", by, at: publishedAt, reason: null }] } };
    }),
};
