import { changesOwner, mayTransfer, transferStateOf } from "@shared/domain/contactTransfer";
import { needsConversion } from "@shared/domain/coordinates";
import { groupMessagesOf, memberMessagesOf } from "@shared/domain/messageLimits";
import { roundToFen } from "@shared/domain/money";
import { decimal } from "@shared/domain/pay/numbers/number";
import { billNoOf, packetsOf, rewardsOfADay, rewardsPossible } from "@shared/domain/redPackets";
import { businessDayOf } from "@shared/domain/time";
import { type TrustTap, trustSignals } from "@shared/domain/trust";
import { type Answer, type Inputs, UnreadableInput, whole, yuan } from "../inputs";

const packets = (inputs: Inputs): Answer => ({
  packets: packetsOf(inputs.fen("amount"), {
    packetMaxFen: inputs.fen("max_single"),
    packetMinFen: inputs.fen("min_single"),
  }).map(yuan),
});

function rewards(inputs: Inputs): Answer {
  const amounts = inputs.decimals("rewards").map((amount) => roundToFen(decimal(amount)));
  const { paidFen, deferredFen } = rewardsOfADay(amounts, inputs.fen("max_per_person_day"));
  return {
    paid_today: yuan(paidFen),
    deferred: yuan(deferredFen),
    fallback: deferredFen > 0 ? "next_day_or_payroll" : null,
  };
}

const possible = (inputs: Inputs): Answer => ({
  rewards_possible: whole(
    rewardsPossible(
      { packetsCount: inputs.count("packets_per_reward"), amountFen: inputs.fen("amount") },
      { packetsPerPersonDay: inputs.count("max_packets"), perPersonDayFen: inputs.fen("max_per_person_day") },
    ),
  ),
});

function retry(inputs: Inputs): Answer {
  const tries = inputs.flag("retry") ? 2 : 1;
  const billNos = new Set(Array.from({ length: tries }, () => billNoOf("reward", 0)));
  return { same_bill_no: billNos.size === 1, payments: whole(billNos.size) };
}

function groupAlerts(inputs: Inputs): Answer {
  const { messagesCount, form } = groupMessagesOf(inputs.count("alerts"), inputs.count("limit_per_minute"));
  return { messages_sent: whole(messagesCount), form };
}

function memberMessages(inputs: Inputs): Answer {
  const messagesCount = inputs.count("messages");
  const { nowCount, laterCount } = memberMessagesOf(messagesCount, inputs.count("limit_per_minute"));
  return { sent_now: whole(nowCount), queued: whole(laterCount), lost: whole(messagesCount - nowCount - laterCount) };
}

function transfer(inputs: Inputs): Answer {
  const allowed = mayTransfer(inputs.count("transfers_in_90_days"), inputs.count("request"));
  return { allowed, reason: allowed ? null : "platform_limit_2_per_90_days" };
}

const transferResult = (inputs: Inputs): Answer => ({
  ownership_changed: changesOwner(transferStateOf(inputs.count("status"))),
});

/** Two check-ins of one rep, so many seconds apart, at one place. */
function repeatedFix(inputs: Inputs): Answer {
  const startMs = Date.UTC(2026, 2, 26, 2);
  const tapAt = (afterS: number, northDeg: number): TrustTap => {
    const checkedInAt = new Date(startMs + afterS * 1000);
    return {
      checkInId: String(afterS),
      customerName: "",
      on: businessDayOf(checkedInAt),
      checkedInAt,
      timeKind: "anchored",
      fix: { kind: "live", latDeg: 31.2 + northDeg, lngDeg: 121.4, accuracyM: 20 },
    };
  };
  const movedDeg = inputs.flag("same_coordinates") ? 0 : 0.0001;
  const signals = trustSignals({
    tap: tapAt(inputs.count("seconds_apart"), movedDeg),
    others: [tapAt(0, 0)],
    ...{ device: null, clockOffMs: null, photoUses: 0, code: null, isDepartureMissing: false },
  });
  return { spoof_flag: signals.length > 0 };
}

const systemOf = (text: string) => {
  if (text !== "wgs84" && text !== "gcj02") throw new UnreadableInput(`no coordinate system ${text}`);
  return text;
};

const conversion = (inputs: Inputs): Answer => ({
  action: needsConversion(systemOf(inputs.text("fix_crs")), systemOf(inputs.text("pin_crs")))
    ? "convert_before_distance"
    : "compare_directly",
});

/** The shapes of a limit, by an input that only they have. */
const shapes: Record<string, (inputs: Inputs) => Answer> = {
  max_single: packets,
  rewards,
  packets_per_reward: possible,
  first: retry,
  alerts: groupAlerts,
  messages: memberMessages,
  transfers_in_90_days: transfer,
  status: transferResult,
  same_coordinates: repeatedFix,
  fix_crs: conversion,
};

export function platformLimit(inputs: Inputs): Answer | null {
  const shape = Object.keys(shapes).find((key) => inputs.has(key));
  return shape === undefined ? null : (shapes[shape]?.(inputs) ?? null);
}
