import { layerSizes } from "@shared/domain/pay/facts/layers";
import { growthOf, pointsBetween } from "@shared/domain/pay/facts/growth";
import { add, divide } from "@shared/domain/pay/numbers/number";
import { decompositionOf, proposeByWeights } from "@shared/domain/target";
import { payDayOf, type WorkCalendar, workingDaysAfter } from "@shared/domain/workingDays";
import { type Answer, decimalOf, type Inputs, six, whole, yuan } from "../inputs";

export function targetDecomposition(inputs: Inputs): Answer {
  const children = inputs.items("children").map((child) => child.fen("amount"));
  const { allocatedFen, unallocatedFen, complete } = decompositionOf(inputs.fen("parent"), children);
  return { allocated: yuan(allocatedFen), unallocated: yuan(unallocatedFen), complete };
}

export function weightAllocation(inputs: Inputs): Answer {
  const weights = inputs.entries("weights");
  const parts = proposeByWeights(
    inputs.fen("parent"),
    weights.map(([name, weight]) => decimalOf(weight, name)),
  );
  return { amounts: new Map(weights.map(([name], index) => [name, yuan(parts[index] ?? 0)])) };
}

// Not every measure is money: a rate or a score may have more than two decimals.
export const attainment = (inputs: Inputs): Answer => ({
  ratio: six(divide(inputs.exact("actual"), inputs.exact("target"))),
});

export const contribution = (inputs: Inputs): Answer => ({
  ratio: six(divide(inputs.exact("person_actual"), inputs.exact("team_actual"))),
});

export function whatifAttainment(inputs: Inputs): Answer {
  const [done, target] = [inputs.exact("team_actual"), inputs.exact("team_target")];
  return {
    ratio_before: six(divide(done, target)),
    ratio_after: six(divide(add(done, inputs.exact("extra")), target)),
  };
}

export function growth(inputs: Inputs): Answer {
  const [before, after] = [inputs.exact("before"), inputs.exact("after")];
  const relative = six(growthOf(before, after));
  return inputs.flag("is_ratio") ? { relative, delta_pp: six(pointsBetween(before, after)) } : { relative };
}

export function cohort(inputs: Inputs): Answer {
  const [top = 0, middle = 0, bottom = 0] = layerSizes(inputs.count("n"), inputs.decimals("shares"));
  return { top: whole(top), middle: whole(middle), bottom: whole(bottom) };
}

const calendarOf = (inputs: Inputs): WorkCalendar => ({
  holidays: inputs.texts("holidays"),
  workdays: inputs.texts("workdays"),
});

const payDayOfMonth = 5;

export const payDate = (inputs: Inputs): Answer => ({
  due: payDayOf(inputs.text("confirmed_month"), payDayOfMonth, calendarOf(inputs)),
});

export const workingDayDue = (inputs: Inputs): Answer => ({
  due: workingDaysAfter(inputs.text("from"), inputs.count("working_days"), calendarOf(inputs)),
});
