import { View } from "@tarojs/components";
import { useState } from "react";
import { stillInDoubt } from "@/features/earnings/stillInDoubt";
import { openMonth } from "@/features/earnings/chosenMonth";
import { useClosing } from "@/features/earnings/useClosing";
import { type LineAddress, planNameOf, useLine, useLineOfSale } from "@/features/earnings/useEarnings";
import { useVerification } from "@/features/earnings/useVerification";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open } from "@/features/navigation";
import { closingText } from "@/components/closingText";
import { routes } from "@/routes";
import { linesWords } from "@/texts/areas/lines";
import { usePageWords } from "@/texts/pageWords";
import { Amount, Button, Card, Empty, Formula, Loadable, Page, Row, Skeleton, StatusMark, Words } from "@/ui";
import { Doubts } from "./Doubts";
import { Footsteps } from "./Footsteps";
import { SourceSheet } from "./SourceSheet";
import { Verdict } from "./Verdict";
import "./index.scss";

/** Where does this amount come from? Sentence, formula, footsteps. Opened by its line, or by a sale. */
export default openedWith({ period: "month?", lineId: "id?", saleId: "id?", id: "id?" }, Line, {
  oneOf: ["lineId", "saleId", "id"],
});

function Line(address: LineAddress) {
  const { t, f, language } = usePageWords(linesWords);
  usePageFrame({ title: t.lines.title });
  const { period, lineId, missing, asked } = useLineOfSale(address);
  const line = useLine(period, lineId);
  // Until the line is known, what is asked for is its month.
  const { state, failure, refresh } = lineId === "" ? asked : line;
  const { data } = line;
  const { verdict, check } = useVerification();
  const closes = closingText(useClosing(period), { month: f.month(period), of: "pay" }, { t, f });
  const [source, setSource] = useState<number | null>(null);
  const part = source === null ? null : data?.formula[source];
  return (
    <Page
      id="page-line"
      title={t.lines.title}
      bar={
        data && (
          <Button
            id="verify"
            kind="primary"
            grow
            text={t.lines.verify}
            onTap={() => check(data.receipt, data.line.lineId, data.line.amountFen)}
          />
        )
      }
      barNote={verdict && <Verdict verdict={verdict} />}
      over={data && part && <SourceSheet part={part} detail={data} onClose={() => setSource(null)} />}
    >
      <Loadable
        id="line"
        state={state}
        failure={failure}
        onRetry={() => void refresh()}
        skeleton={
          <Card>
            <Skeleton rows={[60, 100, 100, 80]} />
          </Card>
        }
      >
        {missing && (
          <Card>
            <Empty
              text={t.errors["statement.lineUnknown"]}
              action={{ id: "to-money", text: t.lines.toMoney, onTap: () => openMonth("money", period) }}
            />
          </Card>
        )}
        {data && (
          <>
            <Card
              id="line-amount"
              title={data.line.name}
              aside={<StatusMark about="money" is={data.line.status} chip />}
            >
              <Amount fen={data.line.amountFen} status={data.line.status} size="display" signed />
              <View className="line-sentence">
                <Words id="line-sentence">{data.line.sentence}</Words>
              </View>
              {data.line.status === "estimated" && closes && (
                <Words id="line-closing" as="sub" tone="quiet">
                  {closes}
                </Words>
              )}
            </Card>
            <Doubts doubts={stillInDoubt(data.doubts)} />
            {data.formula.length > 0 && (
              <Card id="line-formula" title={t.lines.formula}>
                <Formula parts={data.formula} onTap={setSource} />
                <View className="line-hint">
                  <Words as="note" tone="quiet">
                    {t.lines.tapHint}
                  </Words>
                </View>
              </Card>
            )}
            <Footsteps detail={data} />
            <Card flush>
              <Row
                id="line-plan"
                text={t.lines.plan({
                  name: planNameOf(data, language),
                  version: data.plan.version,
                  day: f.day(data.plan.validFrom),
                })}
                onTap={() => open(routes.plan({ period, lineId: data.line.lineId }))}
              />
            </Card>
          </>
        )}
      </Loadable>
    </Page>
  );
}
