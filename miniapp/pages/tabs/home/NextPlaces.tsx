import { open } from "@/features/navigation";
import { choosePlace } from "@/features/customers/chosenPlace";
import { usePlaces } from "@/features/customers/useCustomers";
import { useConsent } from "@/features/session/useConsent";
import { takeFix, useFix } from "@/features/location/useFix";
import { useDemoStand } from "@/features/demo/useDemoStand";
import { PlaceRow } from "@/components/PlaceRow";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button, Card, Empty, Loadable } from "@/ui";

const shownMax = 3;

/** Whom to see next: nearest first once this phone knows where it is, else those longest unvisited. */
export function NextPlaces() {
  const { t, f } = useWords();
  const { places, state, failure, refresh, data } = usePlaces();
  const { taken, locating } = useFix();
  const { accepted } = useConsent();
  useDemoStand(data);
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
          places.slice(0, shownMax).map((place) => (
            <PlaceRow
              key={place.key}
              id={`next-${place.customer.customerId}`}
              name={place.name}
              distanceM={place.distanceM}
              preview={place.preview}
              note={
                place.customer.lastVisitOn
                  ? t.today.lastVisit({ day: f.day(place.customer.lastVisitOn) })
                  : t.today.notVisited
              }
              onTap={() => {
                choosePlace(place.customer.customerId);
                open(routes.checkIn());
              }}
            />
          ))
        )}
      </Loadable>
    </Card>
  );
}
