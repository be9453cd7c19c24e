import { useState } from "react";
import type { Place } from "@/features/customers/places";
import { found, usePlaces } from "@/features/customers/useCustomers";
import { useRows } from "@/features/list/useRows";
import { lastVisitText } from "@/components/lastVisitText";
import { dayPlanWords } from "@/texts/areas/dayPlan";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Button, Empty, Row, Sheet, TextField, Words } from "@/ui";

interface AddStopProps {
  /** Places that are on the way already. */
  planned: ReadonlySet<string>;
  onAdd: (place: Place) => void;
  onClose: () => void;
}

/** Any client of mine, found without a network. */
export function AddStop({ planned, onAdd, onClose }: AddStopProps) {
  const { t, f } = usePageWords(dayPlanWords, fieldWords);
  const words = t.dayPlan;
  const { places, data } = usePlaces();
  const [typed, setTyped] = useState("");
  const ids = new Set(found(data ?? [], typed).map(({ customerId }) => customerId));
  const offered = places.filter(({ key, customer }) => ids.has(customer.customerId) && !planned.has(key));
  const { rows, more } = useRows(offered, typed);
  return (
    <Sheet id="add-stop" title={words.add} onClose={onClose}>
      <TextField
        id="add-stop-search"
        kind="search"
        label={t.field.list.search}
        hint={t.field.list.search}
        value={typed}
        onChange={setTyped}
      />
      {rows.length === 0 && <Empty text={typed ? t.field.list.none : words.noCustomers} />}
      {rows.map((place) => {
        const note = lastVisitText(place.customer, t, f);
        return (
          <Row
            key={place.key}
            id={`add-${place.key}`}
            text={place.name}
            opens={false}
            label={f.said(words.addOf({ name: place.name }), note)}
            note={
              <Words as="sub" tone="quiet">
                {note}
              </Words>
            }
            onTap={() => onAdd(place)}
          />
        );
      })}
      {more && <Button id="more-stops" kind="quiet" text={t.field.list.more({ left: more.left })} onTap={more.show} />}
    </Sheet>
  );
}
