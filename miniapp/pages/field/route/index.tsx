import { View } from "@tarojs/components";
import { useState } from "react";
import { routeStopsMax } from "@shared/domain/route";
import { checkInPage } from "@/features/checkIns/checkInPage";
import { choosePlace } from "@/features/customers/chosenPlace";
import type { DayStop } from "@/features/dayPlan/dayStops";
import { type PlanDay, useDayPlan } from "@/features/dayPlan/useDayPlan";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open } from "@/features/navigation";
import { routes } from "@/routes";
import { dayPlanWords } from "@/texts/areas/dayPlan";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, Empty, Loadable, Page, Row, Words } from "@/ui";
import { AddStop } from "./AddStop";
import { StopRow } from "./StopRow";
import "./index.scss";

const days = ["today", "tomorrow"] as const;

const checkInAt = ({ place }: DayStop) => {
  choosePlace(place.customer.customerId);
  open(routes.checkIn());
};

/** Where do I go today, and in which order? */
export default function RoutePage() {
  const { t, f } = usePageWords(dayPlanWords);
  const words = t.dayPlan;
  const [which, setWhich] = useState<PlanDay>("today");
  const title = which === "today" ? words.title : words.tomorrowTitle;
  const front = usePageFrame({ title });
  const plan = useDayPlan(which);
  const { stops, next, served, beside, isFull } = plan;
  const [arranging, setArranging] = useState(false);
  const [adding, setAdding] = useState(false);
  const count = stops.length;

  function openStop(stop: DayStop) {
    if (stop.checkIn) return open(checkInPage(stop.checkIn));
    // Nobody checks in on a day to come.
    if (which === "tomorrow") return open(routes.customer({ id: stop.place.customer.customerId }));
    checkInAt(stop);
  }
  return (
    <Page
      id="page-route"
      title={title}
      front={front}
      bar={
        count > 0 && (
          <>
            <Button
              id="route-arrange"
              text={arranging ? words.arranged : words.arrange}
              grow={next === null}
              onTap={() => setArranging(!arranging)}
            />
            {next && (
              <Button
                id="route-first"
                kind="primary"
                grow
                text={words.toFirst({ name: next.place.name })}
                onTap={() => checkInAt(next)}
              />
            )}
          </>
        )
      }
      over={
        adding && (
          <AddStop
            planned={new Set(stops.map(({ place }) => place.key))}
            onAdd={(place) => {
              plan.add(place);
              setAdding(false);
            }}
            onClose={() => setAdding(false)}
          />
        )
      }
    >
      <Card>
        <Choices
          id="route-day"
          kind="segments"
          label={words.day}
          value={which}
          options={days.map((value) => ({ value, text: words.days[value] }))}
          onChoose={setWhich}
        />
      </Card>
      <Card
        id="route"
        flush
        {...(count > 0 && {
          title: plan.wayM > 0 ? words.way({ count, distance: f.distance(plan.wayM) }) : words.count({ count }),
        })}
      >
        <Loadable id="route" state={served.state} failure={served.failure} onRetry={() => void served.refresh()}>
          {count === 0 && (
            <Empty
              text={words.empty}
              note={plan.proposeAnew ? words.emptyNote : words.noneDue}
              action={{ id: "route-empty-add", text: words.add, onTap: () => setAdding(true) }}
            />
          )}
          {stops.map((stop, index) => (
            <StopRow
              key={stop.place.key}
              n={index + 1}
              {...{ count, stop, arranging }}
              onOpen={() => openStop(stop)}
              onMove={(by) => plan.move(stop, by)}
              onRemove={() => plan.remove(stop)}
            />
          ))}
        </Loadable>
      </Card>
      {beside.length > 0 && (
        <Card id="route-beside" title={words.beside} flush>
          {beside.map((place) => (
            <Row
              key={place.key}
              id={`beside-${place.key}`}
              text={place.name}
              opens={false}
              label={words.addOf({ name: place.name })}
              note={
                <Words as="sub" tone="quiet">
                  {place.customer.nextStep?.text}
                </Words>
              }
              value={
                <Words as="sub" tone="brand">
                  {words.put}
                </Words>
              }
              onTap={() => plan.add(place)}
            />
          ))}
        </Card>
      )}
      {served.state === "ready" && (count > 0 || plan.proposeAnew) && (
        <Card id="route-change">
          {count > 0 && which === "today" && next === null && (
            <Words live="polite" id="route-all-done">
              {words.allDone}
            </Words>
          )}
          {count > 0 && (
            <Words as="note" tone="quiet">
              {isFull ? words.full({ max: routeStopsMax }) : words.proposed}
            </Words>
          )}
          {plan.refused && (
            <Words as="note" tone="warn" live="polite">
              {words.refused}
            </Words>
          )}
          <View className="route-buttons">
            {count > 0 && (
              <Button id="route-add" small text={words.add} disabled={isFull} onTap={() => setAdding(true)} />
            )}
            {count > 1 && (
              <Button
                id="route-sort"
                small
                text={plan.locating ? t.common.locating : words.sort}
                disabled={plan.locating}
                onTap={plan.sortByWay}
              />
            )}
            {plan.proposeAnew && <Button id="route-anew" small text={words.anew} onTap={plan.proposeAnew} />}
          </View>
        </Card>
      )}
    </Page>
  );
}
