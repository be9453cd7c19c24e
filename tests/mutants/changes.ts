/** One deliberate mistake: a text of a source file and what stands there instead. */
export interface Change {
  what: string;
  file: string;
  from: string;
  to: string;
}

const inFile =
  (file: string) =>
  (what: string, from: string, to: string): Change => ({ what, file: `shared/domain/${file}`, from, to });

const money = inFile("money.ts");
const number = inFile("pay/numbers/number.ts");
const tables = inFile("pay/formula/tables.ts");
const faults = inFile("pay/check/tableFaults.ts");
const parse = inFile("pay/formula/parse.ts");
const evaluation = inFile("pay/formula/evaluate.ts");
const check = inFile("pay/formula/check.ts");
const amount = inFile("pay/evaluation/priceAmount.ts");
const events = inFile("pay/evaluation/eventLines.ts");
const periods = inFile("pay/evaluation/periodLines.ts");
const stacking = inFile("pay/evaluation/stacking.ts");
const compile = inFile("pay/plan/compile.ts");
const states = inFile("pay/release/states.ts");
const releases = inFile("pay/release/releases.ts");
const dueDays = inFile("pay/release/dueDay.ts");
const payday = inFile("pay/release/payday.ts");
const deductions = inFile("pay/release/deductions.ts");
const steps = inFile("pay/release/steps.ts");
const corrections = inFile("pay/evaluation/corrections.ts");
const segments = inFile("pay/plan/segments.ts");
const inputs = inFile("pay/evaluation/inputs.ts");
const index = inFile("pay/facts/factIndex.ts");
const measures = inFile("pay/facts/measures.ts");
const folds = inFile("pay/facts/foldMeasure.ts");
const ratios = inFile("pay/facts/ratioMeasures.ts");
const imported = inFile("pay/facts/importedValues.ts");
const given = inFile("pay/evaluation/given.ts");
const layers = inFile("pay/facts/layers.ts");
const otherMonths = inFile("pay/evaluation/otherMonths.ts");
const measured = inFile("pay/evaluation/measured.ts");
const paramChanges = inFile("pay/evaluation/paramChanges.ts");
const journal = inFile("pay/release/journal.ts");
const price = inFile("pay/evaluation/price.ts");
const draft = inFile("pay/evaluation/draft.ts");
const step = inFile("pay/explanation/factorStep.ts");
const whatIf = inFile("pay/explanation/whatIf.ts");
const sentence = inFile("pay/explanation/text/sentence.ts");
const values = inFile("pay/explanation/text/valueText.ts");
const component = inFile("pay/check/componentFaults.ts");
const score = inFile("pay/plan/score.ts");
const credits = inFile("pay/facts/credits.ts");
const difference = inFile("pay/explanation/difference.ts");
const exchange = inFile("pay/explanation/exchange.ts");
const best = inFile("pay/explanation/nextBest.ts");
const worked = inFile("pay/explanation/workedExample.ts");
const inherit = inFile("pay/plan/inherit.ts");
const settlement = inFile("pay/evaluation/settlement.ts");
const overlaps = inFile("pay/check/findings/overlaps.ts");
const jumps = inFile("pay/check/findings/jumps.ts");
const orders = inFile("pay/check/findings/orders.ts");
const shapes = inFile("pay/check/findings/shapes.ts");
const working = inFile("workingDays.ts");
const text = inFile("moneyText.ts");
const time = inFile("time.ts");

