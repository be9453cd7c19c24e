/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "./shape";

const earlierRecord: Shape = { fields: { record: "text", writtenAt: "instant" } };

const customerChanged: Shape = { fields: { customerId: "text", revision: "whole" } };

const answeredStep: Shape = { fields: { label: "text", value: "text", files: { optional: "whole" } } };

const stateTotals: Shape = {
  fields: { estimatedFen: "whole", earnedFen: "whole", payableFen: "whole", paidFen: "whole" },
};

const pace: Shape = {
  fields: { workingDaysGone: "whole", workingDays: "whole", workingDaysLeft: { optional: "whole" } },
};

const reviewDecision: Shape = {
  fields: { byName: "text", insteadOfName: { optional: { orNull: "text" } }, reason: "text", at: "instant" },
};

const contactView: Shape = {
  fields: {
    contactId: "text",
    name: "text",
    role: { orNull: "text" },
    phone: { orNull: "text" },
    needs: { orNull: "text" },
  },
};

const formulaPart: Shape = {
  fields: {
    text: "text",
    label: { orNull: "text" },
    source: { orNull: "text" },
    opens: { orNull: "word" },
    saleId: { orNull: "text" },
  },
};

const teamEffect: Shape = {
  fields: {
    unitId: "text",
    name: "text",
    period: "month",
    doneBeforeFen: "whole",
    doneFen: "whole",
    targetFen: { orNull: "whole" },
  },
};

const similarCustomerView: Shape = {
  fields: {
    customerId: "text",
    shortName: "text",
    ownerNames: { listOf: "text" },
    sameBy: { listOf: "word" },
    mine: { optional: "flag" },
    mayOpen: "flag",
  },
};

const lineDoubt: Shape = {
  fields: {
    lineId: "text",
    visitId: "text",
    checkInId: "text",
    customerName: "text",
    on: "day",
    decideUntil: "instant",
    deciderNames: { listOf: "text" },
  },
};

const foundCustomerView: Shape = {
  fields: {
    customerId: "text",
    name: "text",
    shortName: "text",
    grade: "word",
    stage: "text",
    address: { orNull: "text" },
    ownerNames: { listOf: "text" },
  },
};

const reviewAppeal: Shape = { fields: { text: "text", at: "instant", first: reviewDecision } };

const siteView: Shape = {
  fields: {
    siteId: "text",
    name: "text",
    address: "text",
    latDeg: { orNull: "number" },
    lngDeg: { orNull: "number" },
    radiusM: "number",
    codeMarks: { optional: { listOf: "text" } },
  },
};

const listedCustomerView: Shape = {
  fields: {
    customerId: "text",
    name: "text",
    shortName: "text",
    grade: "word",
    stage: "text",
    address: { orNull: "text" },
    ownerNames: { listOf: "text" },
    pin: { orNull: "word" },
    lastVisitOn: { orNull: "day" },
  },
};

const teamMonth: Shape = {
  fields: {
    unitId: "text",
    name: "text",
    period: "month",
    doneFen: "whole",
    targetFen: { orNull: "whole" },
    asOf: "instant",
    pace: pace,
  },
};

const saleGain: Shape = {
  fields: {
    lineId: "text",
    name: "text",
    kind: "text",
    fen: "whole",
    ownFen: "whole",
    othersFen: "whole",
    formula: { orNull: "text" },
    edge: { orNull: { fields: { edgeFen: "whole", included: "flag", rate: "text", nextRate: "text" } } },
  },
};

const signalsView: Shape = {
  fields: {
    items: {
      listOf: {
        fields: {
          kind: "word",
          value: "number",
          limit: "number",
          apart: { orNull: { fields: { meters: "number", minutes: "number", customerName: "text" } } },
        },
      },
    },
    score: "whole",
    askedFrom: "whole",
    foundAt: "instant",
  },
};

const noticeView: Shape = {
  fields: {
    noticeId: "text",
    kind: "text",
    title: "text",
    text: "text",
    rows: { listOf: { fields: { name: "text", value: "text" } } },
    opens: { orNull: "text" },
    at: "instant",
    read: "flag",
    handled: { optional: "flag" },
    expired: { optional: "flag" },
  },
};

const lostPay: Shape = {
  fields: {
    visitId: "text",
    checkInId: "text",
    customerName: "text",
    on: "day",
    amountFen: "whole",
    decision: reviewDecision,
    appealUntil: { optional: { orNull: "instant" } },
  },
};

const mergeSideView: Shape = {
  fields: {
    customerId: "text",
    name: "text",
    shortName: "text",
    grade: "word",
    stage: "text",
    address: { orNull: "text" },
    ownerNames: { listOf: "text" },
    visitCount: "number",
    saleCount: "number",
    waitingCount: "number",
    hasFirstOrder: "flag",
    creditCode: { optional: { orNull: "text" } },
    revision: "whole",
  },
};

const lineView: Shape = {
  fields: {
    lineId: "text",
    componentCode: "text",
    name: "text",
    kind: "text",
    amountFen: "whole",
    states: stateTotals,
    status: "word",
    sentence: "text",
    saleId: { orNull: "text" },
    customerName: { orNull: "text" },
    on: { orNull: "day" },
  },
};

const praiseView: Shape = {
  fields: {
    repName: "text",
    publicPraise: "word",
    group: { orNull: { fields: { unitName: "text", text: "text" } } },
    said: {
      fields: {
        group: { orNull: { fields: { byName: "text", at: "instant", state: "word" } } },
        private: { orNull: { fields: { byName: "text", at: "instant", state: "word" } } },
        ask: { orNull: { fields: { byName: "text", at: "instant", state: "word" } } },
      },
    },
  },
};

const task: Shape = {
  fields: {
    taskId: "text",
    kind: "word",
    state: "word",
    progress: { fields: { done: "whole", total: { orNull: "whole" }, phase: "text" } },
    result: {
      orNull: {
        fields: { counts: { listOf: { fields: { name: "text", count: "whole" } } }, fileId: { orNull: "text" } },
      },
    },
    error: { orNull: { fields: { code: "text", sentence: "text" } } },
    createdAt: "instant",
    endedAt: { orNull: "instant" },
    askAgainMs: { orNull: "whole" },
    revision: "whole",
  },
};

const saleView: Shape = {
  fields: {
    saleId: "text",
    customerId: "text",
    customerName: "text",
    rep: { fields: { memberId: "text", name: "text" } },
    amountFen: "whole",
    signedOn: "day",
    contractNo: { orNull: "text" },
    state: "word",
    revision: "whole",
    submittedAt: "instant",
    resubmittedAt: { optional: { orNull: "instant" } },
    confirmedAt: { orNull: "instant" },
    confirmedByName: { orNull: "text" },
    returnReason: { orNull: "text" },
    mayDecide: "flag",
    mayPraise: "flag",
    deciderNames: { optional: { listOf: "text" } },
  },
};

const timelineItemView: Shape = {
  fields: {
    itemId: "text",
    kind: "word",
    at: "instant",
    byName: { orNull: "text" },
    text: { orNull: "text" },
    answers: { listOf: answeredStep },
    verdict: { orNull: "word" },
    effective: { orNull: "flag" },
    standing: { optional: { orNull: "word" } },
    isCorrected: "flag",
    stage: { optional: { orNull: { fields: { from: "text", to: "text", isUndone: "flag", mayUndo: "flag" } } } },
    channel: { optional: { orNull: "word" } },
    amountFen: { orNull: "whole" },
    saleState: { orNull: "word" },
    action: { orNull: "text" },
    changed: { listOf: "text" },
    given: { optional: { fields: { names: { listOf: "text" }, from: "day" } } },
    opens: { orNull: { fields: { page: "word", id: "text", on: "day" } } },
  },
};

const visitVersionView: Shape = {
  fields: {
    version: "whole",
    purpose: "word",
    peopleMet: { orNull: "text" },
    met: { optional: { listOf: { fields: { contactId: "text", name: "text" } } } },
    record: "text",
    voice: { optional: { orNull: { fields: { fileId: "text", hash: "text", lengthMs: "whole" } } } },
    nextStep: { orNull: { fields: { text: "text", on: "day", doneAt: { orNull: "instant" } } } },
    type: {
      fields: {
        typeId: "text",
        version: "whole",
        name: "text",
        steps: {
          listOf: {
            fields: {
              stepId: "text",
              kind: "word",
              label: "text",
              required: "flag",
              options: { listOf: "text" },
              isShort: { optional: "flag" },
            },
          },
        },
        asksTimeOnSite: "flag",
        seenBy: "word",
      },
    },
    answers: {
      listOf: {
        fields: {
          stepId: "text",
          value: "text",
          files: { optional: { listOf: { fields: { fileId: "text", hash: "text" } } } },
          counts: { optional: { listOf: { fields: { product: "text", count: "whole" } } } },
        },
      },
    },
    writtenAt: "instant",
  },
};

