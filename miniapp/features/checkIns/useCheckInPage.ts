import { useEffect, useMemo, useState } from "react";
import { forgetChosen, useChosenCustomer } from "@/features/customers/chosenPlace";
import { askedPlaces, offeredPlace, otherPlaceHere, type Place } from "@/features/customers/places";
import { usePlaces } from "@/features/customers/useCustomers";
import { useDemoStand } from "@/features/demo/useDemoStand";
import { takeFix, useFix } from "@/features/location/useFix";
import { type Choice, choiceHolds } from "./placeChoice";
import { keepPlace, placeMeant } from "./placeMemory";
import { usePageVisible } from "@/features/query/usePageVisible";
import { useConsent } from "@/features/session/useConsent";

export interface CheckInPage {
  places: Place[];
  /** Where the button would check in. */
  chosen: Place | null;
  choose: (place: Place | null) => void;
  /** One has checked in at the chosen one: it is meant no longer than that position holds. */
  checkedIn: () => void;
  /** Where one may stand, of which nobody can tell which it is: asked, one tap. */
  asked: Place[];
  /** Where one stands instead, to be asked about: a choice is never changed in silence. */
  instead: Place | null;
  consented: boolean | null;
  demo: boolean;
  served: ReturnType<typeof usePlaces>;
}

/**
 * What 打卡 shows: the clients by distance and the one that the button means. Where one surely stands is offered;
 * a choice of the person, here or on another tab, holds until the next check-in, see `choiceHolds`.
 */
export function useCheckInPage(): CheckInPage {
  const served = usePlaces();
  const { accepted } = useConsent();
  const visible = usePageVisible();
  const demo = useDemoStand(served.data);
  const taken = useFix((state) => state.taken);
  const wanted = useChosenCustomer();
  const [choice, setChoice] = useState<Choice | null>(() => {
    const key = placeMeant();
    return key === null ? null : { key, at: null, isDone: false };
  });
  const ready = served.state === "ready";

  useEffect(() => {
    // A position is taken when the page shows, after the person has agreed to it once, and never in the background.
    if (visible && accepted && ready) void takeFix();
  }, [visible, accepted, ready]);

  const { places } = served;
  const chosen = useMemo(() => {
    const isMeant = choice !== null && choiceHolds(choice, places, taken?.takenAt ?? null);
    const byKey = isMeant ? places.find((place) => place.key === choice.key) : undefined;
    const byCustomer = places.find((place) => place.customer.customerId === wanted);
    return byKey ?? byCustomer ?? (taken ? offeredPlace(places) : null);
  }, [places, choice, wanted, taken]);

  return {
    places,
    chosen,
    choose: (place) => {
      forgetChosen();
      setChoice(place && { key: place.key, at: taken?.takenAt ?? null, isDone: false });
      keepPlace(place?.key ?? null);
    },
    checkedIn: () => {
      forgetChosen();
      // The tap may have taken another position than the one that is drawn here.
      const at = useFix.getState().taken?.takenAt ?? null;
      setChoice(chosen && { key: chosen.key, at, isDone: true });
      keepPlace(null);
    },
    asked: taken ? askedPlaces(places, chosen) : [],
    instead: taken ? otherPlaceHere(places, chosen) : null,
    consented: accepted,
    demo,
    served,
  };
}
