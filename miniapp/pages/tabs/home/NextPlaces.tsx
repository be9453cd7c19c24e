import { open } from "@/features/navigation";
import { choosePlace } from "@/features/customers/chosenPlace";
import { dueFirst, type Place } from "@/features/customers/places";
import { usePlaces } from "@/features/customers/useCustomers";
import { useConsent } from "@/features/session/useConsent";
import { takeFix, useFix } from "@/features/location/useFix";
import { useBusinessDay } from "@/features/time";
import { useDemoStand } from "@/features/demo/useDemoStand";
import { PlaceRow } from "@/components/PlaceRow";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button, Card, Empty, Loadable } from "@/ui";

const shownMax = 3;

/** Whom to see next: what I said for today or before, then the nearest once this phone knows where it is, else those longest unvisited. */
export function NextPlaces() {
  const { t, f } = useWords();
  const { places, state, failure, refresh, data } = usePlaces();
  const { taken, locating } = useFix();
  const { accepted } = useConsent();
  const today = useBusinessDay();
  useDemoStand(data);
  const { due, others } = dueFirst(places, today);
  const noteOf = ({ customer: { nextStep, lastVisitOn } }: Place, isDue: boolean): string => {
    if (isDue && nextStep) {
      const { text, on } = nextStep;
      return on === today ? t.today.dueToday({ text }) : t.today.overdue({ day: f.day(on), text });
    }
    return lastVisitOn ? t.today.lastVisit({ day: f.day(lastVisitOn) }) : t.today.notVisited;
  };
  const rowOf = (place: Place, isDue: boolean) => (
    <PlaceRow
      key={place.key}
      id={`next-${place.customer.customerId}`}
      name={place.name}
      distanceM={place.distanceM}
      preview={place.preview}
      note={noteOf(place, isDue)}
      onTap={() => {
        choosePlace(place.customer.customerId);
        open(routes.checkIn());
      }}
    />
  );
  return (
    <Card
      id="next"
      flush
      title={due.length > 0 ? t.today.nextDue({ count: due.length }) : taken ? t.today.nextNearest : t.today.next}
      aside={
        !taken &&
        accepted && (
          <Button
            id="sort-by-distance"
            kind="quiet"
            small
            text={locating ? t.field.locating : t.today.sortByDistance}
            onTap={() => void takeFix()}
          />
        )
      }
    >
      <Loadable id="next" state={state} failure={failure} onRetry={() => void refresh()}>
        {places.length === 0 ? (
          <Empty text={t.today.noCustomers} />
        ) : (
          <>
            {due.map((place) => rowOf(place, true))}
            {others.slice(0, Math.max(0, shownMax - due.length)).map((place) => rowOf(place, false))}
          </>
        )}
      </Loadable>
    </Card>
  );
}