const customerView: Shape = {
  fields: {
    customerId: "text",
    name: "text",
    shortName: "text",
    grade: "word",
    stage: "text",
    initials: "text",
    numbers: { listOf: "text" },
    phoneTails: { listOf: "text" },
    contactNames: { optional: { listOf: "text" } },
    contacts: { optional: { listOf: { fields: { contactId: "text", name: "text" } } } },
    sites: { listOf: siteView },
    lastVisitOn: { orNull: "day" },
    lastTypeId: { optional: { orNull: "text" } },
    isNew: { optional: "flag" },
    nextStep: { orNull: { fields: { text: "text", on: "day" } } },
    otherThere: { optional: { orNull: { fields: { byName: "text", on: "day" } } } },
    otherOwners: { optional: { listOf: { fields: { name: "text", from: "day" } } } },
    asked: {
      optional: {
        orNull: {
          fields: {
            questionId: "text",
            askedName: "text",
            word: { orNull: "text" },
            reason: { orNull: "text" },
            answerUntil: "instant",
            state: "word",
          },
        },
      },
    },
  },
};

const exportView: Shape = {
  fields: {
    exportId: "text",
    what: "word",
    format: "word",
    filter: {
      fields: { view: "word", words: { optional: "text" }, state: { optional: "word" }, period: { optional: "month" } },
    },
    reason: "text",
    by: { fields: { memberId: "text", name: "text" } },
    state: "word",
    rows: { orNull: "whole" },
    askedAt: "instant",
    waitsUntil: { orNull: "instant" },
    deciderNames: { listOf: "text" },
    mayDecide: "flag",
    decision: { orNull: { fields: { byName: "text", allowed: "flag", reason: { orNull: "text" }, at: "instant" } } },
    task: { orNull: task },
    file: { orNull: { fields: { name: "text", bytes: "whole", keptUntil: "instant" } } },
    revision: "whole",
  },
};

const customerDetailView: Shape = {
  fields: {
    customerId: "text",
    name: "text",
    shortName: "text",
    industry: { orNull: "text" },
    grade: "word",
    stage: "text",
    creditCode: { optional: { orNull: "text" } },
    externalIds: { listOf: { fields: { system: "text", id: "text" } } },
    owners: { listOf: { fields: { memberId: "text", share: "text", from: "day", to: { orNull: "day" } } } },
    coServedByIds: { listOf: "text" },
    tags: { listOf: "text" },
    contacts: { orNull: { listOf: contactView } },
    sites: {
      listOf: {
        fields: {
          siteId: "text",
          name: "text",
          address: "text",
          latDeg: { orNull: "number" },
          lngDeg: { orNull: "number" },
          radiusM: "number",
          codeMarks: { optional: { listOf: "text" } },
          pinStatus: "word",
          proposed: {
            optional: {
              orNull: {
                fields: {
                  byName: "text",
                  at: "instant",
                  source: { optional: "word" },
                  deciderNames: { optional: { listOf: "text" } },
                  accuracyM: { optional: { orNull: "number" } },
                },
              },
            },
          },
          accepted: { optional: { fields: { proposalId: "text", revision: "whole", byName: "text", at: "instant" } } },
        },
      },
    },
    merged: {
      optional: {
        listOf: {
          fields: { customerId: "text", name: "text", on: "day", byName: "text", undoUntil: { orNull: "day" } },
        },
      },
    },
    revision: "whole",
  },
};

const reviewView: Shape = {
  fields: {
    checkInId: "text",
    rep: { fields: { memberId: "text", name: "text" } },
    customerName: "text",
    on: "day",
    checkedInAt: "instant",
    verdict: "word",
    state: "word",
    decideUntil: "instant",
    isAnswered: "flag",
    answer: { orNull: { fields: { text: "text", photoUrl: { orNull: "text" }, at: "instant" } } },
    tapPhotoUrl: { optional: { orNull: "text" } },
    qrFinding: { optional: { orNull: "word" } },
    wifiFinding: { optional: { orNull: "word" } },
    doubts: { listOf: "word" },
    signals: { optional: { orNull: signalsView } },
    siteName: "text",
    distanceM: { orNull: "number" },
    accuracyM: { orNull: "number" },
    radiusM: "number",
    record: {
      orNull: {
        fields: {
          purpose: "word",
          peopleMet: { orNull: "text" },
          text: "text",
          typeName: "text",
          answers: { listOf: answeredStep },
        },
      },
    },
    decision: { orNull: reviewDecision },
    appeal: { optional: { orNull: reviewAppeal } },
    revision: "whole",
  },
};

const checkInView: Shape = {
  fields: {
    checkInId: "text",
    customerId: "text",
    customerName: "text",
    siteId: "text",
    siteName: "text",
    verdict: "word",
    distanceM: { orNull: "number" },
    accuracyM: { orNull: "number" },
    radiusM: "number",
    checkedInAt: "instant",
    on: "day",
    hasPhoto: { optional: "flag" },
    qrFinding: { optional: { orNull: "word" } },
    wifiFinding: { optional: { orNull: "word" } },
    leftAt: { optional: { orNull: "instant" } },
    visitId: { orNull: "text" },
    visit: { optional: { orNull: { fields: { effective: "flag", reason: { orNull: "word" } } } } },
    recordUntil: "instant",
    repeatedOnDay: { orNull: "flag" },
    mendedById: { optional: { orNull: "text" } },
    wouldDecideNames: { optional: { listOf: "text" } },
    review: {
      optional: {
        orNull: {
          fields: {
            state: "word",
            doubts: { listOf: "word" },
            decideUntil: "instant",
            answer: { orNull: "text" },
            hasPhoto: { optional: "flag" },
            decision: { orNull: reviewDecision },
            decisionBefore: { optional: { orNull: reviewDecision } },
            appeal: { optional: { orNull: reviewAppeal } },
            appealUntil: { optional: { orNull: "instant" } },
            deciderNames: { optional: { listOf: "text" } },
            revision: "whole",
          },
        },
      },
    },
    signals: {
      optional: {
        orNull: {
          fields: {
            items: {
              listOf: {
                fields: {
                  kind: "word",
                  value: "number",
                  limit: "number",
                  apart: { orNull: { fields: { meters: "number", minutes: "number", customerName: "text" } } },
                },
              },
            },
            score: "whole",
            askedFrom: "whole",
            foundAt: "instant",
            leaderSeesFrom: { orNull: "instant" },
            answer: { orNull: "text" },
            mayAnswer: "flag",
            revision: "whole",
          },
        },
      },
    },
  },
};

const footstep: Shape = {
  fields: {
    visitId: "text",
    memberId: "text",
    on: "day",
    record: "text",
    answers: { listOf: answeredStep },
    earlierRecords: { listOf: earlierRecord },
    checkIn: checkInView,
    mayOpen: { optional: "flag" },
  },
};

const lineVisit: Shape = {
  fields: {
    visitId: "text",
    memberId: "text",
    on: "day",
    record: "text",
    answers: { listOf: answeredStep },
    earlierRecords: { listOf: earlierRecord },
    checkIn: checkInView,
    mayOpen: { optional: "flag" },
    allocatedFen: "whole",
  },
};

const lineSale: Shape = {
  fields: {
    saleId: "text",
    customerName: "text",
    amountFen: "whole",
    signedOn: "day",
    confirmedAt: { orNull: "instant" },
    allocatedFen: "whole",
    footsteps: { listOf: footstep },
  },
};

const visitView: Shape = {
  fields: {
    visitId: "text",
    customerId: "text",
    customerName: "text",
    purpose: "word",
    peopleMet: { orNull: "text" },
    met: { optional: { listOf: { fields: { contactId: "text", name: "text" } } } },
    record: "text",
    voice: { optional: { orNull: { fields: { fileId: "text", hash: "text", lengthMs: "whole" } } } },
    nextStep: { orNull: { fields: { text: "text", on: "day", doneAt: { orNull: "instant" } } } },
    type: {
      fields: {
        typeId: "text",
        version: "whole",
        name: "text",
        steps: {
          listOf: {
            fields: {
              stepId: "text",
              kind: "word",
              label: "text",
              required: "flag",
              options: { listOf: "text" },
              isShort: { optional: "flag" },
            },
          },
        },
        asksTimeOnSite: "flag",
        seenBy: "word",
      },
    },
    answers: {
      listOf: {
        fields: {
          stepId: "text",
          value: "text",
          files: { optional: { listOf: { fields: { fileId: "text", hash: "text" } } } },
          counts: { optional: { listOf: { fields: { product: "text", count: "whole" } } } },
        },
      },
    },
    recordedAt: "instant",
    version: "whole",
    correctedAt: { orNull: "instant" },
    on: "day",
    effective: "flag",
    reason: { orNull: "word" },
    checkIn: checkInView,
    revision: "whole",
  },
};

