/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { answeredStep } from "./parts/answeredStep";
import { reviewAppeal } from "./parts/reviewAppeal";
import { reviewDecision } from "./parts/reviewDecision";
import { signalsView } from "./parts/signalsView";

export const myDataShapes = {
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
      openings: {
        optional: {
          listOf: {
            fields: {
              kind: "word",
              period: { orNull: "text" },
              item: { orNull: "text" },
              client: { orNull: "text" },
              note: { orNull: "text" },
              amountFen: "whole",
            },
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
} satisfies Record<string, Shape>;

export const myDataAsked = { shapes: myDataShapes, paths: { "privacy.export": "GET /api/v1/me/export/:period" } };
