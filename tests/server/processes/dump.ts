import type mongoose from "mongoose";
import type { Simulator } from "../../../server/dev/wecom";
import { canonicalJson } from "@shared/domain/canonicalJson";

type Doc = Record<string, unknown> & { _id: string };

/** What is true in the end, as lines of text by what it is about, so that a difference names itself. */
export type Dump = Record<string, string[]>;

/** A command for each process that has begun, and found that nobody had read the directory. */
const atStart = "wecom:directory:watch:";

const byChance = new Set(["approval_ask", "factor_crossed", "sale_returned", "sale_withdrawn"]);

/**
 * What a run must leave behind whatever came between. Left out: real times and request ids; how often a month or a summary was
 * computed on the way (revisions, when and from which figures of others it was priced last), so that of the ledger the balances
 * count; which messages of a group were gathered into one; who was asked about what was decided meanwhile, and told of what has
 * moved on the way; and how many processes have read the directory as they started.
 */
export async function dumpOf(db: mongoose.mongo.Db, wecom: Simulator): Promise<Dump> {
  const all = (name: string) => db.collection<Doc>(name).find({}).sort({ _id: 1 }).toArray();
  const lines = async (name: string, shown: (doc: Doc) => unknown) =>
    (await all(name)).map((doc) => `${doc._id} ${canonicalJson(plain(shown(doc)))}`);
  const without =
    (...names: string[]) =>
    (doc: Doc) =>
      Object.fromEntries(Object.entries(doc).filter(([name]) => !names.includes(name)));
  /** Who asks and how soon they are answered is a matter of time; what still waits has been asked about. */
  const messagesOfAllRuns = async () => {
    const waiting = new Set(
      (await all("sales")).flatMap(({ _id, state, revision }) =>
        state === "submitted" ? [`approval:sale:${_id}:${String(revision)}`] : [],
      ),
    );
    const isAsked = (id: string) => waiting.has(id.split(":").slice(0, 4).join(":"));
    return (await all("notices")).filter(
      ({ _id, kind }) => !byChance.has(String(kind)) || (kind === "approval_ask" && isAsked(_id)),
    );
  };
  return {
    commands: (await lines("commands", without("at"))).filter((line) => !line.startsWith(atStart)),
    audit: await lines("auditEntries", without("recordedAt", "requestId")),
    checkIns: await lines("checkIns", (doc) => ({
      ...doc,
      audit: without("recordedAt", "requestId")(doc.audit as Doc),
    })),
    visits: await lines("visits", (doc) => doc),
    sales: await lines("sales", (doc) => doc),
    keys: await lines("keys", (doc) => doc),
    members: await lines("members", ({ language, publicPraise, revision }) => ({ language, publicPraise, revision })),
    facts: await lines("facts", (doc) => doc),
    credits: await lines("credits", (doc) => doc),
    statements: await lines("statements", ({ statement, plansUsed, summary }) => ({ statement, plansUsed, summary })),
    balances: balances(await all("journals")),
    memberSummaries: await lines("memberSummaries", without("revision")),
    unitSummaries: await lines("unitSummaries", without("revision", "computedAt")),
    ...messages(await messagesOfAllRuns(), wecom),
  };
}

/** What each account of a month holds by line of pay, accounts at 0 left out. */
function balances(journals: Doc[]): string[] {
  const sums = new Map<string, number>();
  for (const { repMonth, postings } of journals) {
    for (const { book, account, lineId, amountFen } of postings as Record<string, unknown>[]) {
      const key = [repMonth, book, account, lineId].join(" ");
      sums.set(key, (sums.get(key) ?? 0) + Number(amountFen));
    }
  }
  return [...sums].flatMap(([key, sum]) => (sum === 0 ? [] : [`${key} ${sum}`])).sort();
}

/** Who was told what: each message with its figures; and how often each has arrived, by itself or among the gathered ones. */
function messages(notices: Doc[], wecom: Simulator): { messages: string[]; arrivals: string[] } {
  const carriers = new Map(
    notices.flatMap((digest) => ((digest.itemIds ?? []) as string[]).map((itemId) => [itemId, digest] as const)),
  );
  const single = notices.filter(({ kind }) => !String(kind).endsWith("_digest"));
  return {
    messages: single.map(({ _id, kind, channel, receiverId, params }) => {
      return `${_id} ${canonicalJson(plain({ kind, channel, receiverId, params }))}`;
    }),
    // Of those who are asked often, only the first of a day's messages arrive: which these are is a matter of time.
    arrivals: single
      .filter(({ kind }) => kind !== "approval_ask")
      .map((notice) => {
        const carrier = carriers.get(notice._id) ?? notice;
        return `${notice._id} ${String(carrier.state)}, arrived: ${arrivalsOf(carrier, wecom)}`;
      }),
  };
}

/** How often its receiver has got a message. */
function arrivalsOf({ _id, receiverId }: Doc, wecom: Simulator): number {
  const robot = wecom.world.robots.find(({ departmentId }) => `u${departmentId}` === receiverId);
  const received = robot ? wecom.robot(robot.key).messages : wecom.member(String(receiverId)).messages;
  const mark = `notice=${encodeURIComponent(_id)}`;
  return received.filter(({ content }) => JSON.stringify(content).includes(mark)).length;
}

/** Dates as text, as JSON has them. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
