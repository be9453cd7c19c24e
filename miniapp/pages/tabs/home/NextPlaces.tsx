import { open } from "@/features/navigation";
import { choosePlace } from "@/features/customers/chosenPlace";
import { isDue, type Place } from "@/features/customers/places";
import { usePlaces } from "@/features/customers/useCustomers";
import { useConsent } from "@/features/session/useConsent";
import { takeFix, useFix } from "@/features/location/useFix";
import { useBusinessDay } from "@/features/time";
import { useDemoStand } from "@/features/demo/useDemoStand";
import { lastVisitText } from "@/components/lastVisitText";
import { PlaceRow } from "@/components/PlaceRow";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button, Card, Empty, Loadable, Row } from "@/ui";

const shownMax = 3;

/**
 * Whom to see next: the nearest, in the order of 打卡, once this phone knows where it is; else those longest unvisited, without whom I said I
 * would see, who are above.
 */
export function NextPlaces() {
  const { t, f } = useWords();
  const { places, state, failure, refresh, data } = usePlaces();
  const { taken, locating } = useFix();
  const { accepted } = useConsent();
  const today = useBusinessDay();
  useDemoStand(data);
  // What is called the nearest leaves nobody out.
  const next = taken ? places : places.filter((place) => !isDue(place, today));
  const rowOf = (place: Place) => (
    <PlaceRow
      key={place.key}
      id={`next-${place.customer.customerId}`}
      name={place.name}
      distanceM={place.distanceM}
      preview={place.preview}
      note={lastVisitText(place.customer, t, f)}
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
      title={taken ? t.today.nextNearest : t.today.next}
      aside={
        !taken &&
        accepted && (
          <Button
            id="sort-by-distance"
            kind="quiet"
            small
            text={locating ? t.common.locating : t.today.sortByDistance}
            onTap={() => void takeFix()}
          />
        )
      }
    >
      <Loadable id="next" state={state} failure={failure} onRetry={() => void refresh()}>
        {next.length === 0 ? (
          <Empty text={places.length === 0 ? t.today.noCustomers : t.today.allDue} />
        ) : (
          next.slice(0, shownMax).map(rowOf)
        )}
        {places.length > 0 && (
          <Row id="to-route" text={t.today.toRoute} label={t.today.toRoute} onTap={() => open(routes.dayRoute())} />
        )}
      </Loadable>
    </Card>
  );
}
