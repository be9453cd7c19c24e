import { useEffect, useState } from "react";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import type { ImportPurpose, ImportSource, RowResult } from "@shared/domain/importing";
import { ApiError } from "@/api/apiError";
import { addressOf, putFile } from "@/api/files";
import {
  chooseImport,
  createImport,
  importRows,
  importTemplate,
  linkToErrors,
  listImports,
  readImport,
  runImport,
  undoImport,
} from "@/api/imports";
import { cancelTask, readTask } from "@/api/tasks";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { openDocument } from "@/platform/document";
import { newId } from "@/platform/newId";
import { saveText } from "@/platform/saveText";
import { pickTable } from "@/platform/tableFile";
import type { TableFile } from "@/platform/types";
import type { Failure } from "@/ui";

export { opensCsv } from "@/platform/document";

export type ImportView = AnswerOf<"imports.read">["import"];
export type ImportChoices = BodyOf<"imports.choose">["choices"];
export type ImportRow = AnswerOf<"imports.rows">["items"][number];
type Begun = AnswerOf<"imports.run">;

const mineKey = ["imports", "mine"] as const;

/** What I have imported lately. */
export const useImports = (enabled: boolean): QueryView<AnswerOf<"imports.mine">> =>
  useApiQuery(mineKey, listImports, { enabled });

/** Something is made of it just now. */
export const isUnderWay = (view: ImportView | undefined): boolean =>
  ["looking", "running", "undoing"].includes(view?.state ?? "");

/** One import, asked for again as long as it is under way. What the list says of it, which may lie beside it, comes along. */
export function useImport(importId: string): QueryView<AnswerOf<"imports.read">> {
  const asking = useApiQuery(["imports", importId], () => readImport(importId), {
    everyMs: (answered) => (!answered || isUnderWay(answered.import) ? 2_000 : undefined),
  });
  const state = asking.data?.import.state;
  useEffect(() => {
    const listed = queryClient.getQueryData<AnswerOf<"imports.mine">>(mineKey);
    const said = listed?.items.find((one) => one.importId === importId)?.state;
    if (listed && state && said !== state) void queryClient.invalidateQueries({ queryKey: mineKey });
  }, [importId, state]);
  return asking;
}

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

/** What a file is that was chosen and not taken; null for failures of any other kind. */
export type FileFault = "emptyFile" | "lostFile" | "noTable" | null;

/** A file that was chosen: sent again, it is the same one. */
type Chosen = TableFile & { fileId: string };

export interface Upload {
  /** Chooses a file, sends it and has it looked at. Null: none was chosen, or it was not taken. */
  choose: (source: ImportSource) => Promise<Begun | null>;
  /** The same file once more, where it did not arrive; null where there is none. */
  again: ((source: ImportSource) => Promise<Begun | null>) | null;
  /** It is on its way. Nobody knows of a browser whether it still lets a person choose. */
  busy: boolean;
  fault: FileFault;
  failure: Failure | null;
  error: unknown;
}

export function useUpload(purpose: ImportPurpose): Upload {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [fault, setFault] = useState<FileFault>(null);
  const sending = useCommand(async (commandId: string, { source, file }: { source: ImportSource; file: Chosen }) => {
    const { fileId, bytes, name } = file;
    // What it is its content says; the server looks.
    await putFile(fileId, { type: "text/csv", bytes });
    return asked(createImport({ commandId, purpose, source, fileId, fileName: name.slice(-100) || "table" }));
  });
  const send = async (source: ImportSource, file: Chosen) => {
    const begun = await sending.run({ source, file });
    if (begun) setChosen(null);
    return begun;
  };
  const isNoTable = sending.error instanceof ApiError && sending.error.code === "file.unreadable";
  return {
    busy: sending.busy,
    fault: isNoTable ? "noTable" : fault,
    failure: sending.failure,
    error: sending.error,
    again: chosen && sending.failure?.mayRetry ? (source) => send(source, chosen) : null,
    choose: async (source) => {
      const file = await pickTable().catch(() => "lost" as const);
      if (file === null) return null;
      sending.forget();
      const lost = file === "lost" ? "lostFile" : file.bytes.byteLength === 0 ? "emptyFile" : null;
      setFault(lost);
      setChosen(null);
      if (lost !== null || file === "lost") return null;
      const picked = { ...file, fileId: newId() };
      setChosen(picked);
      return send(source, picked);
    },
  };
}

/** Says how a file is to be read; it is looked at once more. */
export const useChoose = (view: ImportView): Command<ImportChoices, Begun> =>
  useCommand((commandId: string, changed: ImportChoices) => {
    const choices = { ...view.choices, ...changed };
    return asked(chooseImport(view.importId, { commandId, revision: view.revision, choices }));
  });

/** Totals that a person has typed go with it, where the purpose asks for them. */
export type Typed = BodyOf<"imports.run">["typed"];

export const useRun = (view: ImportView): Command<Typed | null, Begun> =>
  useCommand((commandId: string, typed) =>
    asked(runImport(view.importId, { commandId, revision: view.revision, ...(typed && { typed }) })),
  );

/** Takes the clients back that it has made. */
export const useUndo = (view: ImportView): Command<null, Begun> =>
  useCommand((commandId: string) => asked(undoImport(view.importId, { commandId, revision: view.revision })));

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

/** Takes the rows that wait away as a file, by a link of now: one that has lain on the page is out of date after minutes. */
export function useErrorFile({ importId, hasErrorFile, fileName }: ImportView): {
  take: (() => void) | null;
  hasFailed: boolean;
} {
  const [hasFailed, setHasFailed] = useState(false);
  async function takeNow(): Promise<void> {
    const { url } = await linkToErrors(importId);
    await openDocument(addressOf(url), fileName);
  }
  if (!hasErrorFile) return { take: null, hasFailed };
  const take = () => {
    setHasFailed(false);
    void takeNow().catch(() => setHasFailed(true));
  };
  return { take, hasFailed };
}

export type TemplateColumn = AnswerOf<"imports.template">["columns"][number];

/** The columns of an empty table to be filled in. */
export const useTemplate = (purpose: ImportPurpose, enabled: boolean): QueryView<AnswerOf<"imports.template">> =>
  useApiQuery(["imports", "template", purpose], () => importTemplate(purpose), { enabled });

/** Hands the empty table over as a file, with its example row where it has one. */
export function takeTemplate(columns: readonly TemplateColumn[], name: string): void {
  const line = (cells: readonly string[]) => `${cells.map(quoted).join(",")}\r\n`;
  const example = columns.map((column) => column.example);
  const lines = [columns.map(({ heading }) => heading), ...(example.some((cell) => cell !== "") ? [example] : [])];
  // The mark by which spreadsheet programs know the encoding.
  void saveText(name, `\uFEFF${lines.map(line).join("")}`, "text/csv");
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