export const answerShapes = {
  "absences.read": {
    fields: {
      absence: { orNull: { fields: { from: "day", to: "day", deputyId: { orNull: "text" } } } },
      revision: "whole",
      deputies: { listOf: { fields: { memberId: "text", name: "text", unitNames: { listOf: "text" } } } },
      isOfficer: "flag",
      standsInFor: { listOf: { fields: { name: "text", from: "day", to: "day" } } },
    },
  },
  "absences.set": {
    fields: {
      absence: { orNull: { fields: { from: "day", to: "day", deputyId: { orNull: "text" } } } },
      revision: "whole",
    },
  },
  "auth.loginWeapp": { fields: { token: "text", expiresAt: "instant" } },
  "auth.oauthStart": "none",
  "auth.oauthReturn": "none",
  "auth.helpers": { fields: { administratorNames: { listOf: "text" } } },
  "auth.signOut": "none",
  "calendar.read": {
    fields: {
      year: "text",
      source: "word",
      days: { listOf: { fields: { on: "day", kind: "word" } } },
      editableFrom: "day",
      changed: { orNull: { fields: { byName: "text", at: "instant" } } },
      revision: "whole",
      can: { fields: { set: "flag" } },
    },
  },
  "calendar.preview": {
    fields: {
      effects: {
        fields: {
          days: { listOf: "day" },
          workingDays: { listOf: { fields: { month: "month", before: "whole", after: "whole" } } },
          cutOffs: { listOf: { fields: { month: "month", before: "instant", after: "instant" } } },
        },
      },
    },
  },
  "calendar.set": {
    fields: {
      revision: "whole",
      effects: {
        fields: {
          days: { listOf: "day" },
          workingDays: { listOf: { fields: { month: "month", before: "whole", after: "whole" } } },
          cutOffs: { listOf: { fields: { month: "month", before: "instant", after: "instant" } } },
        },
      },
    },
  },
  "checkIns.create": { fields: { checkIn: checkInView } },
  "checkIns.mine": { fields: { items: { listOf: checkInView } } },
  "checkIns.photos": {
    fields: {
      photos: { listOf: { fields: { takenFor: "word", keptUntil: "instant", url: "text" } } },
      isSeenByDeciders: "flag",
    },
  },
  "checkIns.leave": { fields: { checkInId: "text", leftAt: "instant" } },
  "checkIns.appeal": { fields: { checkIn: checkInView } },
  "checkIns.answer": { fields: { checkIn: checkInView } },
  "companions.find": {
    fields: { items: { listOf: { fields: { memberId: "text", name: "text", unitName: "text" } } } },
  },
  "companions.name": {
    fields: {
      companions: {
        listOf: {
          fields: {
            companionId: "text",
            name: "text",
            state: "word",
            hasLeft: "flag",
            confirmUntil: "instant",
            ownCheckInAt: { orNull: "instant" },
          },
        },
      },
    },
  },
  "companions.remove": {
    fields: {
      companions: {
        listOf: {
          fields: {
            companionId: "text",
            name: "text",
            state: "word",
            hasLeft: "flag",
            confirmUntil: "instant",
            ownCheckInAt: { orNull: "instant" },
          },
        },
      },
    },
  },
  "companions.read": {
    fields: {
      named: {
        fields: {
          companionId: "text",
          byName: "text",
          customerName: "text",
          on: "day",
          checkedInAt: "instant",
          state: "word",
          confirmUntil: "instant",
          revision: "whole",
        },
      },
    },
  },
  "companions.answer": {
    fields: {
      named: {
        fields: {
          companionId: "text",
          byName: "text",
          customerName: "text",
          on: "day",
          checkedInAt: "instant",
          state: "word",
          confirmUntil: "instant",
          revision: "whole",
        },
      },
    },
  },
  "dayPlans.read": { fields: { plan: { orNull: { fields: { stops: { listOf: "text" }, saidAt: "instant" } } } } },
  "dayPlans.set": { fields: { plan: { fields: { stops: { listOf: "text" }, saidAt: "instant" } } } },
  "visitQuestions.ask": {
    fields: {
      question: {
        fields: {
          questionId: "text",
          customerId: "text",
          customerName: "text",
          byName: "text",
          askedName: "text",
          askedAt: "instant",
          answerUntil: "instant",
          state: "word",
          word: { orNull: "text" },
          reason: { orNull: "text" },
          revision: "whole",
        },
      },
    },
  },
  "visitQuestions.read": {
    fields: {
      question: {
        fields: {
          questionId: "text",
          customerId: "text",
          customerName: "text",
          byName: "text",
          askedName: "text",
          askedAt: "instant",
          answerUntil: "instant",
          state: "word",
          word: { orNull: "text" },
          reason: { orNull: "text" },
          revision: "whole",
        },
      },
    },
  },
  "visitQuestions.answer": {
    fields: {
      question: {
        fields: {
          questionId: "text",
          customerId: "text",
          customerName: "text",
          byName: "text",
          askedName: "text",
          askedAt: "instant",
          answerUntil: "instant",
          state: "word",
          word: { orNull: "text" },
          reason: { orNull: "text" },
          revision: "whole",
        },
      },
    },
  },
  "visitQuestions.withdraw": {
    fields: {
      question: {
        fields: {
          questionId: "text",
          customerId: "text",
          customerName: "text",
          byName: "text",
          askedName: "text",
          askedAt: "instant",
          answerUntil: "instant",
          state: "word",
          word: { orNull: "text" },
          reason: { orNull: "text" },
          revision: "whole",
        },
      },
    },
  },
  "visitQuestions.overrule": {
    fields: {
      question: {
        fields: {
          questionId: "text",
          customerId: "text",
          customerName: "text",
          byName: "text",
          askedName: "text",
          askedAt: "instant",
          answerUntil: "instant",
          state: "word",
          word: { orNull: "text" },
          reason: { orNull: "text" },
          revision: "whole",
        },
      },
    },
  },
  "customers.mine": { fields: { items: { listOf: customerView }, nextCursor: { orNull: "text" } } },
  "customers.find": {
    fields: { items: { listOf: foundCustomerView }, nextCursor: { orNull: "text" }, isCut: { optional: "flag" } },
  },
  "customers.list": {
    fields: {
      items: { listOf: listedCustomerView },
      nextCursor: { orNull: "text" },
      isCut: { optional: "flag" },
      total: { optional: { fields: { count: "whole", isAtLeast: "flag" } } },
    },
  },
  "customers.similar": { fields: { items: { listOf: similarCustomerView } } },
  "customers.create": { fields: { customerId: "text", revision: "whole", created: "flag" } },
  "customers.read": {
    fields: {
      customer: customerDetailView,
      people: { listOf: { fields: { memberId: "text", name: "text", hasLeft: { optional: "flag" } } } },
      giving: {
        optional: { fields: { from: "day", people: { listOf: { fields: { memberId: "text", name: "text" } } } } },
      },
      may: { fields: { edit: "flag", confirmPin: "flag", merge: { optional: "flag" } } },
    },
  },
  "customers.timeline": {
    fields: {
      items: { listOf: timelineItemView },
      nextCursor: { orNull: "text" },
      otherThere: { optional: { orNull: { fields: { byName: "text", on: "day" } } } },
      questions: {
        optional: {
          listOf: {
            fields: {
              questionId: "text",
              customerId: "text",
              customerName: "text",
              byName: "text",
              askedName: "text",
              askedAt: "instant",
              answerUntil: "instant",
              state: "word",
              word: { orNull: "text" },
              reason: { orNull: "text" },
              revision: "whole",
            },
          },
        },
      },
    },
  },
  "customers.edit": customerChanged,
  "customers.addContact": customerChanged,
  "customers.assign": customerChanged,
  "customers.mergePreview": {
    fields: {
      kept: mergeSideView,
      other: mergeSideView,
      sites: { listOf: { fields: { name: "text", address: "text", isAdded: "flag" } } },
      contacts: { listOf: { fields: { name: "text", isAdded: "flag" } } },
      tags: { listOf: "text" },
      externalIds: { listOf: { fields: { system: "text", id: "text" } } },
      helperNames: { listOf: "text" },
      ownersFrom: "day",
      areOwnersOther: "flag",
      fault: { orNull: "word" },
      undoUntil: "day",
      opens: { optional: "flag" },
    },
  },
  "customers.merge": customerChanged,
  "customers.undoMerge": customerChanged,
  "sites.add": customerChanged,
  "sites.edit": customerChanged,
  "devices.mine": {
    fields: {
      items: {
        listOf: {
          fields: {
            deviceId: "text",
            via: "word",
            name: { orNull: "text" },
            firstAt: "instant",
            lastAt: "instant",
            isThis: "flag",
            isNew: "flag",
          },
        },
      },
    },
  },
  "devices.remove": { fields: { sessionsEnded: "whole" } },
  "duplicates.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            pairId: "text",
            sides: {
              listOf: {
                fields: {
                  customerId: "text",
                  name: "text",
                  shortName: "text",
                  grade: "word",
                  address: { orNull: "text" },
                  ownerNames: { listOf: "text" },
                },
              },
            },
            sameBy: { listOf: "word" },
            decided: { orNull: { fields: { byName: "text", on: "day" } } },
            revision: "whole",
          },
        },
      },
      nextCursor: { orNull: "text" },
    },
  },
  "duplicates.decide": { fields: { pairId: "text", revision: "whole" } },
  "exports.create": { fields: { export: exportView, task: task } },
  "exports.mine": { fields: { items: { listOf: exportView } } },
  "exports.read": { fields: { export: exportView } },
  "exports.decide": { fields: { export: exportView } },
  "exports.link": { fields: { url: "text", name: "text", bytes: "whole", keptUntil: "instant" } },
  "files.put": { fields: { fileId: "text" } },
  "files.read": "none",
  "followUps.record": {
    fields: {
      followUp: {
        fields: {
          followUpId: "text",
          customerId: "text",
          customerName: "text",
          channel: "word",
          people: { orNull: "text" },
          record: "text",
          at: "instant",
          on: "day",
          version: "whole",
          correctedAt: { orNull: "instant" },
        },
      },
    },
  },
  "followUps.read": {
    fields: {
      followUp: {
        fields: {
          followUpId: "text",
          customerId: "text",
          customerName: "text",
          channel: "word",
          people: { orNull: "text" },
          record: "text",
          at: "instant",
          on: "day",
          version: "whole",
          correctedAt: { orNull: "instant" },
        },
      },
      earlier: {
        listOf: {
          fields: {
            version: "whole",
            channel: "word",
            people: { orNull: "text" },
            record: "text",
            writtenAt: "instant",
          },
        },
      },
      correctableUntil: { orNull: "instant" },
    },
  },
  "followUps.correct": { fields: { followUpId: "text", version: "whole" } },
  "imports.create": { fields: { importId: "text", task: task } },
  "imports.mine": {
    fields: {
      items: {
        listOf: {
          fields: {
            importId: "text",
            purpose: "word",
            source: "word",
            fileName: "text",
            state: "word",
            refusal: { orNull: "text" },
            counts: { listOf: { fields: { is: "word", count: "whole" } } },
            taskId: "text",
            errorFileUrl: { orNull: "text" },
            byName: "text",
            createdAt: "instant",
            ranAt: { orNull: "instant" },
            revision: "whole",
          },
        },
      },
    },
  },
  "imports.read": {
    fields: {
      import: {
        fields: {
          importId: "text",
          purpose: "word",
          source: "word",
          fileName: "text",
          state: "word",
          choices: {
            fields: {
              encoding: { optional: "word" },
              separator: { optional: "word" },
              sheet: { optional: "text" },
              headerRow: { optional: "whole" },
              mapping: { optional: { listOf: { fields: { heading: "text", field: { orNull: "text" } } } } },
              answers: {
                optional: {
                  fields: {
                    sorts: { optional: { listOf: "text" } },
                    example: { optional: "flag" },
                    period: { optional: "month" },
                  },
                },
              },
            },
          },
          found: {
            orNull: {
              fields: {
                container: "word",
                encoding: { orNull: "text" },
                separator: { orNull: "text" },
                sheets: { listOf: "text" },
                sheet: { orNull: "text" },
                headerRows: { listOf: "whole" },
                head: { listOf: { fields: { row: "whole", text: "text" } } },
                columns: {
                  listOf: { fields: { heading: "text", field: { orNull: "text" }, sample: "text", isHidden: "flag" } },
                },
                questions: {
                  listOf: { fields: { code: "text", values: { listOf: "text" }, proposed: { listOf: "text" } } },
                },
                rows: "whole",
                hiddenRows: "whole",
                isRemembered: "flag",
              },
            },
          },
          refusal: { orNull: "text" },
          counts: { listOf: { fields: { is: "word", count: "whole" } } },
          fields: { listOf: "text" },
          taskId: "text",
          errorFileUrl: { orNull: "text" },
          byName: "text",
          createdAt: "instant",
          ranAt: { orNull: "instant" },
          revision: "whole",
        },
      },
    },
  },
  "imports.choose": { fields: { importId: "text", task: task } },
  "imports.run": { fields: { importId: "text", task: task } },
  "imports.rows": {
    fields: {
      items: {
        listOf: {
          fields: {
            row: "whole",
            line: { orNull: "whole" },
            is: "word",
            why: { orNull: "text" },
            sentence: { orNull: "text" },
            name: { orNull: "text" },
            customerId: { orNull: "text" },
            column: { orNull: "text" },
            value: { orNull: "text" },
            other: { orNull: "text" },
            otherRow: { orNull: "whole" },
            candidates: { listOf: "text" },
            notices: { listOf: "text" },
          },
        },
      },
      nextCursor: { orNull: "text" },
    },
  },
  "me.read": {
    fields: {
      member: {
        fields: {
          memberId: "text",
          name: "text",
          roles: { listOf: "word" },
          language: "word",
          publicPraise: "word",
          lookMessages: { optional: "flag" },
          revision: "whole",
        },
      },
      company: { fields: { name: "text", saleLimitFen: "whole" } },
      team: { orNull: { fields: { unitId: "text", name: "text", leaderNames: { listOf: "text" } } } },
      leads: { listOf: { fields: { unitId: "text", name: "text" } } },
      consent: {
        fields: {
          acceptedVersion: { orNull: "text" },
          acceptedNumber: { optional: { orNull: "whole" } },
          currentVersion: "text",
          currentNumber: { optional: { orNull: "whole" } },
        },
      },
      privacy: {
        fields: {
          responsible: "text",
          contact: { orNull: "text" },
          positionKeptDays: "whole",
          photoKeptDays: { optional: "whole" },
          reportKeptDays: { optional: "whole" },
          messageKeptDays: { optional: "whole" },
        },
      },
      administratorNames: { listOf: "text" },
      hrNames: { listOf: "text" },
      can: { optional: { listOf: "word" } },
      closing: {
        optional: {
          fields: {
            byNames: { listOf: "text" },
            months: { listOf: { fields: { period: "month", state: "word", cutOffAt: "instant" } } },
          },
        },
      },
      demo: "flag",
      serverNow: "instant",
      today: "day",
      period: "month",
    },
  },
  "me.setLanguage": { fields: { language: "word", revision: "whole" } },
  "me.setPublicPraise": { fields: { publicPraise: "word", revision: "whole" } },
  "me.setLookMessages": { fields: { lookMessages: "flag", revision: "whole" } },
  "me.consent": { fields: { acceptedVersion: "text", acceptedAt: "instant" } },
  "members.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            memberId: "text",
            name: "text",
            state: "word",
            unitName: { orNull: "text" },
            employeeNumber: { orNull: "text" },
            joinedOn: { orNull: "day" },
            salesMode: { orNull: "text" },
            byDirectory: { listOf: "word" },
            leadsNames: { listOf: "text" },
            roles: {
              listOf: {
                fields: {
                  role: "word",
                  unitId: { orNull: "text" },
                  unitName: { orNull: "text" },
                  fromOn: "day",
                  lastOn: { orNull: "day" },
                },
              },
            },
          },
        },
      },
      nextCursor: { orNull: "text" },
      counts: { fields: { here: "whole", left: "whole" } },
      can: { fields: { readDirectory: "flag" } },
    },
  },
  "members.readDirectory": { fields: { askedAt: "instant" } },
  "members.read": {
    fields: {
      member: {
        fields: {
          memberId: "text",
          name: "text",
          state: "word",
          unitName: { orNull: "text" },
          employeeNumber: { orNull: "text" },
          numberTakenByName: { orNull: "text" },
          joinedOn: { orNull: "day" },
          leftOn: { orNull: "day" },
          goneOn: { orNull: "day" },
          reportsTo: { listOf: { fields: { fromOn: "day", memberId: { orNull: "text" }, name: { orNull: "text" } } } },
          superiorNames: { listOf: "text" },
          salesMode: { listOf: { fields: { fromOn: "day", value: { orNull: "text" } } } },
        },
      },
      places: { listOf: { fields: { unitName: "text", part: "word", fromOn: "day", lastOn: { orNull: "day" } } } },
      byDirectory: { listOf: "word" },
      roles: {
        listOf: {
          fields: {
            role: "word",
            unitId: { orNull: "text" },
            unitName: { orNull: "text" },
            fromOn: "day",
            lastOn: { orNull: "day" },
            byName: { orNull: "text" },
          },
        },
      },
      open: { orNull: { fields: { clients: "whole", sales: "whole" } } },
      revision: "whole",
      can: { fields: { setRecord: "flag", changeRoles: "flag" } },
    },
  },
  "members.setRecord": { fields: { memberId: "text", revision: "whole" } },
  "notices.list": { fields: { items: { listOf: noticeView }, nextCursor: { orNull: "text" }, unreadCount: "whole" } },
  "notices.markAllRead": { fields: { readCount: "whole", isWhole: "flag" } },
  "notices.markRead": { fields: { noticeId: "text", read: "flag" } },
  "office.rows": {
    fields: {
      items: {
        listOf: {
          fields: {
            kind: "word",
            count: { orNull: "whole" },
            isWhole: "flag",
            state: { orNull: "word" },
            period: { orNull: "month" },
            at: { orNull: "instant" },
            isClosed: { orNull: "flag" },
            names: { listOf: "text" },
            subjectId: { orNull: "text" },
            doneFen: { orNull: "whole" },
            targetFen: { orNull: "whole" },
            visits: { orNull: "whole" },
          },
        },
      },
    },
  },
  "pins.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            proposalId: "text",
            customerId: "text",
            customerName: "text",
            siteId: "text",
            siteName: "text",
            address: "text",
            byName: "text",
            source: "word",
            note: { orNull: "text" },
            from: { orNull: { fields: { latDeg: "number", lngDeg: "number" } } },
            to: { fields: { latDeg: "number", lngDeg: "number" } },
            movedM: { orNull: "number" },
            accuracyM: { orNull: "number" },
            takenAt: { optional: { orNull: "instant" } },
            radiusM: "number",
            stoodAt: { optional: { orNull: { fields: { count: "whole", nearestM: "number", middleM: "number" } } } },
            askedAt: "instant",
            revision: "whole",
          },
        },
      },
      nextCursor: { orNull: "text" },
    },
  },
  "pins.propose": { fields: { proposalId: "text", revision: "whole" } },
  "pins.decide": { fields: { items: { listOf: { fields: { proposalId: "text", outcome: "word" } } } } },
  "plans.firstPayingDay": {
    fields: {
      firstPayingOn: { orNull: "day" },
      setByName: { orNull: "text" },
      setAt: { orNull: "instant" },
      firstPlan: { orNull: { fields: { name: "text", validFrom: "day" } } },
      latestOn: "day",
      maySet: "flag",
      revision: "whole",
    },
  },
  "plans.setFirstPayingDay": { fields: { firstPayingOn: "day", revision: "whole" } },
  "plans.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            planId: "text",
            code: "text",
            version: "whole",
            name: "text",
            validFrom: "day",
            state: "word",
            revision: "whole",
          },
        },
      },
      nextCursor: { orNull: "text" },
    },
  },
  "plans.read": {
    fields: {
      plan: {
        fields: {
          planId: "text",
          code: "text",
          version: "whole",
          name: "text",
          validFrom: "day",
          state: "word",
          revision: "whole",
          rules: "object",
          steps: {
            listOf: {
              fields: {
                action: "word",
                by: { fields: { kind: "word", id: "text" } },
                at: "instant",
                reason: { orNull: "text" },
              },
            },
          },
        },
      },
    },
  },
  "plans.draft": { fields: { planId: "text", state: "word", revision: "whole" } },
  "plans.submit": { fields: { planId: "text", state: "word", revision: "whole" } },
  "plans.sendBack": { fields: { planId: "text", state: "word", revision: "whole" } },
  "plans.publish": { fields: { planId: "text", state: "word", revision: "whole" } },
  "praise.read": praiseView,
  "praise.give": praiseView,
  "praise.question": { fields: { question: { orNull: { fields: { byName: "text", text: "text" } } } } },
  "praise.answer": { fields: { question: { orNull: { fields: { byName: "text", text: "text" } } } } },
  "privacy.mine": {
    fields: {
      consents: {
        listOf: {
          fields: {
            version: "text",
            number: { orNull: "whole" },
            acceptedAt: "instant",
            endedAt: { orNull: "instant" },
          },
        },
      },
      firstMonth: "month",
      thisMonth: "month",
      devices: {
        optional: {
          listOf: {
            fields: {
              deviceId: "text",
              via: "word",
              name: { orNull: "text" },
              firstAt: "instant",
              lastAt: "instant",
              isThis: "flag",
              isNew: "flag",
            },
          },
        },
      },
    },
  },
  "privacy.looked": {
    fields: {
      items: {
        listOf: {
          fields: {
            lookId: "text",
            at: "instant",
            byName: "text",
            what: "word",
            visits: { listOf: { fields: { on: "day", customerName: "text" } } },
            pins: { optional: { listOf: { fields: { on: "day", customerName: "text" } } } },
          },
        },
      },
      nextCursor: { orNull: "text" },
    },
  },
  "privacy.export": {
    fields: {
      period: "month",
      checkIns: {
        listOf: {
          fields: {
            checkInId: "text",
            customerName: "text",
            siteName: "text",
            checkedInAt: "instant",
            leftAt: { orNull: "instant" },
            verdict: "word",
            distanceM: { orNull: "number" },
            accuracyM: { orNull: "number" },
            radiusM: "number",
            consentVersion: "text",
            position: { orNull: { fields: { latDeg: "number", lngDeg: "number", kind: "word" } } },
            qrCode: { optional: { orNull: { fields: { finding: "word", mark: { orNull: "text" } } } } },
            wifi: { optional: { orNull: { fields: { ssid: { orNull: "text" }, bssid: "text" } } } },
            photos: {
              optional: {
                listOf: {
                  fields: { takenFor: "word", hash: "text", receivedAt: "instant", keptUntil: "instant", url: "text" },
                },
              },
            },
            signals: { optional: { orNull: signalsView } },
            review: {
              orNull: {
                fields: {
                  state: "word",
                  askedAt: "instant",
                  decideUntil: "instant",
                  answer: { orNull: { fields: { text: "text", at: "instant" } } },
                  decision: { orNull: reviewDecision },
                  decisionBefore: { optional: { orNull: reviewDecision } },
                  appeal: { optional: { orNull: reviewAppeal } },
                  mendedById: { orNull: "text" },
                },
              },
            },
          },
        },
      },
      visits: {
        listOf: {
          fields: {
            visitId: "text",
            checkInId: "text",
            customerName: "text",
            on: "day",
            purpose: "text",
            peopleMet: { orNull: "text" },
            record: "text",
            typeName: "text",
            answers: { listOf: answeredStep },
            nextStep: { orNull: { fields: { text: "text", on: "day", doneAt: { orNull: "instant" } } } },
            recordedAt: "instant",
            version: "whole",
            correctedAt: { orNull: "instant" },
            earlier: {
              listOf: {
                fields: {
                  version: "whole",
                  purpose: "text",
                  peopleMet: { orNull: "text" },
                  record: "text",
                  typeName: "text",
                  answers: { listOf: answeredStep },
                  nextStep: { orNull: { fields: { text: "text", on: "day", doneAt: { orNull: "instant" } } } },
                  writtenAt: "instant",
                },
              },
            },
            effective: "flag",
            reason: { orNull: "text" },
            files: {
              optional: {
                listOf: {
                  fields: { label: "text", hash: "text", receivedAt: "instant", keptUntil: "instant", url: "text" },
                },
              },
            },
            companions: { optional: { listOf: { fields: { name: "text", state: "word" } } } },
          },
        },
      },
      companionships: {
        optional: {
          listOf: {
            fields: {
              byName: "text",
              customerName: "text",
              on: "day",
              askedAt: "instant",
              state: "word",
              answeredAt: { orNull: "instant" },
            },
          },
        },
      },
      staff: {
        optional: {
          fields: {
            employeeNumber: { orNull: "text" },
            joinedOn: { orNull: "day" },
            leftOn: { orNull: "day" },
            reportsTo: { listOf: { fields: { fromOn: "day", name: { orNull: "text" } } } },
            salesMode: { listOf: { fields: { fromOn: "day", value: { orNull: "text" } } } },
          },
        },
      },
      tableViews: {
        optional: {
          listOf: {
            fields: {
              table: "text",
              name: "text",
              columns: { listOf: { fields: { column: "text", isShown: "flag" } } },
              sort: { orNull: { fields: { by: "text", isDescending: "flag" } } },
              search: { orNull: "text" },
              filters: { listOf: { fields: { filter: "text", value: "text" } } },
            },
          },
        },
      },
      dayPlans: { optional: { listOf: { fields: { on: "day", stops: { listOf: "text" }, saidAt: "instant" } } } },
      questions: {
        optional: {
          listOf: {
            fields: {
              customerName: "text",
              askedName: "text",
              askedAt: "instant",
              state: "word",
              word: { orNull: "text" },
              reason: { orNull: "text" },
            },
          },
        },
      },
      questionsToMe: {
        optional: {
          listOf: {
            fields: {
              customerName: "text",
              byName: "text",
              askedAt: "instant",
              state: "word",
              word: { orNull: "text" },
            },
          },
        },
      },
      followUps: {
        optional: {
          listOf: {
            fields: {
              followUpId: "text",
              customerName: "text",
              channel: "text",
              people: { orNull: "text" },
              record: "text",
              at: "instant",
              version: "whole",
              correctedAt: { orNull: "instant" },
              earlier: {
                listOf: {
                  fields: {
                    version: "whole",
                    channel: "text",
                    people: { orNull: "text" },
                    record: "text",
                    writtenAt: "instant",
                  },
                },
              },
            },
          },
        },
      },
      stages: {
        optional: {
          listOf: {
            fields: {
              customerName: "text",
              from: "text",
              to: "text",
              reason: { orNull: "text" },
              at: "instant",
              undoneAt: { orNull: "instant" },
            },
          },
        },
      },
      reports: {
        optional: {
          listOf: {
            fields: {
              reportId: "text",
              text: { orNull: "text" },
              saw: { orNull: "text" },
              reference: { orNull: "text" },
              screen: { orNull: "text" },
              program: "text",
              happenedAt: "instant",
              reportedAt: "instant",
              answer: { orNull: "text" },
            },
          },
        },
      },
      pins: {
        optional: {
          listOf: {
            fields: {
              customerName: "text",
              siteName: "text",
              note: { orNull: "text" },
              proposedAt: "instant",
              position: { orNull: { fields: { latDeg: "number", lngDeg: "number" } } },
              accuracyM: { orNull: "number" },
              takenAt: { optional: { orNull: "instant" } },
              state: "text",
            },
          },
        },
      },
      refused: {
        optional: {
          listOf: {
            fields: { kind: "text", code: "text", reference: "text", at: "instant", body: { orNull: "text" } },
          },
        },
      },
      exports: {
        optional: {
          listOf: {
            fields: { what: "text", reason: "text", state: "text", rows: { orNull: "whole" }, askedAt: "instant" },
          },
        },
      },
      tasks: {
        optional: {
          listOf: { fields: { kind: "text", state: "text", createdAt: "instant", endedAt: { orNull: "instant" } } },
        },
      },
      sales: {
        listOf: {
          fields: {
            saleId: "text",
            customerName: "text",
            amountFen: "whole",
            signedOn: "day",
            contractNo: { orNull: "text" },
            state: "word",
            submittedAt: "instant",
            confirmedAt: { orNull: "instant" },
            sentBack: {
              orNull: {
                fields: {
                  reason: "text",
                  customerName: "text",
                  amountFen: "whole",
                  signedOn: "day",
                  contractNo: { orNull: "text" },
                },
              },
            },
          },
        },
      },
    },
  },
  "privacy.kept": {
    fields: {
      leavers: { listOf: { fields: { memberId: "text", name: "text", leftOn: { orNull: "day" } } } },
      isWhole: "flag",
      photos: {
        fields: {
          counted: {
            orNull: {
              fields: {
                countedAt: "instant",
                oldestAt: { orNull: "instant" },
                months: { listOf: { fields: { month: "month", count: "whole", bytes: "whole" } } },
              },
            },
          },
          next: { fields: { at: "instant", count: "whole", bytes: "whole" } },
        },
      },
      photoKeptDays: "whole",
      positionKeptDays: "whole",
    },
  },
  "privacy.leaver": {
    fields: {
      memberId: "text",
      name: "text",
      leftOn: { orNull: "day" },
      goes: {
        fields: {
          positions: "whole",
          proposals: "whole",
          photos: "whole",
          devices: "whole",
          messages: "whole",
          reports: "whole",
          refusals: "whole",
        },
      },
      earlier: { listOf: { fields: { at: "instant", byName: "text" } } },
    },
  },
  "privacy.erase": {
    fields: {
      erased: {
        fields: {
          positions: "whole",
          proposals: "whole",
          photos: "whole",
          devices: "whole",
          messages: "whole",
          reports: "whole",
          refusals: "whole",
        },
      },
      on: "day",
    },
  },
  "privacy.withdrawConsent": { fields: { endedAt: { orNull: "instant" }, positionsErased: "whole" } },
  "reviews.read": {
    fields: {
      review: reviewView,
      earlierRecords: { listOf: earlierRecord },
      mayDecide: { optional: "flag" },
      deciderNames: { optional: { listOf: "text" } },
      mayChangeUntil: { optional: { orNull: "instant" } },
    },
  },
  "reviews.decide": { fields: { review: reviewView, mayChangeUntil: { optional: { orNull: "instant" } } } },
  "roles.overview": {
    fields: {
      items: {
        listOf: {
          fields: {
            memberId: "text",
            name: "text",
            role: "word",
            unitId: { orNull: "text" },
            unitName: { orNull: "text" },
            fromOn: "day",
            lastOn: { orNull: "day" },
            byName: { orNull: "text" },
          },
        },
      },
      isWhole: "flag",
      units: { listOf: { fields: { unitId: "text", name: "text" } } },
      can: { fields: { grant: "flag" } },
    },
  },
  "roles.grant": { fields: { memberId: "text", revision: "whole" } },
  "roles.revoke": { fields: { memberId: "text", revision: "whole" } },
  "sales.submit": { fields: { sale: saleView } },
  "sales.preview": {
    fields: {
      period: "month",
      creditFen: "whole",
      totalFen: "whole",
      ownFen: "whole",
      othersFen: "whole",
      rewardsFen: "whole",
      gains: { listOf: saleGain },
      reason: { orNull: "text" },
      othersNames: { listOf: "text" },
      month: { fields: { doneBeforeFen: "whole", doneFen: "whole", targetFen: { orNull: "whole" } } },
      pending: { fields: { count: "whole", amountFen: "whole" } },
      deciderNames: { listOf: "text" },
    },
  },
  "sales.list": {
    fields: {
      items: { listOf: saleView },
      nextCursor: { orNull: "text" },
      total: { optional: { fields: { count: "whole", amountFen: "whole", isAtLeast: "flag" } } },
    },
  },
  "sales.read": {
    fields: {
      sale: saleView,
      footsteps: { listOf: footstep },
      countsFor: { listOf: { fields: { memberId: "text", name: "text" } } },
      seesFootsteps: "flag",
      toLookAt: {
        optional: {
          orNull: {
            fields: {
              large: { orNull: { fields: { than: "word", fen: "whole" } } },
              sameClients: {
                fields: {
                  shown: {
                    listOf: {
                      fields: {
                        customerId: "text",
                        shortName: "text",
                        ownerNames: { listOf: "text" },
                        sameBy: { listOf: "word" },
                      },
                    },
                  },
                  hiddenCount: "whole",
                  mayMerge: "flag",
                },
              },
              isFirstOrder: "flag",
              equal: { orNull: { fields: { saleId: "text", state: "word", since: "instant", isDenied: "flag" } } },
              sentBack: {
                orNull: {
                  fields: {
                    reason: "text",
                    was: {
                      fields: {
                        customerName: { optional: "text" },
                        amountFen: { optional: "whole" },
                        signedOn: { optional: "day" },
                        contractNo: { optional: { orNull: "text" } },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
      teamEffects: { listOf: teamEffect },
    },
  },
  "sales.confirm": { fields: { sale: saleView } },
  "sales.return": { fields: { sale: saleView } },
  "sales.resubmit": { fields: { sale: saleView } },
  "sales.restore": { fields: { sale: saleView } },
  "sales.withdraw": { fields: { sale: saleView } },
  "setup.ready": {
    fields: {
      wecom: "word",
      fault: { orNull: "word" },
      errcode: { orNull: "whole" },
      since: { orNull: "instant" },
      directoryReadAt: { orNull: "instant" },
      knowsPeople: "flag",
    },
  },
  "setup.read": {
    fields: {
      steps: {
        listOf: {
          fields: { step: "word", state: "word", optional: "flag", mayI: "flag", byNames: { listOf: "text" } },
        },
      },
      directory: {
        fields: {
          wecom: "word",
          fault: { orNull: "word" },
          errcode: { orNull: "whole" },
          since: { orNull: "instant" },
          directoryReadAt: { orNull: "instant" },
          peopleCount: "whole",
          teamsCount: "whole",
          phonesTold: "flag",
        },
      },
      roles: { fields: { admin: { listOf: "text" }, hr: { listOf: "text" }, finance: { listOf: "text" } } },
      units: {
        fields: {
          teams: {
            listOf: {
              fields: { unitId: "text", name: "text", leaderNames: { listOf: "text" }, sellersCount: "whole" },
            },
          },
        },
      },
      plan: {
        fields: {
          publishedNames: { listOf: "text" },
          withoutPlanCount: "whole",
          version: {
            orNull: {
              fields: {
                planId: "text",
                code: "text",
                version: "whole",
                name: "text",
                state: "word",
                revision: "whole",
                authorNames: { listOf: "text" },
                isMine: "flag",
                mayPublish: "flag",
                publisherNames: { listOf: "text" },
                reason: { orNull: "text" },
              },
            },
          },
          companyUnitId: { orNull: "text" },
        },
      },
      targets: { fields: { period: "month", withCount: "whole", teamsCount: "whole" } },
      calendar: { fields: { unknownYear: { orNull: "text" } } },
      robots: { listOf: { fields: { unitId: "text", name: "text", hasRobot: "flag" } } },
      customers: { fields: { count: "whole", isWhole: "flag" } },
      today: "day",
    },
  },
  "setup.testRobot": { fields: { unitId: "text", sent: "flag", errcode: { orNull: "whole" } } },
  "search.find": {
    fields: {
      customers: { fields: { items: { listOf: foundCustomerView }, hasMore: "flag" } },
      people: {
        fields: {
          items: {
            listOf: {
              fields: { memberId: "text", name: "text", unitId: { orNull: "text" }, unitName: { orNull: "text" } },
            },
          },
          hasMore: "flag",
        },
      },
      plans: {
        fields: {
          items: { listOf: { fields: { planId: "text", name: "text", version: "whole", state: "word" } } },
          hasMore: "flag",
        },
      },
      sales: {
        fields: {
          items: {
            listOf: {
              fields: {
                saleId: "text",
                customerName: "text",
                contractNo: { orNull: "text" },
                amountFen: "whole",
                signedOn: "day",
                repName: "text",
                state: "word",
              },
            },
          },
          hasMore: "flag",
        },
      },
    },
  },
  "siteCodes.read": {
    fields: {
      customerName: "text",
      siteName: "text",
      code: { orNull: { fields: { madeAt: "instant", byName: "text", sheetUntil: { orNull: "instant" } } } },
      mayRenew: "flag",
      revision: "whole",
    },
  },
  "siteCodes.renew": customerChanged,
  "siteCodes.sheet": { fields: { url: "text" } },
  "stages.move": { fields: { stageChangeId: "text", customerId: "text", stage: "text" } },
  "stages.undo": { fields: { stageChangeId: "text", customerId: "text", stage: "text" } },
  "statements.mine": {
    fields: {
      period: "month",
      state: "word",
      revision: "whole",
      asOf: "instant",
      totals: stateTotals,
      hasPlan: { optional: "flag" },
      lines: { listOf: lineView },
      doubts: { optional: { listOf: lineDoubt } },
      lost: { optional: { listOf: lostPay } },
      pending: {
        fields: {
          count: "whole",
          amountFen: "whole",
          newestSignedOn: { optional: { orNull: "day" } },
          earliestSignedOn: { optional: { orNull: "day" } },
        },
      },
    },
  },
  "statements.line": {
    fields: {
      line: lineView,
      formula: { listOf: formulaPart },
      sales: { listOf: lineSale },
      visits: { listOf: lineVisit },
      doubts: { optional: { listOf: lineDoubt } },
      plan: { fields: { code: "text", name: "text", version: "whole", validFrom: "day" } },
      rule: { fields: { when: { orNull: "text" }, amount: "text" } },
      receipt: "object",
    },
  },
  "statements.ofVisit": {
    fields: {
      period: "month",
      lines: {
        listOf: {
          fields: {
            lineId: "text",
            componentCode: "text",
            name: "text",
            kind: "text",
            amountFen: "whole",
            states: stateTotals,
            status: "word",
            sentence: "text",
            saleId: { orNull: "text" },
            customerName: { orNull: "text" },
            on: { orNull: "day" },
            ofVisitFen: "whole",
          },
        },
      },
    },
  },
  "statements.nextStep": {
    fields: {
      own: { orNull: { fields: { amountFen: "whole", gainFen: "whole", reaches: "word" } } },
      team: { orNull: { fields: { unitId: "text", missingFen: "whole", edge: "text", gainFen: "whole" } } },
      zero: { orNull: "text" },
    },
  },
  "statements.receipt": { fields: { receipt: "object" } },
  "sync.send": { fields: { items: { listOf: { fields: { commandId: "text", status: "whole", body: "object" } } } } },
  "targets.level": {
    fields: {
      period: "month",
      hasBegun: "flag",
      path: { listOf: { fields: { unitId: "text", name: "text" } } },
      parent: {
        orNull: {
          fields: {
            subjectId: "text",
            isUnit: "flag",
            name: "text",
            lastFen: { orNull: "whole" },
            valueFen: { orNull: "whole" },
            draft: { orNull: { fields: { valueFen: "whole", reason: { orNull: "text" } } } },
            revision: "whole",
            maySet: "flag",
            sellsNothing: { optional: "flag" },
            leftFen: { orNull: "whole" },
            keptFen: "whole",
          },
        },
      },
      rows: {
        listOf: {
          fields: {
            subjectId: "text",
            isUnit: "flag",
            name: "text",
            lastFen: { orNull: "whole" },
            valueFen: { orNull: "whole" },
            draft: { orNull: { fields: { valueFen: "whole", reason: { orNull: "text" } } } },
            revision: "whole",
            maySet: "flag",
            sellsNothing: { optional: "flag" },
            leftFen: { orNull: "whole" },
            keptFen: "whole",
          },
        },
      },
      carriedCount: "whole",
      publication: {
        fields: {
          may: "flag",
          levels: {
            listOf: {
              fields: {
                parentId: { orNull: "text" },
                parentName: { orNull: "text" },
                parentFen: { orNull: "whole" },
                restFen: "whole",
                remainder: { orNull: { fields: { valueFen: "whole", reason: "text" } } },
                targets: {
                  listOf: {
                    fields: {
                      subjectId: "text",
                      name: "text",
                      revision: "whole",
                      beforeFen: { orNull: "whole" },
                      afterFen: "whole",
                    },
                  },
                },
              },
            },
          },
          peopleCount: "whole",
          peopleNames: { listOf: "text" },
          isWhole: "flag",
        },
      },
    },
  },
  "targets.carryOver": { fields: { changedCount: "whole", unchangedCount: "whole" } },
  "targets.set": { fields: { changedCount: "whole", unchangedCount: "whole" } },
  "targets.publish": { fields: { changedCount: "whole", unchangedCount: "whole" } },
  "tableViews.read": {
    fields: {
      views: {
        listOf: {
          fields: {
            table: "text",
            name: "text",
            columns: { listOf: { fields: { column: "text", isShown: "flag" } } },
            sort: { orNull: { fields: { by: "text", isDescending: "flag" } } },
            search: { orNull: "text" },
            filters: { listOf: { fields: { filter: "text", value: "text" } } },
          },
        },
      },
      revision: "whole",
    },
  },
  "tableViews.set": {
    fields: {
      views: {
        listOf: {
          fields: {
            table: "text",
            name: "text",
            columns: { listOf: { fields: { column: "text", isShown: "flag" } } },
            sort: { orNull: { fields: { by: "text", isDescending: "flag" } } },
            search: { orNull: "text" },
            filters: { listOf: { fields: { filter: "text", value: "text" } } },
          },
        },
      },
      revision: "whole",
    },
  },
  "tasks.mine": { fields: { items: { listOf: task }, isWhole: "flag" } },
  "tasks.read": { fields: { task: task } },
  "tasks.cancel": { fields: { task: task } },
  "teams.level": {
    fields: {
      team: teamMonth,
      visits: "whole",
      path: { listOf: { fields: { unitId: "text", name: "text" } } },
      units: {
        listOf: {
          fields: {
            unitId: "text",
            name: "text",
            kind: "word",
            doneFen: "whole",
            targetFen: { orNull: "whole" },
            visits: "whole",
          },
        },
      },
      members: {
        orNull: {
          listOf: { fields: { memberId: "text", name: "text", doneFen: "whole", targetFen: { orNull: "whole" } } },
        },
      },
    },
  },
  "teams.read": {
    fields: {
      team: teamMonth,
      members: {
        orNull: {
          listOf: { fields: { memberId: "text", name: "text", doneFen: "whole", targetFen: { orNull: "whole" } } },
        },
      },
    },
  },
  "teams.member": {
    fields: {
      member: { fields: { memberId: "text", name: "text" } },
      period: "month",
      doneFen: "whole",
      targetFen: { orNull: "whole" },
      pace: pace,
      effectiveVisits: "whole",
      visits: {
        listOf: {
          fields: {
            visitId: "text",
            memberId: "text",
            on: "day",
            record: "text",
            answers: { listOf: answeredStep },
            earlierRecords: { listOf: earlierRecord },
            checkIn: checkInView,
            mayOpen: { optional: "flag" },
            customerId: { optional: "text" },
            customerName: "text",
            effective: "flag",
            standing: { optional: "word" },
            nextStep: { orNull: "text" },
          },
        },
      },
      sales: {
        optional: {
          listOf: {
            fields: { saleId: "text", customerName: "text", signedOn: "day", creditFen: "whole", mayOpen: "flag" },
          },
        },
      },
      stages: { listOf: { fields: { stage: "text", count: "whole" } } },
      areStagesWhole: "flag",
      helps: { listOf: { fields: { code: "word", count: "whole", customerNames: { optional: { listOf: "text" } } } } },
    },
  },
  "today.read": {
    fields: {
      period: "month",
      asOf: "instant",
      pace: pace,
      mine: {
        orNull: {
          fields: {
            doneFen: "whole",
            targetFen: { orNull: "whole" },
            totals: stateTotals,
            monthFen: "whole",
            nowFen: "whole",
            commissionNowFen: "whole",
            commissionFen: "whole",
            commissionEstimatedFen: { optional: "whole" },
            hasCommission: { optional: { orNull: "flag" } },
            besidesFen: { optional: "whole" },
            ordersCount: "whole",
            effectiveVisitsCount: "whole",
            todayGain: { orNull: { fields: { salesFen: "whole", commissionFen: "whole", otherFen: "whole" } } },
            pending: {
              fields: {
                count: "whole",
                amountFen: "whole",
                newestSignedOn: { optional: { orNull: "day" } },
                earliestSignedOn: { optional: { orNull: "day" } },
              },
            },
          },
        },
      },
      team: { orNull: teamMonth },
      leads: { listOf: { fields: { team: teamMonth } } },
    },
  },
  "refusals.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            refusalId: "text",
            byName: "text",
            kind: "text",
            code: "text",
            faults: { listOf: { fields: { field: "text", code: "text" } } },
            reference: "text",
            at: "instant",
            hasBody: "flag",
          },
        },
      },
      isWhole: "flag",
    },
  },
  "refusals.read": { fields: { refusalId: "text", body: { orNull: "text" } } },
  "reports.send": { fields: { reportId: "text", heardByNames: { listOf: "text" } } },
  "reports.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            reportId: "text",
            byName: "text",
            text: { orNull: "text" },
            saw: { orNull: "text" },
            reference: { orNull: "text" },
            screen: { orNull: "text" },
            program: "text",
            happenedAt: "instant",
            reportedAt: "instant",
            closed: { orNull: { fields: { byName: "text", answer: { orNull: "text" }, at: "instant" } } },
            revision: "whole",
          },
        },
      },
      isWhole: "flag",
    },
  },
  "reports.close": {
    fields: {
      report: {
        fields: {
          reportId: "text",
          byName: "text",
          text: { orNull: "text" },
          saw: { orNull: "text" },
          reference: { orNull: "text" },
          screen: { orNull: "text" },
          program: "text",
          happenedAt: "instant",
          reportedAt: "instant",
          closed: { orNull: { fields: { byName: "text", answer: { orNull: "text" }, at: "instant" } } },
          revision: "whole",
        },
      },
    },
  },
  "reports.reopen": {
    fields: {
      report: {
        fields: {
          reportId: "text",
          byName: "text",
          text: { orNull: "text" },
          saw: { orNull: "text" },
          reference: { orNull: "text" },
          screen: { orNull: "text" },
          program: "text",
          happenedAt: "instant",
          reportedAt: "instant",
          closed: { orNull: { fields: { byName: "text", answer: { orNull: "text" }, at: "instant" } } },
          revision: "whole",
        },
      },
    },
  },
  "todos.mine": {
    fields: {
      items: {
        listOf: {
          fields: {
            todoId: "text",
            kind: "word",
            subjectId: "text",
            since: "instant",
            about: "text",
            teams: { optional: { listOf: "text" } },
            count: { optional: "whole" },
            isAtLeast: { optional: "flag" },
            byName: { orNull: "text" },
            insteadOfNames: { optional: { listOf: "text" } },
            amountFen: { orNull: "whole" },
            text: { orNull: "text" },
            on: { orNull: "day" },
            until: { orNull: "instant" },
            waitsForNames: { optional: { listOf: "text" } },
            isInDoubt: { optional: "flag" },
            isAppealed: { optional: "flag" },
            visit: { orNull: { fields: { visitId: "text", version: "whole" } } },
            been: { optional: { orNull: { fields: { checkInId: "text", on: "day" } } } },
          },
        },
      },
      isWhole: "flag",
    },
  },
  "todos.approvals": {
    fields: {
      items: {
        listOf: {
          fields: {
            todoId: "text",
            kind: "word",
            subjectId: "text",
            since: "instant",
            about: "text",
            teams: { optional: { listOf: "text" } },
            count: { optional: "whole" },
            isAtLeast: { optional: "flag" },
            byName: { orNull: "text" },
            insteadOfNames: { optional: { listOf: "text" } },
            amountFen: { orNull: "whole" },
            text: { orNull: "text" },
            on: { orNull: "day" },
            until: { orNull: "instant" },
            waitsForNames: { optional: { listOf: "text" } },
            isInDoubt: { optional: "flag" },
            isAppealed: { optional: "flag" },
            visit: { orNull: { fields: { visitId: "text", version: "whole" } } },
            been: { optional: { orNull: { fields: { checkInId: "text", on: "day" } } } },
            isAsked: "flag",
            deciderNames: { listOf: "text" },
          },
        },
      },
      isWhole: "flag",
    },
  },
  "visits.record": { fields: { visit: visitView } },
  "visits.read": {
    fields: {
      visit: visitView,
      earlier: { listOf: visitVersionView },
      files: { optional: { listOf: { fields: { fileId: "text", url: { orNull: "text" } } } } },
      rep: { optional: { fields: { memberId: "text", name: "text", mayReview: "flag" } } },
      companions: {
        optional: {
          listOf: {
            fields: {
              companionId: "text",
              name: "text",
              state: "word",
              hasLeft: "flag",
              confirmUntil: "instant",
              ownCheckInAt: { orNull: "instant" },
            },
          },
        },
      },
      correctableUntil: { orNull: "instant" },
    },
  },
  "visits.correct": { fields: { visitId: "text", version: "whole", effective: "flag" } },
  "visits.week": {
    fields: {
      from: "day",
      to: "day",
      done: "whole",
      target: { orNull: "whole" },
      perWeek: { optional: { orNull: "whole" } },
      workingDays: { optional: "whole" },
      dueByNow: { optional: "whole" },
      isBehind: "flag",
    },
  },
  "visits.settleNextStep": { fields: { visitId: "text", version: "whole" } },
  "visitTargets.read": {
    fields: {
      now: { orNull: "whole" },
      next: { orNull: { fields: { from: "day", perWeek: { orNull: "whole" } } } },
      ofUnitName: { orNull: "text" },
      settableFrom: { orNull: "day" },
      revision: "whole",
    },
  },
  "visitTargets.set": {
    fields: {
      target: {
        fields: {
          now: { orNull: "whole" },
          next: { orNull: { fields: { from: "day", perWeek: { orNull: "whole" } } } },
          ofUnitName: { orNull: "text" },
          settableFrom: { orNull: "day" },
          revision: "whole",
        },
      },
    },
  },
  "visitTypes.mine": {
    fields: {
      items: {
        listOf: {
          fields: {
            typeId: "text",
            version: "whole",
            name: "text",
            steps: {
              listOf: {
                fields: {
                  stepId: "text",
                  kind: "word",
                  label: "text",
                  required: "flag",
                  options: { listOf: "text" },
                  isShort: { optional: "flag" },
                },
              },
            },
            asksTimeOnSite: "flag",
            seenBy: "word",
          },
        },
      },
    },
  },
  "visitTypes.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            typeId: "text",
            version: "whole",
            name: "text",
            steps: {
              listOf: {
                fields: {
                  stepId: "text",
                  kind: "word",
                  label: "text",
                  required: "flag",
                  options: { listOf: "text" },
                  isShort: { optional: "flag" },
                },
              },
            },
            asksTimeOnSite: "flag",
            seenBy: "word",
            inUse: "flag",
            changed: { orNull: { fields: { byName: "text", at: "instant" } } },
          },
        },
      },
    },
  },
  "visitTypes.save": {
    fields: {
      visitType: {
        fields: {
          typeId: "text",
          version: "whole",
          name: "text",
          steps: {
            listOf: {
              fields: {
                stepId: "text",
                kind: "word",
                label: "text",
                required: "flag",
                options: { listOf: "text" },
                isShort: { optional: "flag" },
              },
            },
          },
          asksTimeOnSite: "flag",
          seenBy: "word",
          inUse: "flag",
          changed: { orNull: { fields: { byName: "text", at: "instant" } } },
        },
      },
    },
  },
} satisfies Record<string, Shape>;
