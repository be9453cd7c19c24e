import { MeView } from "./MeView";

/** 我的. */
export default function MePage() {
  return <MeView tab={4} />;
}