/** Rules broken one at a time: edges, rounding, ties, modes, order, signs, states. Each must make a test fail. */
export const changes: Change[] = [
  number("a half is rounded down", "compareInts(twice, value.d) >= 0", "compareInts(twice, value.d) > 0"),
  number(
    "negative halves go up",
    "const twice = timesInts(remainder, 2 * sign);\n    return compareInts(twice, value.d) >= 0",
    "const twice = timesInts(remainder, 2 * sign);\n    return sign > 0 && compareInts(twice, value.d) >= 0",
  ),
  number(
    "cutting away rounds down",
    'if (sign === 0 || mode === "cut") return quotient;',
    'if (sign === 0) return quotient;\n  if (mode === "cut") return sign < 0 ? addInts(quotient, -1) : quotient;',
  ),
  number("401 digits are allowed", "export const digitsMax = 400;", "export const digitsMax = 401;"),
  number("division by zero is 0", "if (sign === 0) return null;", "if (sign === 0) return zero;"),
  money("ties of a split go to the last", "|| a.index - b.index", "|| b.index - a.index"),
  money(
    "missing fen go to the smallest rest",
    "compareInts(b.remainder, a.remainder)",
    "compareInts(a.remainder, b.remainder)",
  ),
  money("shares need not add up", "|| !equals(sumOf(exact), one)", ""),
  money("negative shares are taken", "exact.some((share) => signOfExact(share) < 0) || ", ""),
  tables("an included edge belongs to the next row", "(order === 0 && includes)", "(order === 0 && !includes)"),
  tables("every edge belongs to the lower row", "order < 0 || (order === 0 && includes)", "order <= 0"),
  tables(
    "negative money is looked up as it is",
    "const subject = looksUpSize(table, target) ? absolute(value) : value;",
    "const subject = value;",
  ),
  tables("part by part is the whole", 'table.source.mode !== "marginal"', 'table.source.mode === "marginal"'),
  tables("the first part is counted in every row", "reached = end;", ""),
  tables("a negative amount pays like a positive one", "signOfExact(amount) < 0 ? negate(part) : part", "part"),
  tables("a line is a step", 'if (table.source.shape !== "linear")', 'if (table.source.shape === "linear" || true)'),
  tables("edges forget the target", "target === null ? upTo : times(upTo, target)", "upTo"),
  faults("gaps are let through", 'faults.push({ code: "gap", row: index });', ";"),
  faults("overlaps at an edge are let through", "(order === 0 && range.fromIncluded && below.toIncluded)", "false"),
  faults(
    "falling edges are let through",
    "return order > 0 || (order === 0 && row.includes === true && below.includes !== true);",
    "return true;",
  ),
  parse(
    "minus binds to the right",
    "this.counted(this.joined(sign, left, this.expression(strength)))",
    "this.counted(this.joined(sign, left, this.expression(strength - 1)))",
  ),
  parse("或 binds like 且", "或: 1,", "或: 2,"),
  parse("percent is a thousandth", 'decimal("0.01")', 'decimal("0.001")'),
  parse("万 is a thousand", 'startsWith("万") ? "10000"', 'startsWith("万") ? "1000"'),
  evaluation(
    "a comparison with nothing holds",
    "return !isMissing(left) && !isMissing(right) && holds",
    "return isMissing(left) || isMissing(right) || holds",
  ),
  evaluation("≥ is >", 'if (sign === "≥") return order >= 0;', 'if (sign === "≥") return order > 0;'),
  evaluation("> is ≥", 'if (sign === ">") return order > 0;', 'if (sign === ">") return order >= 0;'),
  evaluation("≤ is <", 'if (sign === "≤") return order <= 0;', 'if (sign === "≤") return order < 0;'),
  evaluation("最小 is 最大", 'node.name === "最小" ? least : greatest', 'node.name === "最小" ? greatest : least'),
  evaluation("rounding up rounds down", '向上取整: "up"', '向上取整: "down"'),
  evaluation(
    "如果 takes the other way",
    "evaluateCondition(first, env) ? second : third",
    "evaluateCondition(first, env) ? third : second",
  ),
  check("money times money is money", "const powers = [-1, 0, 1];", "const powers = [-1, 0, 1, 2];"),
  amount("a cap raises", "compare(value, cap) > 0", "compare(value, cap) < 0"),
  amount("a floor is forgotten", "compare(value, floor) < 0", "false"),
  amount(
    "a missed condition pays",
    "when !== undefined && !evaluateCondition(when, env)",
    "when !== undefined && evaluateCondition(when, env) === null",
  ),
  index("everybody gets the whole", "if (credits.length === 1) return wholeFen;", "return wholeFen;"),
  events("a customer is rewarded again and again", "if (run.given.has(mark))", "if (false as boolean)"),
  events(
    "rewards of earlier months are forgotten",
    "const mark = `${prefixOf(draft.segment)}${component.code}\\n${key}`;",
    "const mark = `${component.code} ${key}`;",
  ),
  events("a refund by its line takes everything", "return payFen - lost;", "return 0;"),
  events("a budget needs no decision", "if (compiled.component.budget === undefined) return null;", "return null;"),
  events("fixed rewards survive the whole refund", 'return refused("refunded.whole");', "return null;"),
  periods(
    "an allocation forgets what was refunded",
    "Math.max(0, creditFen(fact, source.role, source.view, source.index))",
    'Math.max(0, creditFen(fact, source.role, "gross", source.index))',
  ),
  periods(
    "sales with more refunds than amount take from others",
    "Math.max(0, creditFen(fact, source.role, source.view, source.index))",
    "creditFen(fact, source.role, source.view, source.index)",
  ),
  stacking("ties go to the last listed", "next.fen > top.fen ? next : top", "next.fen >= top.fen ? next : top"),
  stacking("best is the smaller", "next.fen > top.fen ? next : top", "next.fen < top.fen ? next : top"),
  stacking("the first that pays is the first listed", "sums.find(({ fen }) => fen !== 0)", "sums[0]"),
  states("the open month is sure", 'state === "open" ? compiled.openFactors : sure', "sure"),
  compile(
    "targets make a line uncertain",
    'input.kind !== "param" && input.kind !== "target"',
    'input.kind !== "param"',
  ),
  releases("次月 is released at once", 'due.startsWith("次月") || when === "date"', 'when === "date"'),
  releases(
    "a day of the plan is no reason to wait for the close",
    'due.startsWith("次月") || when === "date"',
    'due.startsWith("次月")',
  ),
  releases(
    "more money than the contract releases more than the line",
    "greatest(zero, least(one, moved ?? zero))",
    "greatest(zero, moved ?? zero)",
  ),
  releases("each collection is rounded by itself", "fen - toDateFen, {", "fen, {"),
  releases("what is paid was due last", "a.dueOn < b.dueOn ? 1 : -1", "a.dueOn < b.dueOn ? -1 : 1"),
  releases(
    "working days run from the other day of the sale",
    'after === "signedOn" ? sale.on',
    'after !== "signedOn" ? sale.on',
  ),
  payday("a month is paid before it is approved", "approvedOn === null ? never", "approvedOn === null ? dueOn"),
  payday("a packet waits for the approval", "if (isAhead) return dueOn;", ""),
  payday("what was given out is ordered again", "let goneFen = settledFen + lostFen;", "let goneFen = lostFen;"),
  payday("what is due tomorrow is ordered today", "dueOn > on ? []", "false ? []"),
  deductions("more is deducted than the payday has", "aboveMinimumFen, payableFen)", "aboveMinimumFen)"),
  deductions("the minimum wage is not left", "aboveMinimumFen, payableFen)", "payableFen)"),
  deductions("the share is rounded up", 'decimal(shareMax)), "cut")', 'decimal(shareMax)), "up")'),
  deductions("what arose after the cut-off does not wait", "bookedIn <= payday.month", "true"),
  deductions("the newest is deducted first", "a.arisenOn < b.arisenOn ? -1 : 1", "a.arisenOn < b.arisenOn ? 1 : -1"),
  deductions("what is owed is given up a month early", "const writeOffMonths = 12;", "const writeOffMonths = 11;"),
  steps("an amount of 0 is moved", "if (fen(amountFen) <= 0)", "if (fen(amountFen) < 0)"),
  steps(
    "what failed stays with its channel",
    "moved(step.parts, transitOf(memberId, step.channel), payable)",
    "moved(step.parts, payable, transitOf(memberId, step.channel))",
  ),
  corrections("what was paid and lost is not asked back", "Math.max(0, paidFen - releasedFen)", "0"),
  corrections("what was released is taken before what is earned", "0 - Math.min(0 - amountFen, leftFen)", "0"),
  corrections("a correction is made again at each revision", "[...own, ...corrections])\n", "[...own])\n"),
  corrections(
    "a correction follows the results of others",
    'state: "closed", ...inputs, ...known',
    'state: "closed", ...inputs, given: [], ...known',
  ),
  journal("what is paid ahead is an expense", "line.component.recoverable", "false"),
  dueDays("money is due before it has come", "after !== undefined && day < on ? on : day", "day"),
  states("what was paid stays payable", "const payableFen = releasedFen - paidFen;", "const payableFen = releasedFen;"),
  states(
    "money that must come back is not asked for",
    "if (payableFen < 0) states.receivableFen = 0 - payableFen;",
    "",
  ),
  segments("a version begins the day after", "firstDay(version) <= day", "firstDay(version) < day"),
  segments(
    "the earliest version stays in force",
    "firstDay(version) >= firstDay(found)",
    "firstDay(version) <= firstDay(found)",
  ),
  segments(
    "two base plans both pay",
    'bases.length > 1 ? found.filter((segment) => segment.plan.layer !== "base") : found',
    "found",
  ),
  segments("a campaign never ends", "plan.validTo === undefined || plan.validTo >= day", "true"),
  inputs(
    "a target is not cut by a move",
    "if (isMissing(target) || !segment.cut ||",
    "if (isMissing(target) || segment.cut ||",
  ),
  inputs("attainment is target ÷ done", "(divide(actual, target) ??", "(divide(target, actual) ??"),
  given("any team's number will do", 'own === undefined ? of !== "team" || unitId === teamId : unitId === own', "true"),
  index("the older revision counts", "fact.revision > known.revision", "known.revision > fact.revision"),
  index(
    "others' credits are mine",
    "credit.memberId === memberId && credit.role === role) total",
    "credit.role === role) total",
  ),
  index("a first order below the minimum qualifies", "?? 0) >= qualifyingFen", "?? 0) >= 0"),
  measures("refunds do not lower sales", '["sale", "creditNote"]', '["sale"]'),
  measures("known clients are new", "first !== undefined && monthOf", "first === undefined || monthOf"),
  folds("a plan's way of counting is not asked", "(countBy ?? measure.countBy)", "measure.countBy"),
  ratios(
    "money given back stays in the rate",
    'kind === "collection" || kind === "cashRefund"',
    'kind === "collection"',
  ),
  ratios("leads that were refused count", 'fact.kind === "lead" && fact.valid !== false', 'fact.kind === "lead"'),
  ratios("a visit before the lead counts", "first !== undefined && first <= touch.on && ", "first !== undefined && "),
  imported("the first import counts", "one.recordedAt > other.recordedAt", "one.recordedAt < other.recordedAt"),
  imported("ratios of partners add up", "values.length > 1 && !addsUp(wanted.unit)", "values.length > 99"),
  imported("everybody's value is mine", '(fact.of !== "member" || fact.subjectId === index.memberId) &&', ""),
  given("any set of partners will do", "one.set === wanted.set &&", ""),
  given("any level of a target will do", '(one.level ?? "target") === (wanted.level ?? "target") &&', ""),
  given("another plan's value will do", "(one.planCode === undefined || one.planCode === planCode) &&", ""),
  given("a param holds before its first day", "(one.from === undefined || one.from <= on) &&", ""),
  given("a ratio is its decimal", "if (ratio !== undefined) return", "if (ratio === null) return"),
  layers("equal results are torn apart", "compare(before.value, value) === 0 ? before.layer", "false ? before.layer"),
  layers("who has no result takes no place", "Math.max(0, size - withoutCount)", "size"),
  score("what is capped could be better", "most === null ? one : least(one, most)", "one"),
  otherMonths("refunds of other months stay", 'refund === "saleMonth" ? "net" : "gross"', '"gross"'),
  measured("months that are not there are 0", "parts.length < months.length", "months.length === 0"),
  measured("a month's week is its first", "weeks[weeks.length - 1] ?? month", "weeks[0] ?? month"),
  paramChanges("a param never cuts", "valuesOn(day) !== valuesOn(addDays(day, -1))", "false"),
  folds("the days of a period are not asked", "if (!isWithin(fact.countsOn, days) || ", "if ("),
  journal("one side of the books is forgotten", "amountFen: 0 - estimatedFen", "amountFen: 0"),
  journal(
    "what is earned is booked as payable",
    "account: `earned:${memberId}`, amountFen: 0 - earnedFen",
    "account: `payable:${memberId}`, amountFen: 0 - earnedFen",
  ),
  draft("a line that pays nothing goes on competing", "  draft.wholeFen = 0;\n", ""),
  price(
    "a rule counts for every version",
    "segment.plan.stacking.some((rule) => rule.name === name)",
    "segment !== null || name === ''",
  ),
  amount("floors touch refunds", "takesBack(component) ? { cap: formulas.cap } : formulas", "formulas"),
  amount(
    "whatever has no value is blamed",
    "mayBe(when, true, env) ? firstMissing(when, env) : null",
    "firstMissing(when, env)",
  ),
  segments(
    "campaigns are never cut by a move",
    "one.layer === other.layer &&",
    "one.layer === 'base' && other.layer === 'base' &&",
  ),
  events(
    "campaigns and base plans share their rewards",
    "`${prefixOf(draft.segment)}${component.code}\\n${key}`",
    "`${component.code}\\n${key}`",
  ),
  tables(
    "multiples of a target are looked up with their sign",
    'table.source.by === "money" || target !== null',
    'table.source.by === "money"',
  ),
  index(
    "the first of two that contradict each other counts",
    "fact !== known && canonicalJson(fact) > canonicalJson(known)",
    "false",
  ),
  sentence(
    "a sum inside a product is told part by part",
    "isSum(part) ? [reckoned(part, telling)] : clausesOf(part, telling)",
    "clausesOf(part, telling)",
  ),
  values("cut ratios look exact", "`≈${valueText(value)}`", "valueText(value)"),
  component("pay may be due at any word", "!dueForm.test(tranche.due)", "false"),
  price("sums of lines come before stacking", "    stacking.applyUnless(needing);", ""),
  events("a loss uses up a reward that is given once", "else if (draft.amountFen > 0)", "else"),
  releases(
    "each tranche is cut from each order by itself",
    "left.map((rest, index) => rest - (parts[index] ?? 0))",
    "left",
  ),
  difference("lines that correct other months are no cause", "book.corrections ?? []", "[]"),
  price(
    "a reward goes to the first part of the month",
    "inOrderOfFacts(events.filter(isOnce))",
    "events.filter(isOnce)",
  ),
  price("money without a plan is left out in silence", "if (planned || on === fact.on) return false;", "return false;"),
  events(
    "a refund comes after the split",
    'component.refund === "original" ? afterRefunds',
    "false as boolean ? afterRefunds",
  ),
  periods("a bonus wins with what was refunded", "  draft.wholeFen = draft.amountFen;", ""),
  index("money that goes back takes all that came", "Math.min(back, cameFen)", "cameFen"),
  index(
    "a refund is priced on its own day",
    'fact.kind === "creditNote" || fact.kind === "cashRefund" ||',
    'fact.kind === "cashRefund" ||',
  ),
  index("other months' sales are unknown", "return [...facts, ...others].sort(byDayAndId);", "return facts;"),
  dueDays("money is due in the month after the line's", "month > period ? month : period", "period"),
  score("a completion counts above its cap", "most === null ? counted : least(counted, most)", "counted"),
  credits(
    "each refund is split by itself",
    "partsByRole(0 - (refundedBeforeFen + refundFen), sale)",
    "partsByRole(0 - refundFen, sale).map((part, at) => part + (before[at] ?? 0))",
  ),
  step("an edge that belongs below is reached at itself", '"down")) + 1', '"down"))'),
  step("a step pays the same", "compare(value, factorNow) > 0", "compare(value, factorNow) >= 0"),
  step("what is missing is rounded down", 'wholeOf(edgeFen, "up")', 'wholeOf(edgeFen, "down")'),
  step("the furthest step is told", "step.doneFen < nearest.doneFen", "step.doneFen > nearest.doneFen"),
  best(
    "a fen more than the target is always better",
    "beyond.gainFen - exactly.gainFen >= stepMinFen",
    "beyond.gainFen - exactly.gainFen >= 0",
  ),
  whatIf("units above stay where they are", "new Set(path.map(", "new Set(path.slice(0, 1).map("),
  working("weekends are worked", "weekdayOf(day) <= 5", "weekdayOf(day) <= 6"),
  working(
    "the pay day is after the holiday",
    "return before > to ? before : firstWorkday(nominal, 1, isWorkday);",
    "return firstWorkday(nominal, 1, isWorkday);",
  ),
  working(
    "the first day counts",
    "firstWorkday(addDays(result, 1), 1, isWorkday)",
    "firstWorkday(done === 0 ? result : addDays(result, 1), 1, isWorkday)",
  ),
  text("99.996 % reads as 100 %", "near.find(isTrue) ??", "near[0] ??"),
  text(
    "万 begins at 10,001",
    "Math.abs(amountFen) < wanFen) return moneyText(amountFen, form)",
    "Math.abs(amountFen) <= wanFen) return moneyText(amountFen, form)",
  ),
  time("the day ends at midnight in London", "const shanghaiOffsetMs = 8 * 3_600_000;", "const shanghaiOffsetMs = 0;"),
  tables(
    "a held row forgets what exceeds it",
    "reached === amount ? [] : [times(subtract(amount, reached), rate)]",
    "[]",
  ),
  evaluation(
    "rows move with the volume",
    "env.rowsOf === undefined ? subject : evaluateNumber(subjectNode, env.rowsOf)",
    "subject",
  ),
  events(
    "of two shares the first is told",
    'return decimalText(sumOf(own.map(({ share }) => exactOfDecimal(share) ?? zero))) ?? "0";',
    'return own[0]?.share ?? "0";',
  ),
  exchange("refunds are told as less volume", 'return "refunds";', 'return "volume";'),
  exchange(
    "shares change with the volume",
    'return withShares(withProperties(now, old, isAfter("rate")), old, isAfter("shares"));',
    'return withProperties(now, old, isAfter("rate"));',
  ),
  exchange(
    "an order that grew keeps its old credits",
    "nowFen === oldFen ? old.credits : creditsOf(nowFen ?? 0, old.credits)",
    "old.credits",
  ),
  exchange(
    "the own attainment moves with the volume",
    'const holds = !isExchanged("ownAttainment", upTo);',
    "const holds = false as boolean;",
  ),
  exchange(
    "the origin of an order changes with its amount",
    "if (isAfter || now.kind",
    "if (true as boolean || isAfter || now.kind",
  ),
  exchange("last month's results are unknown in this one", "periods.get(given.period) ?? given.period", "given.period"),
  difference("rewards are told with what moved them", '(isReward(change) ? "rewards" : cause)', "cause"),
  difference(
    "the month before keeps its refunds",
    'kind !== "creditNote" && kind !== "cashRefund"',
    'kind !== "grant"',
  ),
  difference("what was paid is not released", "payableFen + paidFen - amountFen", "payableFen - amountFen"),
  best("a fen more is never tried", "[amountFen, amountFen + 1]", "[amountFen]"),
  best("parts of the target are amounts", "exactOfInt(isOfTarget ? (targetFen ?? 0) : 100)", "exactOfInt(100)"),
  best(
    "what any order pays is a reward for the first",
    "const rewardFen = gainFen - trial.ofOrder(amountFen);",
    "const rewardFen = gainFen;",
  ),
  best("comparisons have no edges", 'subject === "attainment"', 'subject !== "attainment"'),
  whatIf("orders of other months raise the team", "monthOf(countsOn) === book.period", 'countsOn !== ""'),
  whatIf("no first order makes a client new", "if (sale.isFirstOrder !== true) return [fact];", "return [fact];"),
  whatIf("money comes in for nobody", "creditsOf(amountFen, sale.credits)", "[]"),
  worked(
    "the first numbers that come are told",
    "tried.find(({ priced }) => priced.fen !== 0) ?? tried[0]",
    "tried[0]",
  ),
  layers("who has no result is at the bottom", "Math.ceil(shares.length / 2)", "shares.length"),
  inherit("the parent's part stays", "ownByKey.get(keyOf(kind, part)) ?? part", "part"),
  inherit("what is left out comes along", "!out.has(`${kind}.${keyOf(kind, part)}`)", "true"),
  settlement("what was given is given again", "const amountFen = toDateFen - given;", "const amountFen = toDateFen;"),
  settlement("a quarter is paid in its first month", '=== month ? "due" : "later"', '=== month ? "later" : "due"'),
  overlaps(
    "a rule for both is not looked for",
    "codes.every((code) => rule.components.includes(code))",
    "codes.length === 0",
  ),
  jumps("pay that falls is no finding", "axis.isMerit && byFen < 0", "axis.isMerit && byFen < -1_000_000_000"),
  jumps("a factor of 0 is any cliff", 'return "zeroFactor";', 'return "cliff";'),
  orders(
    "two orders of one client are both first ones",
    'if (component.on === "newCustomer") return 1;',
    'if (component.on === "newCustomer") return 2;',
  ),
  shapes("a cap that is always met is none", "if (capped.length < paying.length) return [];", "return [];"),
  shapes(
    "a part that never pays is let through",
    'paysFen !== 0 || reason === "tooLarge")) return [];',
    'paysFen !== 0 || reason === "tooLarge" || true)) return [];',
  ),
  shapes("division by 0 is nothing", 'none?.missing === "divisionByZero"', 'none?.missing === "noTarget"'),
];
