import { createContext, type ReactNode, useContext } from "react";
import { withoutAmounts } from "@shared/domain/hiddenAmounts";
import type { Failure } from "./states";

/** A place in the tab bar. */
export interface TabItem {
  id: string;
  text: string;
  icon: string;
  count: number;
  open: () => void;
}

/** What the app knows and every page's frame shows. Handed down, so that ui knows nothing of the product. */
export interface Frame {
  theme: "system" | "light" | "dark";
  /** The theme that is seen. */
  themeSeen: "light" | "dark";
  type: "m" | "l" | "xl";
  motionOff: boolean;
  /** The person does not want amounts to be seen now. */
  amountsHidden: boolean;
  online: boolean;
  /** What has just happened to the program itself; null: nothing. */
  notice: "renewed" | "outdated" | "missingPage" | null;
  /** When the figures on screen were fetched last, `14:05`; null: never. */
  asOf: string | null;
  /** What waits on this phone to be sent, in words, and the page that lists it; null where nothing does, or there. */
  waiting: { text: string; open: () => void } | null;
  tabs: TabItem[];
  /** True where neither WeCom nor a native bar shows title and way back. */
  drawsHeader: boolean;
  goBack: () => void;
  /** While something lies over the page, the back key closes it. @returns what ends that */
  holdBack: (onBack: () => void) => () => void;
  /** A page broke while it was drawn. */
  recover: () => void;
  /** A person has been told of it, and may report it later. */
  failureSeen: (failure: ReportedFailure) => void;
  /** Opens the way to report it; null where nobody is signed in. */
  reportFailure: ((failure: ReportedFailure) => void) | null;
}

export type ReportedFailure = Pick<Failure, "sentence" | "reference"> & {
  /** Nobody can or has to look into it: there was no network, a right is missing, or a rule has answered. */
  needsNobody?: boolean;
};

export const FrameContext = createContext<Frame>({
  theme: "system",
  themeSeen: "light",
  type: "m",
  motionOff: false,
  amountsHidden: false,
  online: true,
  notice: null,
  asOf: null,
  waiting: null,
  tabs: [],
  drawsHeader: false,
  goBack: () => {},
  holdBack: () => () => {},
  recover: () => {},
  failureSeen: () => {},
  reportFailure: null,
});

export const useFrame = (): Frame => useContext(FrameContext);

/** How texts are shown here: as they are, or with dots in place of their amounts. What is no text stays. */
export function useShown(): <Part extends ReactNode>(part: Part) => Part {
  const { amountsHidden } = useFrame();
  return (part) => (amountsHidden ? hide(part) : part);
}

function hide<Part extends ReactNode>(part: Part): Part {
  // Each gives back what it was given: a text for a text, a list for a list.
  if (typeof part === "string") return withoutAmounts(part) as Part;
  if (Array.isArray(part)) return part.map((one: ReactNode) => hide(one)) as unknown as Part;
  return part;
}
