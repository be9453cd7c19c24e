import type { ClientSession } from "mongoose";
import type { EarlierRecordView } from "@shared/contracts";
import type { RecordedText } from "@shared/domain/visit";
import type { Month } from "@shared/domain/time";
import {
  filesOfAnswers,
  plainVisitType,
  type RecordFile,
  type StepAnswer,
  type VisitType,
  visitTypeKeyOf,
} from "@shared/domain/visitType";
import { insert, updateAtRevision } from "../../db";
import { visitTypesOf } from "../visitTypes";
import { VisitModel, type VisitRecord, VisitVersionModel, type VisitVersionRecord } from "./visitModel";

const versionsMax = 100;

export const versionOf = ({ version }: Pick<VisitRecord, "version">): number => version ?? 1;

type StoredRecord = Pick<
  VisitRecord,
  "typeId" | "typeVersion" | "purpose" | "peopleMet" | "record" | "nextStep" | "answers" | "voice" | "met"
>;

/** What a stored record says. */
export function recordedOf(stored: StoredRecord): RecordedText {
  const { typeId, typeVersion, purpose, peopleMet, record, nextStep, answers, voice, met } = stored;
  return {
    type: { typeId: typeId ?? plainVisitType.typeId, version: typeVersion ?? plainVisitType.version },
    answers: (answers ?? []).map(storedAnswer),
    purpose,
    peopleMet: peopleMet ?? null,
    met: (met ?? []).map(({ contactId, name }) => ({ contactId, name })),
    record,
    voice: voice ? { fileId: voice.fileId, hash: voice.hash, lengthMs: voice.lengthMs } : null,
    nextStep: nextStep
      ? { text: nextStep.text, on: nextStep.on, doneAt: nextStep.doneAt?.toISOString() ?? null }
      : null,
  };
}

const storedAnswer = ({ stepId, value, files, counts }: StepAnswer): StepAnswer => ({
  ...{ stepId, value },
  ...(files && { files: files.map(({ fileId, hash }) => ({ fileId, hash })) }),
  ...(counts && { counts: counts.map(({ product, count }) => ({ product, count })) }),
});

/** Puts a version in the place of the newest one, which is kept as it was. */
export async function addVersion(
  visit: VisitRecord,
  after: RecordedText & { effective: boolean; reason: string | null; completeAt: Date | null; at: Date },
  session: ClientSession,
): Promise<void> {
  const {
    _id: visitId,
    repMonth,
    typeId,
    typeVersion,
    purpose,
    peopleMet,
    record,
    nextStep,
    answers,
    voice,
    met,
  } = visit;
  const version = versionOf(visit);
  const writtenAt = visit.correctedAt ?? visit.recordedAt;
  const recorded = { typeId, typeVersion, purpose, peopleMet, record, nextStep, answers, voice, ...(met && { met }) };
  const before = { visitId, version, repMonth, ...recorded, writtenAt };
  await insert(VisitVersionModel, { _id: `${visitId}:${version}`, ...before }, session);
  const { at, type, answers: answered, voice: spoken, met: named, ...set } = after;
  const { nextStep: step } = after;
  await updateAtRevision(
    VisitModel,
    {
      id: visitId,
      revision: visit.revision,
      set: {
        ...set,
        typeId: type.typeId,
        typeVersion: type.version,
        answers: [...answered],
        voice: spoken ?? null,
        met: [...(named ?? [])],
        nextStep: step && { ...step, doneAt: step.doneAt === null ? null : new Date(step.doneAt) },
        version: version + 1,
        correctedAt: at,
      },
    },
    session,
  );
}

/** What a visit's record said in a version that another has taken the place of; null where there is no such version. */
export const earlierVersion = (visitId: string, version: number): Promise<VisitVersionRecord | null> =>
  VisitVersionModel.findById(`${visitId}:${version}`).lean<VisitVersionRecord>();

/** What a visit's record said before, newest first. */
export function earlierVersions(visitId: string): Promise<VisitVersionRecord[]> {
  return VisitVersionModel.find({ visitId })
    .sort({ visitId: 1, version: -1 })
    .limit(versionsMax)
    .lean<VisitVersionRecord[]>();
}

/** A record and what it said before, newest first. Reads only where it has been corrected. */
export async function recordsOf(visit: VisitRecord): Promise<(VisitRecord | VisitVersionRecord)[]> {
  return [visit, ...(versionOf(visit) > 1 ? await earlierVersions(visit._id) : [])];
}

/** The files that a record names: what was spoken, photographed and signed. */
export function filesOfRecord(stored: StoredRecord): RecordFile[] {
  const { voice, answers } = recordedOf(stored);
  return [...(voice ? [voice] : []), ...filesOfAnswers(answers)];
}

/** The same of all visits of a member's month, by visit. */
export async function earlierVersionsOfMonth(
  memberId: string,
  period: Month,
): Promise<Map<string, VisitVersionRecord[]>> {
  const versions = await VisitVersionModel.find({ repMonth: `${memberId}:${period}` }).lean<VisitVersionRecord[]>();
  const byVisit = new Map<string, VisitVersionRecord[]>();
  for (const one of versions.sort((a, b) => b.version - a.version))
    byVisit.set(one.visitId, [...(byVisit.get(one.visitId) ?? []), one]);
  return byVisit;
}

/** Since when no step of a record was missing: from before there were any, since it was recorded; null: some still are. */
export const completeAtOf = ({ completeAt, recordedAt }: VisitRecord): Date | null =>
  completeAt === undefined ? recordedAt : completeAt;

/** What the texts of these visits' records were before they were corrected, newest first. Reads only where one has had another version. */
export async function earlierRecordsOf(visits: readonly VisitRecord[]): Promise<Map<string, EarlierRecordView[]>> {
  const visitIds = visits.filter((visit) => versionOf(visit) > 1).map(({ _id }) => _id);
  if (visitIds.length === 0) return new Map();
  const versions = await VisitVersionModel.find({ visitId: { $in: visitIds } }).lean<VisitVersionRecord[]>();
  versions.sort((a, b) => b.version - a.version);
  return new Map(
    visits.map(({ _id, record }) => {
      const texts = [{ record }, ...versions.filter(({ visitId }) => visitId === _id)];
      // A next step that was done or moved is another version with the same text.
      const earlier = texts.flatMap((one, at) =>
        "writtenAt" in one && one.record !== texts[at - 1]?.record
          ? [{ record: one.record, writtenAt: one.writtenAt.toISOString() }]
          : [],
      );
      return [_id, earlier];
    }),
  );
}

/** Of each of these records the type that it was written by, as that was in its version. */
export async function typesOfRecords(records: readonly StoredRecord[]): Promise<(record: StoredRecord) => VisitType> {
  const types = await visitTypesOf(records.map((record) => recordedOf(record).type));
  // A version that a record names is never taken away.
  return (record) => types.get(visitTypeKeyOf(recordedOf(record).type)) ?? plainVisitType;
}
