import { readFileSync } from "node:fs";
import path from "node:path";
import { customerFinder } from "@shared/domain/tables/customers";
import { memberFinder } from "@shared/domain/tables/members";
import type { TableAnswers, TableRecord, TableWorld } from "@shared/domain/tables/world";

export const importsFolder = path.resolve("tests/fixtures/imports");

type Expected = Record<string, unknown> & { row: number };

interface Held extends Expected {
  reason: string;
  column?: string;
  value?: string;
  candidates?: string[];
}

/** One file of the manifest, with what a right import makes of it. */
export interface ImportFile {
  file: string;
  purpose: string;
  container: string;
  encoding?: string;
  separator?: string;
  sheet?: string;
  mapping?: Record<string, string>;
  after?: string;
  right: {
    outcome: "read" | "refused";
    refusal?: { what: string };
    alsoRight?: string;
    headerRow?: number | number[];
    rows?: Record<"afterHeader" | "read" | "optional" | "heldBack" | "leftOut" | "items" | "same", number>;
    totals?: Record<string, number>;
    controls?: { what: string; statedFen?: number; readFen?: number }[];
    ask?: { code: string; answer: string }[];
    readListed?: string;
    read?: Expected[];
    optional?: Expected[];
    heldBack?: Held[];
    leftOut?: { row: number; why: string }[];
    items?: { row: number; of: number }[];
    same?: { row: number; sameAs: number | "stored" }[];
  };
}

interface Manifest {
  world: {
    members: { number: string; name: string; userid: string }[];
    customers: { code: string; name: string }[];
    grades: string[];
    stages: string[];
  };
  files: ImportFile[];
}

export const manifest = JSON.parse(readFileSync(path.join(importsFolder, "manifest.json"), "utf8")) as Manifest;

export const knownMembers = manifest.world.members.map((member) => ({ ...member, key: member.number }));

export const worldOf = (stored?: ReadonlyMap<string, TableRecord>): TableWorld => ({
  members: memberFinder(knownMembers),
  customers: customerFinder(manifest.world.customers.map((customer) => ({ ...customer, key: customer.name }))),
  grades: manifest.world.grades,
  stages: manifest.world.stages,
  ...(stored ? { stored } : {}),
});

/** What a person answers to the questions of a file, as the manifest has it. */
export function answersTo(file: ImportFile): TableAnswers {
  const answers: TableAnswers = {};
  for (const { code, answer } of file.right.ask ?? []) {
    if (code === "rows_by_type" || code === "which_rows") {
      if (file.purpose !== "targets") answers.sorts = answer.split(", ");
    } else if (code === "sign" && file.purpose === "collections") answers.minusIsReceived = answer.startsWith("−");
    else if (code === "period") answers.period = /\d{4}-\d{2}/.exec(answer)?.[0];
    else if (code === "unit") answers.unitDigits = answer.includes("10,000") ? 4 : 0;
    else if (code === "group_by") answers.grouped = true;
    else if (code === "example_row") answers.example = answer === "left out";
  }
  return answers;
}
