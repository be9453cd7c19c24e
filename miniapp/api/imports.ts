import type { BodyOf, QueryOf } from "@shared/contracts";
import type { ImportPurpose } from "@shared/domain/importing";
import { tableErrors } from "@/texts/lateErrors/table";
import { importsAsked } from "./answerShapes/imports";
import { caller } from "./http";

const call = caller(importsAsked, tableErrors);

export const createImport = (body: BodyOf<"imports.create">) => call("imports.create", { body });
export const listImports = () => call("imports.mine", {});
export const readImport = (importId: string) => call("imports.read", { params: { importId } });
export const chooseImport = (importId: string, body: BodyOf<"imports.choose">) =>
  call("imports.choose", { params: { importId }, body });
export const undoImport = (importId: string, body: BodyOf<"imports.undo">) =>
  call("imports.undo", { params: { importId }, body });
export const runImport = (importId: string, body: BodyOf<"imports.run">) =>
  call("imports.run", { params: { importId }, body });
export const importTemplate = (purpose: ImportPurpose) => call("imports.template", { params: { purpose } });
export const linkToErrors = (importId: string) => call("imports.errorFile", { params: { importId } });
export const importRows = (importId: string, query: QueryOf<"imports.rows">) =>
  call("imports.rows", { params: { importId }, query });
