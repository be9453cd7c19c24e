import { leadsLaggingTeam, nearTarget } from "@shared/domain/alerts";
import { fenOfMoneyText, moneyText, percentText } from "@shared/domain/moneyText";
import { filled, sentences } from "@shared/domain/noticeSentences";
import { add, decimalText, ratioOf } from "@shared/domain/pay/numbers/number";
import { roundToFen } from "@shared/domain/money";
import { baselineText, strongerSide } from "@shared/domain/teamFindings";
import { exactOfJson, type Json, JsonNumber } from "../exactJson";
import { type Answer, type Inputs, six, unrounded, yuan } from "../inputs";

export function nearTargetAlert(inputs: Inputs): Answer {
  const [doneFen, targetFen] = [inputs.fen("actual"), inputs.fen("target")];
  const alreadySent = inputs.flag("already_sent_in_period");
  const found = nearTarget({ doneFen, targetFen, threshold: inputs.exact("threshold"), alreadySent });
  const message = filled(sentences.nearTarget, {
    actual: moneyText(doneFen, "short"),
    remaining: moneyText(found.remainingFen, "short"),
  });
  return {
    alert: found.alert,
    remaining: yuan(found.remainingFen),
    message: found.alert ? message : null,
    ...(found.reached ? { reached: true } : {}),
  };
}

export function lagAlert(inputs: Inputs): Answer {
  const rule = inputs.inner("rule");
  const alert = leadsLaggingTeam(
    {
      person: inputs.exactOrNull("person_ratio"),
      team: inputs.exactOrNull("team_ratio"),
      alreadySent: inputs.flag("already_sent_in_period"),
    },
    { personMin: rule.exact("person_min"), teamMax: rule.exact("team_max") },
  );
  return { alert, message: alert ? sentences.teamLag : null };
}

const moneyParams = ["order_amount", "sales", "commission"];

export function message(inputs: Inputs): Answer {
  const params = new Map(inputs.entries("params").map(([name, value]) => [name, paramText(name, value)]));
  const template: string = inputs.text("template");
  const text = filled(template, Object.fromEntries(params));
  const [sales, commission] = [params.get("sales"), params.get("commission")];
  if (sales === undefined || commission === undefined) return { text };
  const [salesFen, commissionFen] = [fenOfMoneyText(sales), fenOfMoneyText(commission)];
  return {
    text,
    implied_rate: salesFen === null || commissionFen === null ? null : six(ratioOf(commissionFen, salesFen)),
  };
}

function paramText(name: string, value: Json): string {
  const exact = value instanceof JsonNumber ? exactOfJson(value) : null;
  if (exact === null) return typeof value === "string" ? value : "";
  return moneyParams.includes(name) ? moneyText(roundToFen(exact), "long") : (decimalText(exact) ?? "");
}

/** The shapes of a display vector, by the input that only they have. */
const displays: Record<string, (inputs: Inputs) => Answer> = {
  contribution: (inputs) => ({
    text: filled(sentences.contribution, { share: percentText(inputs.exactOrNull("contribution")) }),
  }),
  ratio: (inputs) => ({ text: filled(sentences.progress, { progress: percentText(inputs.exactOrNull("ratio")) }) }),
  amount: (inputs) => ({
    text: filled(sentences.commissionNow, { commission: moneyText(inputs.fen("amount"), "long") }),
  }),
  new_customers: (inputs) => ({
    text: baselineText(inputs.fen("sales"), inputs.exact("conversion"), inputs.count("new_customers")),
  }),
  collaboration: (inputs) => ({ total: six(add(inputs.exact("base"), inputs.exact("collaboration"))) }),
  weight: (inputs) => ({ weight: unrounded(inputs.exact("weight")) }),
  new_customer_attainment: (inputs) =>
    strongerSide({ new_customers: inputs.exact("new_customer_attainment"), retention: inputs.exact("retention") }),
};

export function display(inputs: Inputs): Answer | null {
  const shape = Object.keys(displays).find((key) => inputs.has(key));
  return shape === undefined ? null : (displays[shape]?.(inputs) ?? null);
}
