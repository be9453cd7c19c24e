import type { ClientSession } from "mongoose";
import { actorKeyOf, type ActorName, actorNameOf } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import { waitAfterConflict } from "../lib/waitAfterConflict";
import { KeyedQueue } from "../lib/keyedQueue";
import { bodyHashOf, isBodyOf } from "./bodyHash";
import { CommandModel, type CommandRecord } from "./commandModel";
import { isCommitUnknown, isDuplicateKey, isWriteConflict, StaleRead } from "./conflicts";
import { attemptsMax, transactionOnce } from "./inTransaction";
import type { FieldKeys } from "./encryptedFields";
import { insert } from "./insert";
import { byId } from "./readTogether";
import { RecentCommands, usedByOneDocument } from "./commandIdsInUse";

/** The longest texts that contracts take, of letters that take many bytes each, fit in. */
export const answerBytesMax = 32 * 1024;

export interface CommandRequest {
  /** Who commands. Members' ids are `<member>:<commandId>`, others' begin with their kind. */
  actor: ActorName;
  /** Made by the client once per tap. */
  commandId: string;
  /** What is commanded, usually the operation's id. */
  kind: string;
  /** What the client sent; the same id with another body is refused. */
  body: unknown;
  /** Commands with the same key run one after the other in this process, such as all that re-price one statement. */
  queue?: string | readonly string[];
}

/** What the audit log keeps of a command, beside who, when and the request id. */
export interface AuditNote {
  /** What was done, such as `sale.confirm`. */
  action: string;
  /** To what, such as a sale's id. */
  subject: string;
  /** When by business time. */
  at: Date;
  /** Small plain values; no pay, no positions, no secrets. */
  detail?: Record<string, unknown>;
}

export interface Decision<Answer> {
  /** As it goes over the wire: plain JSON values, at most 4 KB. */
  answer: Answer;
  audit?: AuditNote;
  /** All writes, each with the session. It may run again after a conflict and touches nothing but the database. */
  write(session: ClientSession): Promise<void>;
}

export type InsertAudit = (
  entry: AuditNote & { id: string; actor: ActorName },
  session: ClientSession,
) => Promise<void>;

interface CommandParts {
  realNow: () => Date;
  /** Of the fields, by which bodies are compared as well. */
  fieldKeys: FieldKeys;
  insertAudit: InsertAudit;
}
let parts: (CommandParts & { recent: RecentCommands }) | null = null;

/** Hands over what the database layer may not import. Done once per process, where its parts are wired. */
export function configureCommands(given: CommandParts): void {
  parts = { ...given, recent: new RecentCommands() };
}

const queue = new KeyedQueue();
const commandRecords = byId<CommandRecord>(CommandModel);

/**
 * Does what was asked exactly once. A command id that is known gets its first answer. Otherwise `decide` reads and
 * decides, and everything it writes is written in one transaction with the command itself and its audit entry. When
 * somebody else changed something meanwhile, it is all done again from reading.
 * @throws AppError "command.reused" for a known id with another kind or body; "conflict.busy" after 8 tries; what `decide` throws
 */
export async function command<Answer>(
  request: CommandRequest,
  decide: () => Promise<Decision<Answer>>,
): Promise<Answer> {
  const { insertAudit, realNow, recent, fieldKeys } = configured();
  const id = commandIdOf(request);
  const bodyHash = bodyHashOf(fieldKeys, request);

  const once = async (): Promise<Answer> => {
    const decision = await decide();
    const answer = decision.answer === undefined ? undefined : JSON.stringify(decision.answer);
    if (Buffer.byteLength(answer ?? "") > answerBytesMax)
      throw new Error(`the answer of ${request.kind} is too long to be kept`);
    await transactionOnce(async (session) => {
      await insert(CommandModel, { _id: id, kind: request.kind, bodyHash, answer, at: realNow() }, session);
      await decision.write(session);
      if (decision.audit) await insertAudit({ ...decision.audit, id, actor: actorNameOf(request.actor) }, session);
    });
    recent.note(id);
    return answerOf<Answer>(answer);
  };

  const firstAnswer = async (): Promise<CommandRecord | null> => {
    const known = (await commandRecords.get(id)) ?? null;
    if (known && !isSameBody(known.bodyHash, request)) throw reused(id);
    if (known) recent.note(id);
    return known;
  };

  const untilDone = async (): Promise<Answer> => {
    for (let attempt = 1; ; attempt += 1) {
      const known = attempt === 1 ? null : await firstAnswer();
      if (known) return answerOf<Answer>(known.answer);
      try {
        return await once();
      } catch (error) {
        if (mayDecideAgain(error)) {
          if (attempt >= attemptsMax) throw exhausted(error);
          await waitAfterConflict(attempt);
          continue;
        }
        // Refused, perhaps because another process has done this very command since we looked.
        const done = error instanceof AppError ? await firstAnswer() : null;
        if (!done) throw error;
        return answerOf<Answer>(done.answer);
      }
    }
  };

  // Asked before its turn: a repeat waits for nobody, and of copies that wait together the later ones find the first one's
  // document when they write, and read its answer. Asked at the same time, so that nobody waits longer for the second.
  const [known, isTap] = await Promise.all([firstAnswer(), usedByOneDocument(id)]);
  if (known) return answerOf<Answer>(known.answer);
  if (isTap) throw reused(id);
  return queue.runAll([request.queue ?? id].flat(), untilDone);
}

/**
 * What a command was answered first; null where it has not been done. For whoever would else do long work for nothing.
 * @throws AppError "command.reused" where it was sent with another kind or body
 */
export async function firstAnswerOf<Answer>(request: CommandRequest): Promise<{ answer: Answer } | null> {
  const id = commandIdOf(request);
  const known = await CommandModel.findOne({ _id: id }).lean<CommandRecord | null>();
  if (known && !isSameBody(known.bodyHash, request)) throw reused(id);
  return known && { answer: answerOf<Answer>(known.answer) };
}

/** What a command is known by: also the id of the document that a command of one document is. */
export function commandIdOf({ actor, commandId }: Pick<CommandRequest, "actor" | "commandId">): string {
  return `${actorKeyOf(actor)}:${commandId}`;
}

/** Whether what is stored of a command was sent with this kind and body. */
export const isSameBody = (stored: string, request: CommandRequest): boolean =>
  isBodyOf(configured().fieldKeys, stored, request);

export const bodyHashNow = (request: CommandRequest): string => bodyHashOf(configured().fieldKeys, request);

export const reused = (id: string): AppError =>
  new AppError("command.reused", `command ${id} was sent with another kind or body`);

/** A duplicate key is either our own first try or something that the next decision will see. */
function mayDecideAgain(error: unknown): boolean {
  return isWriteConflict(error) || isDuplicateKey(error) || isCommitUnknown(error) || error instanceof StaleRead;
}

function exhausted(error: unknown): Error {
  return new AppError("conflict.busy", `gave up after ${attemptsMax} tries`, {}, { cause: error });
}

function answerOf<Answer>(json: string | null | undefined): Answer {
  // What was stored is what `decide` answered, after the same turn into JSON that the first caller's answer took.
  return (json === null || json === undefined ? undefined : JSON.parse(json)) as Answer;
}

/** Machinery's time, as it was handed over. */
export const realNowOfCommands = (): Date => configured().realNow();

/** Whether this process has lately done, or answered again, a command of several documents by this id. */
export const isRecentCommand = (id: string): boolean => configured().recent.has(id);

function configured() {
  if (!parts) throw new Error("configureCommands has not been called");
  return parts;
}
