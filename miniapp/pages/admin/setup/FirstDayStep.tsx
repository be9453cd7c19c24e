import type { AnswerOf } from "@shared/contracts";
import { grouped } from "@shared/domain/moneyText";
import { monthOf, monthsLater } from "@shared/domain/time";
import { openingFailure } from "@/features/openings/openingFailure";
import { openingsWords } from "@/texts/areas/openings";
import { useChosenFirstDay, useFirstPayingDay, useSalesMovedBy, useSetFirstPayingDay } from "@/features/setup/useSetup";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, RadioGroup, RadioMark, Row, Words } from "@/ui";

/** So many months from this one on may be chosen. */
const monthsShown = 4;

/** From which month on plans pay, and what becomes of what is older. */
export function FirstDayStep({ today }: { today: string }) {
  const { data, state, failure, refresh } = useFirstPayingDay();
  return (
    <Loadable id="first-day" state={state} failure={failure} onRetry={() => void refresh()}>
      {data && <FirstDay read={data} today={today} />}
    </Loadable>
  );
}

function FirstDay({ read, today }: { read: AnswerOf<"plans.firstPayingDay">; today: string }) {
  const { t, f } = usePageWords(setupWords, openingsWords);
  const words = t.setup.firstDay;
  const saving = useSetFirstPayingDay();
  const failure = openingFailure(saving, t.openings, f);
  const { form, change, drop } = useChosenFirstDay();
  const { firstPayingOn, setByName, firstPlan, latestOn, maySet, revision } = read;
  const first = `${monthOf(today)}-01`;
  const days = Array.from({ length: monthsShown }, (_, n) => monthsLater(first, n)).filter((day) => day <= latestOn);
  const chosen = days.find((day) => day === form.on) ?? null;
  const on = chosen ?? firstPayingOn;
  return (
    <Card id="setup-first-day">
      <Words live="polite" id="first-day-said">
        {firstPayingOn ? words.set({ day: f.day(firstPayingOn), name: setByName ?? "" }) : words.none}
      </Words>
      {firstPlan && (
        <Words as="sub" tone="quiet">
          {words.plan({ name: firstPlan.name, day: f.day(firstPlan.validFrom) })}
        </Words>
      )}
      {maySet && days.length > 0 && (
        <>
          <RadioGroup
            id="first-days"
            label={words.choose}
            options={days.map((day) => ({ id: `first-day-${day}`, choose: () => change({ on: day }) }))}
          >
            {days.map((day) => (
              <Row
                key={day}
                id={`first-day-${day}`}
                text={f.day(day)}
                lead={<RadioMark on={on === day} />}
                checked={on === day}
                opens={false}
                onTap={() => change({ on: day })}
              />
            ))}
          </RadioGroup>
          {chosen !== null && chosen !== firstPayingOn && <Moved on={chosen} />}
          {failure && <ErrorBlock id="first-day-error" failure={failure} />}
          <Button
            id="first-day-save"
            kind="primary"
            text={words.save}
            disabled={saving.busy || chosen === null || chosen === firstPayingOn}
            onTap={() => chosen && void saving.run({ revision, firstPayingOn: chosen }).then((done) => done && drop())}
          />
        </>
      )}
    </Card>
  );
}

/** Which confirmed sales the day would move, before it is set. */
function Moved({ on }: { on: string }) {
  const { t, f } = usePageWords(setupWords);
  const words = t.setup.firstDay;
  const { data, state, failure, refresh } = useSalesMovedBy(on);
  return (
    <Loadable id="first-day-moves" state={state} failure={failure} onRetry={() => void refresh()}>
      {data && (
        <>
          <Words as="sub" live="polite" id="first-day-moves-said">
            {data.count === 0
              ? words.movesNone
              : words.moves({ count: grouped(String(data.count)), isAtLeast: data.isAtLeast })}
          </Words>
          {data.first.map(({ saleId, repName, signedOn, confirmedOn, becomesHistory }) => (
            <Row
              key={saleId}
              id={`first-day-moves-${saleId}`}
              text={words.movesOne({ name: repName, signed: f.day(signedOn), confirmed: f.day(confirmedOn) })}
              note={becomesHistory ? words.becomesHistory : words.becomesPaid}
            />
          ))}
          {data.count > data.first.length && (
            <Words as="sub" tone="quiet">
              {words.movesMore({ count: grouped(String(data.count - data.first.length)) })}
            </Words>
          )}
        </>
      )}
    </Loadable>
  );
}
