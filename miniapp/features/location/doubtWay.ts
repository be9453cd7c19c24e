import type { CheckInView } from "@shared/contracts";
import { canOpenSettings } from "./useFix";
import { known } from "@/texts";
import type { FieldTexts } from "@/texts/fieldWords";

type Doubt = NonNullable<CheckInView["review"]>["doubts"][number];

/** What its rep can do today so that a better check-in makes this one good: on a browser's page the position is allowed by the browser. */
export const doubtWay = (doubt: Doubt, { review }: FieldTexts): string | undefined =>
  doubt === "noFix" && !canOpenSettings ? review.noFixWayH5 : known(review.doubtWays, doubt);
