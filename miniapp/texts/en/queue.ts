import type { queue as chinese } from "../zhCN/queue";

export const queue: typeof chinese = {
  title: "To upload",
  keptAt: (p) => `Saved on this phone, and ${p.time} is the time that counts. It uploads by itself and counts once.`,
  keptInMemory:
    "The phone is full, so this one is in memory only: keep Xiaoli open until it is uploaded. Free some space and it is saved by itself.",
  keptFor:
    "Saved on this phone and not uploaded yet: below is how it was before. It uploads by itself and counts once.",
  foreseen: "As this phone sees it; the result counts once it is uploaded.",
  open: "See what waits",
  count: (p) => `${p.count}`,
  none: "None",
  empty: "Everything is uploaded. Nothing waits on this phone",
  note: "Uploaded in the order of your taps, client by client. Until then do not delete Xiaoli or clear its data.",
  sendNow: "Upload now",
  sending: "Uploading…",
  kinds: {
    "customers.create": "New client",
    "sites.add": "New place",
    "checkIns.create": "Check-in",
    "checkIns.answer": "Word on a check-in",
    "checkIns.leave": "Check-out",
    "visits.record": "Visit record",
    "visits.correct": "Correction of a visit",
    "visits.settleNextStep": "Next step",
    "companions.name": "Colleagues who were there",
    "companions.answer": "Whether I was there",
    "dayPlans.set": "My way of a day",
    "visitQuestions.ask": "Asking a colleague",
    "visitQuestions.overrule": "Why I go all the same",
    "followUps.record": "Follow-up",
    "followUps.correct": "Correction of a follow-up",
    "stages.move": "Change of stage",
    "sales.submit": "Sale",
    "sales.resubmit": "Corrected sale",
  },
  tries: (p) => `tried ${p.count} times`,
  offline: "No connection. It is still on this phone and uploads by itself.",
  held: "It waits for the one before: first see to the one that could not be uploaded.",
  failed:
    "The server could not handle this one, several times. It is still on this phone, not lost and not counted; the others go on. Try again, and report it if that does not help.",
  update: "Update Xiaoli",
  hasFiles: "with files",
  fileElsewhere:
    "A file of it is not here: the phone had no room for it, and it is only on the page on which it was made. If that is still open, it uploads both and there is nothing to do here; if it is closed the file is lost, and you can upload this without it.",
  withoutFiles: "Upload without files that fail",
  retry: "Try again",
  look: "Open it",
  seeChange: "See what changed, then send mine",
  drop: "Drop it",
  dropTitle: "Do not upload this one?",
  dropText: "It is on this phone only. Dropped, it is gone and does not count.",
  dropHanging: (p) =>
    `${p.count === 1 ? "One thing waits" : `${p.count} things wait`} for it and cannot be uploaded without it: ${p.what}.`,
  dropTextDraft: "It is on this phone only, is not uploaded and does not count.",
  dropDraft: "What you wrote becomes a draft again on this phone, to be changed and submitted.",
  isDraft: "It is a draft again, and not submitted.",
  dropTextUnsure: (p) =>
    `It has been sent before and nothing came back: it may have arrived and count. Dropped, this phone sends it no more; what has arrived stays, and is on ${p.home} or at the client.`,
  dropped: {
    waiting: () => "It was on its way already and cannot be called back. Waiting for the result…",
    arrived: () =>
      "It had arrived before you dropped it, and counts; this phone has removed it. To change it, open the record.",
    unsure: (p) =>
      `This phone has removed it and sends it no more. It had been sent without a result, though, and may have arrived. Once online, look at ${p.home} or at the client.`,
  },
  dropKeep: "Keep it",
  dropSure: "Drop",
  dropSureDraft: "Do not upload",
  little: "The room for what waits is nearly used up. Find a network and upload it first.",
  full: "There is no room left. New ones are in memory only: go online and upload before you close Xiaoli.",
};
