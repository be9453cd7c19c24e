import { defineEvent } from "../../outbox";

/** Somebody has reported a problem. */
export interface ProblemReported {
  reportId: string;
  memberId: string;
  memberName: string;
  text: string | null;
  saw: string | null;
  reference: string | null;
  screen: string | null;
  /** Business time, ISO. */
  at: string;
}

export const problemReported = defineEvent<ProblemReported>("problem.reported");

/** A problem that was marked as done is not. `at`: since when it is open again. */
export interface ProblemReopened extends ProblemReported {
  byId: string;
  /** Empty: whoever runs the server. */
  byName: string;
}

export const problemReopened = defineEvent<ProblemReopened>("problem.reopened");

/** A reported problem is done. */
export interface ProblemClosed {
  reportId: string;
  /** Who reported it. */
  memberId: string;
  text: string | null;
  saw: string | null;
  /** Empty: whoever runs the server. */
  byName: string;
  answer: string | null;
  /** Business time, ISO. */
  at: string;
}

export const problemClosed = defineEvent<ProblemClosed>("problem.closed");
