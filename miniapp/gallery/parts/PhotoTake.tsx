import { PhotoTake } from "@/components/PhotoTake";
import { examplesOf } from "../examples";

/** 4 by 3 of one grey, so that nothing has to be asked for. */
const grey =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='400' height='300'%3E%3Crect width='400' height='300' fill='%23808890'/%3E%3C/svg%3E";

const quiet = { disabled: false, onDrop: () => {}, camera: { busy: false, take: () => {} } };

export const examples = examplesOf("PhotoTake", PhotoTake, ({ t }) => ({
  none: { ...quiet, id: "none", address: null, note: t.field.photo.note },
  taken: { ...quiet, id: "taken", address: grey, note: t.field.photo.note },
  "sent before": { ...quiet, id: "sent", address: null, hasSent: true, note: t.field.photo.note },
  "one more": { ...quiet, id: "more", address: null, isOneMore: true, note: t.field.photo.note },
  refused: { ...quiet, id: "refused", address: null, note: t.field.photo.failed.refused, isFault: true },
}));
