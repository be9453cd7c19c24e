import mongoose from "mongoose";
import { inTransaction } from "../../../server/db";
import { taskKind, type TaskKind } from "../../../server/tasks";

export const batchSize = 10;
interface Row extends mongoose.mongo.Document {
  _id: string;
}

/** Long work that stores a row for each number, some at a time: a row that is stored twice fails. */
export const countingKind = (hooks: { beforeBatch?: (done: number) => Promise<void> } = {}): TaskKind<unknown> =>
  taskKind<{ rows: number }, unknown>("exports.make", {
    async run(task) {
      const { rows } = task.input;
      const { from: start } = (task.cursor as { from: number } | null) ?? { from: 0 };
      for (let from = start; from < rows; from += batchSize) {
        await hooks.beforeBatch?.(from);
        const to = Math.min(rows, from + batchSize);
        await task.advance({ cursor: { from: to }, done: to, total: rows, phase: "counting" }, async (session) => {
          const made = Array.from({ length: to - from }, (_, n) => ({ _id: `${task.taskId}:${from + n}` }));
          await mongoose.connection.collection<Row>("testRows").insertMany(made, { session });
        });
      }
      return { counts: { counted: rows } };
    },
    discard: ({ taskId, input: { rows } }) =>
      inTransaction(async (session) => {
        const ids = Array.from({ length: rows }, (_, n) => `${taskId}:${n}`);
        await mongoose.connection.collection<Row>("testRows").deleteMany({ _id: { $in: ids } }, { session });
      }),
  });
