import { useState } from "react";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import type { ImportSource, RowResult } from "@shared/domain/importing";
import { ApiError } from "@/api/apiError";
import { addressOf, putFile } from "@/api/files";
import { chooseImport, createImport, importRows, listImports, readImport, runImport } from "@/api/imports";
import { cancelTask, readTask } from "@/api/tasks";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { openDocument } from "@/platform/document";
import { newId } from "@/platform/newId";
import { pickTable } from "@/platform/tableFile";

export type ImportView = AnswerOf<"imports.read">["import"];
export type ImportChoices = BodyOf<"imports.choose">["choices"];
export type ImportRow = AnswerOf<"imports.rows">["items"][number];
type Begun = AnswerOf<"imports.run">;

/** What I have imported lately. */
export const useImports = (enabled: boolean): QueryView<AnswerOf<"imports.mine">> =>
  useApiQuery(["imports", "mine"], listImports, { enabled });

const isUnderWay = (view: ImportView | undefined): boolean => view?.state === "looking" || view?.state === "running";

/** One import, asked for again as long as it is under way. */
export const useImport = (importId: string): QueryView<AnswerOf<"imports.read">> =>
  useApiQuery(["imports", importId], () => readImport(importId), {
    everyMs: (answered) => (!answered || isUnderWay(answered.import) ? 2_000 : undefined),
  });

/** How far it is; nothing is asked where nothing is under way. */
export const useProgress = (view: ImportView): QueryView<AnswerOf<"tasks.read">> =>
  useApiQuery(["tasks", view.taskId], () => readTask(view.taskId), {
    enabled: isUnderWay(view),
    everyMs: (answered) => answered?.task.askAgainMs ?? undefined,
  });

const asked = async <Answer>(sending: Promise<Answer>): Promise<Answer> => {
  const answer = await sending;
  void queryClient.invalidateQueries({ queryKey: ["imports"] });
  return answer;
};

/** A file of no bytes is sent nowhere. */
class EmptyFile extends Error {}

/** What a file is that was chosen and not taken; null for failures of any other kind. */
export type FileFault = "emptyFile" | "noTable" | null;

/** Chooses a file, sends it and has it looked at. Answers undefined where none was chosen. */
export function useUpload(): Command<ImportSource, Begun | undefined> & { fault: FileFault } {
  const upload = useCommand(async (commandId: string, source: ImportSource) => {
    const file = await pickTable();
    if (!file) return undefined;
    if (file.bytes.byteLength === 0) throw new EmptyFile();
    const fileId = newId();
    // What it is its content says; the server looks.
    await putFile(fileId, { type: "text/csv", bytes: file.bytes });
    const fileName = file.name.slice(-100) || "table";
    return asked(createImport({ commandId, purpose: "customers", source, fileId, fileName }));
  });
  const isNoTable = upload.error instanceof ApiError && upload.error.code === "file.unreadable";
  return { ...upload, fault: upload.error instanceof EmptyFile ? "emptyFile" : isNoTable ? "noTable" : null };
}

/** Says how a file is to be read; it is looked at once more. */
export const useChoose = (view: ImportView): Command<ImportChoices, Begun> =>
  useCommand((commandId: string, changed: ImportChoices) => {
    const choices = { ...view.choices, ...changed };
    return asked(chooseImport(view.importId, { commandId, revision: view.revision, choices }));
  });

export const useRun = (view: ImportView): Command<null, Begun> =>
  useCommand((commandId: string) => asked(runImport(view.importId, { commandId, revision: view.revision })));

export const useCancel = (view: ImportView): Command<null, AnswerOf<"tasks.cancel">> =>
  useCommand((commandId: string) => asked(cancelTask(view.taskId, commandId)));

/** What has become of each row, of one kind or all. */
export const useImportRows = (
  importId: string,
  is: RowResult | "all",
): ListQueryView<ImportRow, AnswerOf<"imports.rows">> =>
  useApiListQuery(
    ["imports", importId, "rows", is],
    (cursor) => importRows(importId, { ...(is !== "all" && { is }), ...(cursor !== null && { cursor }) }),
    ({ row }) => String(row),
    {},
  );

/** Takes the rows that wait away as a file. */
export function useErrorFile({ errorFileUrl, fileName }: ImportView): {
  take: (() => void) | null;
  hasFailed: boolean;
} {
  const [hasFailed, setHasFailed] = useState(false);
  if (errorFileUrl === null) return { take: null, hasFailed };
  const take = () => {
    setHasFailed(false);
    void openDocument(addressOf(errorFileUrl), fileName).catch(() => setHasFailed(true));
  };
  return { take, hasFailed };
}
