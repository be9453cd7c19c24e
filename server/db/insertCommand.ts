import { type ClientSession, type Model, type mongo, Schema } from "mongoose";
import { actorNameOf } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import { currentRequestId } from "../lib/requestContext";
import { actorNameSchema } from "./actorNameSchema";
import {
  answerBytesMax,
  type AuditNote,
  bodyHashNow,
  commandIdOf,
  type CommandRequest,
  isRecentCommand,
  isSameBody,
  realNowOfCommands,
  reused,
} from "./command";
import { isDuplicateKey } from "./conflicts";
import { inTransaction } from "./inTransaction";
import type { ModelOf } from "./insert";
import { insertTogether } from "./insertTogether";
import { schemaVersion } from "./schemaVersion";

/**
 * What a document that is a whole command carries beside what it is about: who sent it, its first answer, and its audit
 * entry, which is sealed and searched where it is. None of it ever changes but
 * `sealed`, and the hash, which goes with what it could tell of what is erased.
 */
export const commandParts = {
  command: {
    type: new Schema(
      {
        kind: { type: String, required: true },
        bodyHash: { type: String, required: true },
        /** The first answer as JSON text, so that a repeat is answered with the same bytes. */
        answer: { type: String, required: true },
      },
      { _id: false, strict: "throw" },
    ),
    required: true,
  },
  audit: {
    type: new Schema(
      {
        actor: { type: actorNameSchema, required: true },
        action: { type: String, required: true },
        subject: { type: String, required: true },
        /** Business time. */
        at: { type: Date, required: true },
        /** Real time. */
        recordedAt: { type: Date, required: true },
        requestId: { type: String, required: false },
        detail: { type: Schema.Types.Mixed, required: false },
      },
      { _id: false, strict: "throw", minimize: false },
    ),
    required: true,
  },
  sealed: { type: Boolean, required: true, default: false },
  schemaVersion,
} as const;

/** What `insertCommand` writes into the document by itself. */
export type CommandPart = "_id" | "command" | "audit" | "sealed" | "schemaVersion";

interface CommandDocument {
  _id: string;
  command: { kind: string; bodyHash: string; answer: string };
}

export interface InsertDecision<Doc, Answer> {
  document: Omit<Doc, CommandPart>;
  /** As it goes over the wire: plain JSON values, at most 4 KB. */
  answer: Answer;
  audit: AuditNote;
  /** What must be true together with the document, such as an event that somebody hears of: then it is a transaction. */
  alongside?: (session: ClientSession) => Promise<void>;
}

/**
 * A command whose effect is one document: **one insert**, and nothing else is asked of the database. The document's `_id` is the
 * command's id, so the duplicate key finds a repeat, which gets the first answer, also where `decide` would refuse it by now.
 * An id that a command of several documents has used before is refused where this process knows of it; where only another does,
 * both stand, since asking would be a second way to the database for every tap. The other way round it is always refused.
 * @param model one that `oneDocumentModel` has named
 * @throws AppError "command.reused" for a known id with another kind or body; what `decide` throws
 */
export async function insertCommand<Doc extends CommandDocument, Answer>(
  request: CommandRequest,
  model: ModelOf<Doc>,
  decide: (id: string) => Promise<InsertDecision<NoInfer<Doc>, Answer>>,
): Promise<Answer> {
  const id = commandIdOf(request);
  if (isRecentCommand(id)) throw reused(id);
  try {
    const decision = await decide(id);
    // By the driver: what a contract and a rule have just made needs no second look, which took longer than the insert. A test
    // holds what is stored against the schema.
    const collection = model.collection as unknown as mongo.Collection<{ _id: string }>;
    const document = { ...decision.document, ...commandPartsOf(request, decision) };
    const { alongside } = decision;
    if (!alongside) await insertTogether(collection, document);
    else
      await inTransaction(async (session) => {
        await collection.insertOne(document, { session });
        await alongside(session);
      });
    return decision.answer;
  } catch (error) {
    // Also where WeCom, the database or a rule says no by now: what was answered once stays answered.
    const known = isDuplicateKey(error) || error instanceof AppError ? await findCommand(model, id) : null;
    if (!known) throw error;
    if (!isSameBody(known.bodyHash, request)) throw reused(id);
    return JSON.parse(known.answer) as Answer; // stored above as this very answer
  }
}

/** What makes a document a command, for whoever writes one of the past beside other things. */
export function commandPartsOf(request: CommandRequest, decided: { answer: unknown; audit: AuditNote }) {
  const answer = JSON.stringify(decided.answer);
  const requestId = currentRequestId();
  if (Buffer.byteLength(answer) > answerBytesMax)
    throw new Error(`the answer of ${request.kind} is too long to be kept`);
  return {
    _id: commandIdOf(request),
    command: { kind: request.kind, bodyHash: bodyHashNow(request), answer },
    audit: {
      ...decided.audit,
      actor: actorNameOf(request.actor),
      // null would be stored where there is none.
      ...(requestId !== undefined && { requestId }),
      recordedAt: realNowOfCommands(),
    },
    sealed: false,
    schemaVersion: 1,
  };
}

async function findCommand<Doc extends CommandDocument>(model: ModelOf<Doc>, id: string) {
  const untyped = model as unknown as Model<CommandDocument>;
  const found = await untyped.findOne({ _id: id }, { command: 1 }).lean<CommandDocument | null>();
  return found?.command ?? null;
}
