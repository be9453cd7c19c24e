import type { Fen } from "../../../money";
import { fieldsOf } from "../../facts/factFields";
import type { Language, Plan } from "../../types";
import type { Finding, Probe } from "./finding";

/** A probe as a sentence names it: what is different about it, and what is paid then. */
export interface ShownProbe {
  /** `个人业绩 99999.99元`; empty where nothing of the plan can be moved. */
  at: string;
  paysFen: Fen;
}

/** What a finding's witness shows, with the names that differ alone: the rest is as usual. */
export function shownProbes(
  { witness }: Finding,
  plan: Plan,
  language: Language,
): { before: ShownProbe[]; after: ShownProbe[] } {
  if (!witness) return { before: [], after: [] };
  const all = [...witness.before, ...witness.after];
  const names = [...new Set(all.flatMap(({ given }) => Object.keys(given)))];
  const moved = names.filter((name) => all.some(({ given }) => given[name] !== all[0]?.given[name]));
  const named = moved.length > 0 ? moved : names;
  const separator = language === "en" ? ", " : "、";
  const shown = ({ given, paysFen }: Probe): ShownProbe => ({
    at: named
      .flatMap((name) => (name in given ? `${nameIn(name, plan, language)} ${given[name] ?? ""}` : []))
      .join(separator),
    paysFen,
  });
  return { before: witness.before.map(shown), after: witness.after.map(shown) };
}

function nameIn(name: string, plan: Plan, language: Language): string {
  if (language !== "en") return name;
  const fields = plan.components.flatMap((component) => (component.grain === "event" ? fieldsOf(component.on) : []));
  return [...plan.inputs, ...fields].find((one) => one.name === name)?.nameEn ?? name;
}
