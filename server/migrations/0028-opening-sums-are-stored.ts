import type { Migration } from "./migration";

const kinds = ["clawback", "draw", "unreleased", "paid"] as const;

/** Up to here what the company's members bring along together was added up anew on each reading. */
export const openingSumsAreStored: Migration = {
  number: 28,
  name: "opening-sums-are-stored",
  up: async (context) => {
    const { db } = context;
    const books = db.collection<{ _id: string }>("openingBooks");
    if (!(await books.findOne({ _id: "company" }))) return;
    const sums = Object.fromEntries(kinds.map((kind) => [kind, 0]));
    const members = new Set<string>();
    const posted = db.collection("openingBalances").find({ number: { $gt: 0 } });
    for await (const { kind, memberId, changeFen } of posted) {
      sums[String(kind)] = (sums[String(kind)] ?? 0) + Number(changeFen);
      members.add(String(memberId));
    }
    const $set = { sums, membersCount: members.size };
    await context.writeBatch(
      async (session) => void (await books.updateOne({ _id: "company" }, { $set }, { session })),
    );
  },
};
