import { openedWith } from "@/features/frame/openedWith";
import { Named } from "./Named";
import { Naming } from "./Naming";

/** Who was at a visit of mine too; or whether I was at a colleague's. */
export default openedWith({ visitId: "id?", customer: "id?", id: "id?" }, Together, { oneOf: ["visitId", "id"] });

function Together({ visitId, customer, id }: { visitId?: string; customer?: string; id?: string }) {
  if (id) return <Named companionId={id} />;
  return <Naming visitId={visitId ?? ""} customerName={customer ?? ""} />;
}
