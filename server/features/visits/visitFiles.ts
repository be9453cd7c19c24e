import type { ClientSession } from "mongoose";
import type { AnswerOf } from "@shared/contracts";
import type { RecordFile, StepAnswer, VisitType, VoiceNote } from "@shared/domain/visitType";
import type { Deps } from "../../deps";
import { findOwnFiles, keptPhotos, useFile } from "../../files";
import type { CheckInRecord } from "../checkIns";

interface Recorded {
  visitId: string;
  /** By whom, as it stands on the photos. */
  byName: string;
  checkIn: CheckInRecord;
  type: VisitType;
  answers: readonly StepAnswer[];
  voice: VoiceNote | null;
  /** Those of the record that is corrected: they are the visit's already, and stay so in its earlier version. */
  before: readonly RecordFile[];
  writtenAt: Date;
}

/**
 * The files of a record that is written: each has arrived, and is not another visit's.
 * @returns what takes them into use, in the transaction of the record
 * @throws AppError "file.unknown", "file.differs": which one is said, so that a phone can send it again
 */
export async function takeFiles(
  deps: Pick<Deps, "clock" | "settings">,
  { visitId, byName, checkIn, type, answers, voice, before, writtenAt }: Recorded,
): Promise<(session: ClientSession) => Promise<void>> {
  const known = new Set(before.map(({ fileId }) => fileId));
  const steps = new Map(type.steps.map((step) => [step.stepId, step.kind]));
  const named = [
    ...answers.flatMap(({ stepId, files = [] }) =>
      files.map((file) => ({ ...file, kind: steps.get(stepId), isSound: false })),
    ),
    ...(voice ? [{ ...voice, kind: "voice", isSound: true }] : []),
  ].filter(({ fileId }) => !known.has(fileId));
  const usedBy = `visit:${visitId}`;
  const found = await findOwnFiles(deps, { memberId: checkIn.memberId, named, usedBy });
  const { customerName, siteName } = checkIn;
  const stamp = { place: `${customerName} · ${siteName}`, who: byName, at: writtenAt };
  return async (session) => {
    for (const [n, file] of found.entries()) {
      // A signature is for reading as it was drawn: nothing is written over it.
      await useFile(deps, file, { usedBy, stamp: named[n]?.kind === "photo" ? stamp : null }, session);
    }
  };
}

/** Where these files of a member can be looked at, each once. That somebody looks is the caller's to note. */
export async function linksToFiles(
  deps: Pick<Deps, "realNow">,
  memberId: string,
  files: readonly RecordFile[],
): Promise<NonNullable<AnswerOf<"visits.read">["files"]>> {
  const fileIds = [...new Set(files.map(({ fileId }) => fileId))];
  const storedId = (fileId: string) => `${memberId}:${fileId}`;
  const kept = await keptPhotos(deps, fileIds.map(storedId));
  return fileIds.map((fileId) => ({ fileId, url: kept.get(storedId(fileId))?.url ?? null }));
}
