import { useMe } from "@/features/session/useMe";
import { officePagesWords } from "@/texts/areas/officePages";
import { usePageWords } from "@/texts/pageWords";
import { Card, Words } from "@/ui";
import { MeView } from "../../tabs/me/MeView";

/** Where those land who neither sell, lead nor have an office: what this program holds for them. */
export default function StaffHome() {
  const { t, f } = usePageWords(officePagesWords);
  const words = t.officePages.staff;
  const names = f.names(useMe().data?.administratorNames ?? []);
  return (
    <MeView
      tab={null}
      intro={
        <Card id="staff-what">
          <Words>{words.what}</Words>
          <Words tone="quiet">{words.payslips}</Words>
          <Words tone="quiet">{words.sells({ names })}</Words>
        </Card>
      }
    />
  );
}
