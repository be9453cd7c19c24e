import type { Texts } from "../texts";

export const customers: Texts["customers"] = {
  stages: {
    初步接触: "First contact",
    需求调研: "Needs analysis",
    方案提交: "Proposal sent",
    签单: "Signed",
    服务中: "In service",
  },
  list: {
    open: "Find a client",
  },
  waiting: {
    note: "On this phone, to be uploaded",
    kept: "This new client is saved on this phone and uploads by itself. You can check in, write records and record sales here now: they follow it, with the time at which you did them.",
    asked: "This client may be known already; nothing was added. Is it the same?",
    mine: (p) => `${p.name} is your client (${p.why}). If it is this one, your check-ins and records go there.`,
    theirs: (p) =>
      `${p.name} (${p.owner}): ${p.why}. If it is this one, add it all the same, so that no record is lost, and ask your manager to merge the two.`,
    same: (p) => `It is ${p.name}`,
    other: "It is another: add it",
    change: "Change this new client",
  },
  edit: {
    newTitle: "New client",
    see: "See this client",
  },
  sameBy: {
    name: "same name",
    nameAlike: "almost the same name",
    creditCode: "the same credit code",
    phone: "same phone",
    place: "within 100 m",
  },
  ownedByNobody: "owned by nobody",
  detail: {
    title: "Client",
  },
  mergedInto: (p) =>
    `“${p.gone}” has become “${p.into}” already. Nothing was merged and nothing has changed. Go back and begin from “${p.into}”.`,
};
