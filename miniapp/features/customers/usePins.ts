import { useState } from "react";
import type { AnswerOf, PinProposalView } from "@shared/contracts";
import { lengthSeen } from "@shared/domain/invisible";
import { decidePins, proposePin, readPins } from "@/api/pins";
import { vibrate } from "@/platform/haptics";
import { canShowPlace, showPlace } from "@/platform/map";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";

type PinsPage = AnswerOf<"pins.list">;
type Outcomes = AnswerOf<"pins.decide">["items"];

/** As many as one command takes. */
const decidedMax = 50;

export interface PinsToDecide extends ListQueryView<PinProposalView, PinsPage> {
  /** Those that are chosen to be decided on together. */
  chosen: PinProposalView[];
  toggle: (proposalId: string) => void;
  chooseAll: () => void;
  decision: Command<{ accepted: boolean; reason: string | null }, Outcomes>;
  /** Of the last decision, those on which nothing was decided: they were proposed anew, or others have decided. */
  missed: number;
  /** What was decided last, and of which places; null: nothing here yet. */
  done: { accepted: boolean; pins: PinProposalView[] } | null;
}

/** Where my people say that clients' places are, to be decided on many at a time. */
export function usePins(): PinsToDecide {
  const list = useApiListQuery<PinProposalView, PinsPage>(["pins"], readPins, ({ proposalId }) => proposalId, {
    isLook: true,
  });
  const [ids, setIds] = useState<readonly string[]>([]);
  const [missed, setMissed] = useState(0);
  const [done, setDone] = useState<PinsToDecide["done"]>(null);
  const chosen = list.items.filter(({ proposalId }) => ids.includes(proposalId));
  const decision = useCommand(
    async (commandId: string, { accepted, reason }: { accepted: boolean; reason: string | null }) => {
      const items = chosen.map(({ proposalId, revision }) => ({ proposalId, revision }));
      const answer = await decidePins({ commandId, accepted, reason, items });
      vibrate("light");
      setIds([]);
      setMissed(answer.items.filter(({ outcome }) => outcome !== "decided").length);
      const decided = new Set(
        answer.items.flatMap(({ proposalId, outcome }) => (outcome === "decided" ? [proposalId] : [])),
      );
      const pins = chosen.filter(({ proposalId }) => decided.has(proposalId));
      setDone(pins.length > 0 ? { accepted, pins } : null);
      await queryClient.invalidateQueries();
      return answer.items;
    },
  );
  const choose = (next: readonly string[]) => {
    // Others are another command.
    decision.forget();
    setIds(next.slice(0, decidedMax));
  };
  return {
    ...list,
    chosen,
    toggle: (proposalId) =>
      choose(ids.includes(proposalId) ? ids.filter((one) => one !== proposalId) : [...ids, proposalId]),
    chooseAll: () => choose(list.items.map(({ proposalId }) => proposalId)),
    decision,
    missed,
    done,
  };
}

/** The way to the phone's map, where it has one. */
export function mapOf({ siteName, address }: PinProposalView): ((point: PinProposalView["to"]) => void) | null {
  return canShowPlace() ? (point) => showPlace(point, { name: siteName, address }) : null;
}

interface Proposed {
  pin: { latDeg: number; lngDeg: number; accuracyM: number };
  note: string;
}

/** The longest reason. */
export const proposalNoteMax = 200;

export interface ProposalForm extends Pick<Command<Proposed, unknown>, "busy" | "failure"> {
  /** Where it is said to be; null: no move is proposed. */
  pin: Proposed["pin"] | null;
  note: string;
  /** What is wrong with the reason, once it was tried. */
  fault: "missing" | "tooLong" | null;
  setPin: (pin: Proposed["pin"] | null) => void;
  setNote: (note: string) => void;
  /** Whether it can be sent as it stands, or there is nothing to send; marks what is wrong. */
  check: () => boolean;
  /** False where no answer came. */
  send: () => Promise<boolean>;
}

/** Says where a client's place is, from where one stands: its leader decides. */
export function useProposePin(customerId: string, siteId: string): ProposalForm {
  const [pin, setPin] = useState<Proposed["pin"] | null>(null);
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const { busy, failure, run, forget } = useCommand(
    async (commandId: string, { pin: { accuracyM, ...at }, note: why }: Proposed) => {
      const answer = await proposePin({ customerId, siteId }, { commandId, pin: at, accuracyM, note: why });
      vibrate("light");
      await queryClient.invalidateQueries();
      return answer;
    },
  );
  const fault = note.trim() === "" ? "missing" : lengthSeen(note.trim()) > proposalNoteMax ? "tooLong" : null;
  return {
    busy,
    failure,
    pin,
    note,
    fault: tried ? fault : null,
    // Something else is another proposal.
    setPin: (next) => {
      forget();
      setPin(next);
    },
    setNote: (next) => {
      forget();
      setNote(next);
    },
    check: () => {
      setTried(pin !== null);
      return pin === null || fault === null;
    },
    send: async () => pin === null || (await run({ pin, note: note.trim() })) !== null,
  };
}
