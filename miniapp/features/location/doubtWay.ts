import type { CheckInView } from "@shared/contracts";
import { canOpenSettings } from "./useFix";
import { known } from "@/texts";
import type { reviewWords } from "@/texts/areas/main/review";
import type { TextsWith } from "@/texts/pageWords";

type Doubt = NonNullable<CheckInView["review"]>["doubts"][number];

/** What its rep can do today so that a better check-in makes this one good: on a browser's page the position is allowed by the browser. */
export const doubtWay = (doubt: Doubt, { review }: TextsWith<typeof reviewWords>): string | undefined =>
  doubt === "noFix" && !canOpenSettings ? review.noFixWayH5 : known(review.doubtWays, doubt);
