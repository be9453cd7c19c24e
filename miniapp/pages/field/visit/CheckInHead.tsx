import { View } from "@tarojs/components";
import type { CheckInView } from "@shared/contracts";
import { clockTimeOf } from "@shared/domain/time";
import type { VisitStanding } from "@shared/domain/visit";
import { open } from "@/features/navigation";
import type { VisitPage } from "@/features/visits/useCorrection";
import { routes } from "@/routes";
import { doubtTitle } from "@/components/doubtTitle";
import { fieldWords } from "@/texts/areas/main/field";
import { proofWords } from "@/texts/areas/main/proof";
import { reviewWords } from "@/texts/areas/main/review";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Button, Card, StatusMark, Words } from "@/ui";
import "./index.scss";

interface CheckInHeadProps {
  checkIn: CheckInView;
  /** Null where the page says it elsewhere. */
  standing: VisitStanding | null;
  aside: string | null;
  /** For somebody else: whose tap it is, and whether they may look at what was asked about it. */
  rep?: VisitPage["rep"] | undefined;
}

/** What is behind the button: by what the check-in is, and whether somebody has still to decide on it. */
function aboutText({ verdict, review }: CheckInView, t: TextsWith<typeof reviewWords | typeof proofWords>): string {
  if (!review) return doubtTitle(verdict, t);
  if (review.state !== "open" && review.state !== "appealed") return t.review.openDecided;
  return verdict === "outside" ? doubtTitle(verdict, t) : t.review.open;
}

/** The tap that this visit stands on. */
export function CheckInHead({ checkIn, standing, aside, rep }: CheckInHeadProps) {
  const { t, f } = usePageWords(fieldWords, proofWords, reviewWords);
  const hasDoubt = rep ? rep.mayReview && checkIn.review : (checkIn.review ?? checkIn.signals);
  const { checkInId, on } = checkIn;
  const time = clockTimeOf(new Date(checkIn.checkedInAt));
  return (
    <Card id="check-in-head">
      <Words as="title" heading={2}>
        {rep ? `${rep.name} · ${checkIn.customerName}` : checkIn.customerName}
      </Words>
      <View className="check-in-line">
        {standing && <StatusMark about="visit" is={standing} />}
        <View className={standing ? "check-in-numbers" : ""}>
          <Words as="sub" tone="quiet">
            {checkIn.distanceM === null
              ? t.field.visit.checkedInNoDistance({ time })
              : t.field.visit.checkedIn({ time, distance: f.distance(checkIn.distanceM) })}
          </Words>
        </View>
      </View>
      {hasDoubt && (
        <Button
          id="why-doubt"
          kind="quiet"
          small
          text={aboutText(checkIn, t)}
          onTap={() => open(rep ? routes.review({ id: checkInId }) : routes.doubt({ id: checkInId, on }))}
        />
      )}
      {aside && (
        <Words as="note" tone="quiet" id="draft-saved" live="polite">
          {aside}
        </Words>
      )}
    </Card>
  );
}
