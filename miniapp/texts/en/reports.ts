import type { Texts } from "../texts";

export const reports: Texts["reports"] = {
  form: {
    title: "Report a problem",
    note: "To the administrators. A message tells you when it is done.",
    about: "Which message is it about",
    none: "None of them",
    noneSeen: "There has been no error message since you opened this.",
    text: "What is wrong",
    hint: "What you did, what you wanted, what you saw",
    missing: "Write one sentence, or choose a message",
    sent: "This is all that is sent",
    saw: "Message",
    reference: "Reference",
    screen: "Page",
    program: "Version",
    time: "Time",
    personal: "Amounts, positions and clients are not attached. What you write is sent as it is.",
    submit: "Send to the administrators",
    sending: "Sending…",
    done: (p) =>
      p.names
        ? `Sent to ${p.names}`
        : "Noted. Whoever runs the server sees it; your company has named no administrator yet",
    again: "Report another one",
    mine: "What I have reported",
    open: "Waiting",
    closed: (p) => `${p.by} took care of it on ${p.day}`,
  },
  list: {
    title: "Reported problems",
    open: "Waiting",
    done: "Done",
    which: "Which ones",
    noneOpen: "No problem waits",
    noneDone: "No problem is done yet",
    more: "Only 50 are shown; the others come when some of these are done",
    close: "Mark as done",
    closeTitle: "It is done",
    closeNote: (p) => `${p.name} gets a message.`,
    answer: "What you say to them",
    answerHint: "e.g. It is mended, please try again",
    operator: "Whoever runs the server",
    answered: (p) => `${p.by}: ${p.answer}`,
    from: (p) => `${p.name}, ${p.time}`,
  },
};
