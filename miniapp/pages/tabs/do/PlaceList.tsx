import { useMemo, useState } from "react";
import { placeHint } from "@/features/checkIns/placeHint";
import type { CheckInPage } from "@/features/checkIns/useCheckInPage";
import type { Place } from "@/features/customers/places";
import { found } from "@/features/customers/useCustomers";
import { useFix } from "@/features/location/useFix";
import { useConsent } from "@/features/session/useConsent";
import { useRows } from "@/features/list/useRows";
import { PlaceRow } from "@/components/PlaceRow";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Empty, Loadable, RadioGroup, TextField } from "@/ui";

const shownMax = 3;

/** Whom am I visiting? The nearest few; the others by their name. */
export function PlaceList({ page }: { page: CheckInPage }) {
  const { t, f } = usePageWords(fieldWords);
  const { places, chosen, choose, served } = page;
  const taken = useFix((state) => state.taken);
  const { accepted: mayLocate } = useConsent();
  const [searching, setSearching] = useState(false);
  const [words, setWords] = useState("");

  const shown = useMemo(() => {
    if (searching) {
      const wanted = new Set(found(served.data ?? [], words).map((customer) => customer.customerId));
      return places.filter((place) => wanted.has(place.customer.customerId));
    }
    const nearest = places.slice(0, shownMax);
    // What was chosen stays in sight, however far it is.
    return chosen && !nearest.includes(chosen) ? [...nearest, chosen] : nearest;
  }, [searching, words, served.data, places, chosen]);

  const { rows, more } = useRows(shown, words);
  const title = searching
    ? t.field.others
    : taken
      ? shown.some(({ distanceM }) => distanceM !== null)
        ? t.field.nearest
        : t.field.noPinsList
      : mayLocate
        ? t.field.noFixList
        : t.field.notAskedList;
  return (
    <Card id="places" flush title={title}>
      {searching && (
        <TextField
          id="search-place"
          kind="search"
          label={t.field.list.search}
          hint={t.field.list.search}
          value={words}
          onChange={setWords}
        />
      )}
      <Loadable id="places" state={served.state} failure={served.failure} onRetry={() => void served.refresh()}>
        {shown.length === 0 && <Empty text={searching ? t.field.list.none : t.today.noCustomers} />}
        <RadioGroup
          id="place-choices"
          label={title}
          options={rows.map((place) => ({ id: idOf(place), choose: () => choose(place) }))}
        >
          {rows.map((place) => (
            <PlaceRow
              key={place.key}
              id={idOf(place)}
              name={place.name}
              distanceM={place.distanceM}
              preview={place.preview}
              note={place.customer.lastVisitOn ? t.field.lastVisit({ day: f.day(place.customer.lastVisitOn) }) : null}
              hint={placeHint({ ...place, radiusM: place.site.radiusM }, taken?.fix.accuracyM ?? null, t, f)}
              checked={place.key === chosen?.key}
              onTap={() => choose(place)}
            />
          ))}
        </RadioGroup>
      </Loadable>
      {more && (
        <Button
          id="more-places"
          kind="quiet"
          text={t.field.list.morePlaces({ left: more.left, isEach: false })}
          onTap={more.show}
        />
      )}
      {!searching && places.length > shown.length && (
        <Button id="search-others" kind="quiet" text={t.field.findOthers} onTap={() => setSearching(true)} />
      )}
    </Card>
  );
}

const idOf = (place: Place): string => `place-${place.customer.customerId}`;
