import { type CustomerOrigin, originOf, type TouchKind } from "@shared/domain/customerOrigin";
import { handoverHolders, type HandoverSchedule } from "@shared/domain/handoverShares";
import { judgeLead, leadDefinitions } from "@shared/domain/leadValidity";
import { creditsOf, refundCredits } from "@shared/domain/pay/facts/credits";
import { decimal } from "@shared/domain/pay/numbers/number";
import { changeBetween } from "../amountChange";
import { inForceOn } from "@shared/domain/pay/plan/segments";
import { softwareRates } from "@shared/domain/pay/plans/softwareCompany";
import { singleValueOf } from "@shared/domain/toldValues";
import { calculatedFen } from "../calculated";
import { type Answer, decimalOf, type Inputs, unrounded, UnreadableInput, yuan } from "../inputs";

function scheduleOf(inputs: Inputs): HandoverSchedule {
  const parts = inputs.has("schedule")
    ? inputs.list("schedule").map((entry) => {
        const [old, taken] = Array.isArray(entry) ? entry : [];
        return { old: decimalOf(old ?? null, "schedule"), new: decimalOf(taken ?? null, "schedule") };
      })
    : [{ old: inputs.decimalText("old"), new: inputs.decimalText("new") }];
  return { from: inputs.text("start"), to: inputs.text("end"), parts };
}

const people = { old: { memberId: "old", teamId: null }, new: { memberId: "new", teamId: null } };

export function transition(inputs: Inputs): Answer {
  const holders = handoverHolders(scheduleOf(inputs.inner("transition")), inputs.text("sale_date"), people);
  const commissionFen = inputs.fen("commission");
  const ofSale = creditsOf(commissionFen, holders);
  const credits = inputs.has("refund_date") ? refundCredits(ofSale, 0, commissionFen) : ofSale;
  return Object.fromEntries(credits.map(({ memberId, fen }) => [memberId, yuan(fen)]));
}

export function leadValid(inputs: Inputs): Answer {
  const version = inputs.has("entered")
    ? (inForceOn(inputs.items("versions"), inputs.text("entered"), (one) => one.text("effective"))?.text("version") ??
      null)
    : inputs.text("version");
  const lead = {
    isFormFilled: inputs.flag("form_filled"),
    isNeedClear: inputs.flag("clear_need"),
    followUpsCount: inputs.count("followups"),
  };
  return { valid: judgeLead(lead, version === null ? null : definitionOf(version)).isValid };
}

function definitionOf(version: string) {
  if (version !== "v1" && version !== "v2") throw new UnreadableInput(`no definition ${version}`);
  return leadDefinitions[version];
}

const touches: Record<string, TouchKind> = {
  rep_entry: "repEntry",
  online_ad: "onlineAd",
  exhibition: "exhibition",
  referral: "referral",
};
const originNames: Record<CustomerOrigin, string> = { 自有: "own", 市场: "marketing", 转介绍: "referral" };

export function sourceCheck(inputs: Inputs): Answer {
  const kind = touches[inputs.text("first_touch")];
  const found = kind === undefined ? null : originOf([{ kind, at: "2026-03-10" }]);
  const declared = (Object.keys(originNames) as CustomerOrigin[]).find(
    (one) => originNames[one] === inputs.text("declared"),
  );
  if (found === null || declared === undefined) throw new UnreadableInput("no such contact or class");
  const commissionFen = (origin: CustomerOrigin) =>
    calculatedFen("签约额 × (提成 + 协作)", {
      签约额: inputs.exact("signed"),
      提成: decimal(softwareRates.commission[origin]),
      协作: decimal(softwareRates.collaboration[origin]),
    }) ?? 0;
  const change = changeBetween(commissionFen(declared), commissionFen(found));
  return {
    classified: originNames[found],
    sales_commission: yuan(change.afterFen),
    difference_to_declared: yuan(change.changeFen),
  };
}

/** The others of the kind record in words what holds. */
export function narrative(inputs: Inputs): Answer | null {
  if (!inputs.has("claims")) return null;
  const told = singleValueOf(inputs.decimals("claims").map(decimal));
  return { single_value: told && unrounded(told) };
}
