import type { visitSteps as chinese } from "../zhCN/visitSteps";

export const visitSteps: typeof chinese = {
  photos: {
    count: (p) => `${p.count} of ${p.max}`,
    nth: (p) => `Photo ${p.n}`,
    take: "Take a photo",
    takeMore: "Take another one",
    remove: (p) => `Leave out photo ${p.n}`,
    note: "Taken here and now, not from the album. Your manager and auditors see it, and you see who has looked; where it was taken is not kept in it.",
    missing: "Take a photo here: without one the visit does not count",
    arrived: (p) => `${p.what} has been uploaded and stays in the record`,
    lost: (p) => `${p.what} is not on this phone any more. Leave it out and take another one`,
    gone: (p) => `${p.what} is older than photos are kept, and was deleted`,
    failed: {
      refused:
        "The camera is not allowed, so there is no photo. Allow WeCom to use the camera in the system's settings and try again; or submit the record now and add the photo within 24 hours.",
      unavailable:
        "The camera does not open. Try again later; or submit the record now and add the photo within 24 hours.",
      noAnswer:
        "The camera has given no photo back. Take another one; or submit the record now and add it within 24 hours.",
      unreadable: "This photo cannot be read. Take it again; or submit the record now and add it within 24 hours.",
    },
  },
  products: {
    counted: (p) => `${p.count} of ${p.of}`,
    hint: "How many; empty if not looked at",
    notCount: "A whole number from 0 to 9999",
    missing: "Count at least one: without it the visit does not count",
  },
  signature: {
    signer: "Who signs",
    signerHint: "e.g. Ms Huang, warehouse",
    pad: "Place to sign",
    padHint: "Let them sign in the frame with a finger",
    padNote: "Signed. The last stroke can be undone, or all of it cleared",
    undo: "Undo a stroke",
    clear: "Clear and sign again",
    again: "Sign again",
    drawing: "The signature",
    cannot:
      "This phone cannot open the pad. Submit the record now, and add the signature on another phone within 24 hours.",
    missing: "A signature is needed, with who signs: without it the visit does not count",
    half: "A signature and who signs go together: add what is missing, or leave out both",
  },
  voice: {
    title: "Voice note",
    start: "Record a voice note",
    stop: (p) => `Stop (${p.length})`,
    stopFirst: "Stop recording first",
    seconds: (p) => `${p.count} s`,
    play: (p) => `Listen (${p.length})`,
    pause: "Stop playing",
    remove: "Leave out this voice note",
    note: "Up to 60 seconds; it goes with the record and is not made into text. Your manager and auditors hear it, and you see who has looked.",
    arrived: "The voice note has been uploaded and stays in the record",
    gone: "The voice note is gone: it is older than files are kept, or not on this phone any more",
    cannotPlay: "This phone cannot play the voice note. Use another phone, or a computer",
    failed: {
      refused:
        "The microphone is not allowed, so nothing was recorded. Allow WeCom to use the microphone in the system's settings and try again; or write it down.",
      unavailable:
        "Nothing was recorded: the microphone does not open, or a call has it. Try again later; or write it down.",
      unsupported: "This browser cannot record. Use the mini-program inside WeCom, or write it down.",
    },
  },
  newPeople: {
    title: "New people",
    note: "The client's contacts do not have them yet. Once added, one tap names them next time; phone and role are written on the client's details.",
    add: (p) => `Add ${p.name} to the contacts`,
  },
  photoCount: (p) => `${p.count} photo${p.count === 1 ? "" : "s"}`,
  signedBy: (p) => `Signed by ${p.name}`,
};
