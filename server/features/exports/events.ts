import type { ExportKind } from "@shared/domain/exports";
import { defineEvent } from "../../outbox";

/** A table has more rows than its reader may take away alone. */
export interface ExportAsked {
  exportId: string;
}

export const exportAsked = defineEvent<ExportAsked>("export.asked");

/** It waits no more. */
export interface ExportClosed {
  exportId: string;
  memberId: string;
  what: ExportKind;
  state: "allowed" | "refused" | "lapsed" | "withdrawn";
  /** Null: nobody has decided. */
  byName: string | null;
  reason: string | null;
  /** Business time, ISO. */
  at: string;
}

export const exportClosed = defineEvent<ExportClosed>("export.closed");
