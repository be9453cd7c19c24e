import type { AnswerOf, BodyOf } from "@shared/contracts";
import { amountText } from "@shared/domain/moneyText";
import { decompositionOf } from "@shared/domain/target";
import { fenOfTypedAmount, mayBecomeAmount } from "@shared/domain/typedAmount";

export type Level = AnswerOf<"targets.level">;
export type TargetLine = Level["rows"][number];
export type PublicationLevel = Level["publication"]["levels"][number];

/** Yuan as typed, by subject; who is not in it stands as the server knows it. */
export type TypedTargets = Record<string, string>;

/** As it is proposed, or else in force. */
export const standingFen = ({ draft, valueFen }: TargetLine): number | null => draft?.valueFen ?? valueFen;

export function textOf(line: TargetLine, typed: TypedTargets): string {
  const fen = standingFen(line);
  return typed[line.subjectId] ?? (fen === null ? "" : amountText(fen).replace(/\.00$/, ""));
}

/** Fen of what stands in a field; null where that is no target. */
export function fenOf(line: TargetLine, typed: TypedTargets): number | null {
  const text = typed[line.subjectId];
  if (text === undefined) return standingFen(line);
  const fen = fenOfTypedAmount(text);
  return fen !== null && fen > 0 ? fen : null;
}

/** What is wrong with a field. @param left whether the person has gone on: before, it may still become an amount */
export function targetFault(line: TargetLine, typed: TypedTargets, left: boolean): "noSum" | "emptied" | null {
  const text = typed[line.subjectId];
  if (text === undefined || fenOf(line, typed) !== null) return null;
  if (text.trim() === "") return standingFen(line) === null ? null : "emptied";
  return left || !mayBecomeAmount(text) ? "noSum" : null;
}

/** What is typed and differs from what the server knows. */
export const changedTargets = (rows: readonly TargetLine[], typed: TypedTargets): BodyOf<"targets.set">["targets"] =>
  rows.flatMap((line) => {
    const valueFen = fenOf(line, typed);
    if (!line.maySet || valueFen === null || valueFen === standingFen(line)) return [];
    return [{ subjectId: line.subjectId, valueFen, reason: null, revision: line.revision }];
  });

/** What is left of the unit's target with what is typed, below 0 where there is too much; null where there is nothing to give out. */
export function leftFenOf({ parent, rows }: Pick<Level, "parent" | "rows">, typed: TypedTargets): number | null {
  const parentFen = parent && standingFen(parent);
  const parts = rows.map((line) => fenOf(line, typed)).filter((fen) => fen !== null);
  if (parent === null || parentFen === null || parts.length === 0) return null;
  return decompositionOf(parentFen, [...parts, parent.keptFen]).unallocatedFen;
}

/** Whether the unit's own target is proposed and not in force: it is published on the level above, and all below it with it. */
export const isPublishedAbove = ({ parent }: Pick<Level, "parent">): boolean =>
  parent !== null && parent.valueFen === null && parent.draft !== null;

/** Who of a level sells and has no target, and which of its units gives none out, as far as they stand now. */
export const withoutTarget = (rows: readonly TargetLine[]): string[] =>
  rows
    .filter(
      (line) =>
        !line.sellsNothing &&
        (line.isUnit ? standingFen(line) !== null && line.leftFen === null : standingFen(line) === null),
    )
    .map(({ name }) => name);

/** Why a level cannot be published as it stands; null where it can. */
export function levelFault(level: PublicationLevel, kept: ReadonlySet<string>): "noParent" | "tooMuch" | "rest" | null {
  const { parentId, parentFen, restFen, remainder } = level;
  if (parentId === null) return null;
  if (parentFen === null) return "noParent";
  if (restFen < 0) return "tooMuch";
  return restFen === 0 || restFen === remainder?.valueFen || kept.has(parentId) ? null : "rest";
}

/** The levels of a publication about which something has to be said or mended first, wherever they hang. */
export const unsolvedLevels = ({ publication }: Pick<Level, "publication">) =>
  publication.levels.flatMap((level) => {
    const fault = levelFault(level, new Set());
    return fault === null ? [] : [{ level, fault }];
  });

/** @param kept units whose rest is kept back on purpose */
export const publicationOf = (
  levels: readonly PublicationLevel[],
  kept: ReadonlySet<string>,
  reason: string,
): BodyOf<"targets.publish">["levels"] =>
  levels.map(({ parentId, restFen, remainder, targets }) => ({
    parentId,
    remainder:
      restFen === 0 ? null : parentId !== null && kept.has(parentId) ? { valueFen: restFen, reason } : remainder,
    targets: targets.map(({ subjectId, revision }) => ({ subjectId, revision })),
  }));
