import { fenOfYuanText } from "../../money";
import type { Assignment, Trace, TraceNode, TraceRow } from "../types";

/** Where a money table changes its rate next: the edge itself, on which side it lies, and what holds beyond. */
export interface Edge {
  edgeFen: number;
  /** The edge itself still has the present rate. */
  included: boolean;
  rate: string;
  nextRate: string;
}

/** The upper edge of the tier that decided a trace; null without a tier, or in the last one. */
export function edgeOf(trace: Trace, assignments: readonly Assignment[]): Edge | null {
  const row = trace.formula && moneyRowOf(trace.formula);
  if (!row || row.to === null) return null;
  const plan = assignments
    .flatMap(({ versions }) => versions)
    .find(({ code, version }) => code === trace.plan.code && version === trace.plan.version);
  const table = plan?.tables.find(({ name }) => name === row.table);
  if (!table || table.kind === "lookup" || table.shape === "linear") return null;
  const next = table.rows[table.rows.findIndex(({ upTo }) => upTo === row.to) + 1];
  const edgeFen = fenOfYuanText(row.to);
  // A table of multiples of the target writes other edges than the plan: then there is no row to read on.
  if (!next || next === table.rows[0] || edgeFen === null) return null;
  return { edgeFen, included: row.toIncluded, rate: row.value, nextRate: next.value };
}

function moneyRowOf(node: TraceNode): TraceRow | null {
  switch (node.node) {
    case "leaf":
      return null;
    case "call":
      return node.row?.by === "money" ? node.row : firstOf(node.parts);
    case "choice":
      return moneyRowOf(node.chosen);
    case "operation":
      return firstOf(node.parts);
  }
}

function firstOf(nodes: readonly TraceNode[]): TraceRow | null {
  for (const node of nodes) {
    const row = moneyRowOf(node);
    if (row) return row;
  }
  return null;
}
