import { View } from "@tarojs/components";
import { percentText } from "@shared/domain/moneyText";
import {
  type Component,
  dueText,
  exampleText,
  kindText,
  poolText,
  type Plan as PlanRules,
  ruleText,
  scoreCapOf,
  tableRows,
  workedExample,
} from "@shared/domain/pay/phone";
import { exactOfDecimal } from "@shared/domain/pay/numbers/number";
import type { Language } from "@/texts";
import { planTextWords } from "@/texts/areas/planText";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Card, Line, Row, Words } from "@/ui";
import { differencesOf } from "./planDifferences";
import "./planText.scss";

/** Every part, table and example of a plan, as it pays. */
export function PlanText({ rules }: { rules: PlanRules }) {
  const { t, f, language } = usePageWords(planTextWords);
  const words = t.planText;
  const named = (one: { name: string; nameEn?: string | undefined }) =>
    language === "en" ? (one.nameEn ?? one.name) : one.name;
  return (
    <>
      {rules.components.map((component) => (
        <Card
          key={component.code}
          id={`plan-${component.code}`}
          title={named(component)}
          aside={
            <Words as="sub" tone="quiet">
              {kindText(component.kind, language)}
            </Words>
          }
        >
          {rowsOf(rules, component, t, language).map(({ name, text }) => (
            <View key={name} className="plan-rule">
              <Words as="sub" tone="quiet">
                {name}
              </Words>
              <Words>{text}</Words>
            </View>
          ))}
          {(component.pay ?? []).map((tranche, index) => (
            <View key={`${tranche.when} ${index}`} className="plan-pay">
              <Words as="sub" tone="quiet">
                {words.tranche({
                  share: percentText(exactOfDecimal(tranche.share)),
                  when: tranche.on === undefined ? words.when[tranche.when] : words.onDay({ day: f.day(tranche.on) }),
                  due: dueText(tranche, language),
                })}
              </Words>
            </View>
          ))}
        </Card>
      ))}
      {rules.inputs
        .flatMap((input) => (input.kind === "score" ? [input] : []))
        .map((score) => (
          <Card key={score.name} id={`plan-score-${score.name}`} flush title={named(score)}>
            {score.items.map(({ input, weight, cap }) => {
              const most = scoreCapOf(cap);
              return (
                <Row
                  key={input}
                  text={named(rules.inputs.find(({ name }) => name === input) ?? { name: input })}
                  {...(most && {
                    note: (
                      <Words as="sub" tone="quiet">
                        {`${words.cap} ${percentText(most)}`}
                      </Words>
                    ),
                  })}
                  value={<Words as="head">{percentText(exactOfDecimal(weight))}</Words>}
                />
              );
            })}
          </Card>
        ))}
      {rules.tables.map((table) => (
        <Card key={table.name} id={`plan-table-${table.name}`} flush title={named(table)}>
          {tableRows(table, language).map(({ range, value }, index) => (
            <View key={range}>
              {index > 0 && <Line />}
              <Row text={range} value={<Words as="head">{value}</Words>} />
            </View>
          ))}
        </Card>
      ))}
      {rules.extends !== undefined && rules.differs && (
        <Card id="plan-differs" flush title={words.differs({ parent: rules.extends })}>
          {rules.differs.length === 0 && <Row text={words.same} />}
          {differencesOf(rules, words).map(({ what, change }, index) => (
            <Row
              key={`${what} ${index}`}
              text={what}
              note={
                <Words as="sub" tone="quiet">
                  {change}
                </Words>
              }
            />
          ))}
        </Card>
      )}
      {rules.examples.length > 0 && (
        <Card id="plan-examples" flush title={words.examples}>
          {rules.examples.map((example) => (
            <Row
              key={example.name}
              text={example.name}
              note={
                <Words as="sub" tone="quiet">
                  {exampleText(rules, example, language)}
                </Words>
              }
            />
          ))}
        </Card>
      )}
    </>
  );
}

type PlanWords = TextsWith<typeof planTextWords>["planText"];

/** What is paid for longer than a month says when; null: there is nothing to say. */
const settleOf = (component: Component, { settle }: PlanWords): string | null =>
  component.grain === "event" || component.period === "month" || component.period === "week"
    ? null
    : settle[component.settle ?? "end"];

function leaveOf({ onLeave = "continue" }: Component, { onLeave: words }: PlanWords): string | null {
  if (onLeave === "continue") return null;
  return onLeave === "stop" ? words.stop : words.until({ days: onLeave.untilDays });
}

/** The rule of a component, each part under its name. */
function rowsOf(
  rules: PlanRules,
  component: Component,
  t: TextsWith<typeof planTextWords>,
  language: Language,
): { name: string; text: string }[] {
  const words = t.planText;
  const { amount, when, cap, floor } = ruleText(rules, component, language);
  const rows = [
    { name: component.grain === "event" ? words.each : words.period[component.period], text: amount },
    { name: words.condition, text: when },
    { name: words.cap, text: cap },
    { name: words.floor, text: floor },
    { name: words.pool, text: component.grain === "period" ? poolText(component, language) : null },
    { name: words.settled, text: settleOf(component, words) },
    { name: words.draw, text: component.recoverable ? words.drawn : null },
    { name: words.leave, text: leaveOf(component, words) },
    { name: words.worked, text: workedExample(rules, component, language)?.sentence ?? null },
  ];
  return rows.flatMap(({ name, text }) => (text === null ? [] : [{ name, text }]));
}
