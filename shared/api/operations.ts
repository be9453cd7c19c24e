/**
 * Every operation's id, method and path: the one table that routes, OpenAPI and the phone's client are made from.
 * It holds no zod, so that the mini-program can import it as it is.
 */
export const operations = {
  "auth.loginWeapp": { method: "POST", path: "/api/v1/auth/weapp" },
  "auth.oauthStart": { method: "GET", path: "/api/v1/auth/oauth" },
  "auth.oauthReturn": { method: "GET", path: "/api/v1/auth/oauth/return" },
  "auth.helpers": { method: "GET", path: "/api/v1/auth/helpers" },
  "auth.signOut": { method: "POST", path: "/api/v1/auth/sign-out" },

  "tableViews.read": { method: "GET", path: "/api/v1/table-views" },
  "tableViews.set": { method: "PUT", path: "/api/v1/table-views" },
  "absences.read": { method: "GET", path: "/api/v1/me/absence" },
  "absences.set": { method: "PUT", path: "/api/v1/me/absence" },

  "calendar.read": { method: "GET", path: "/api/v1/calendar/:year" },
  "calendar.preview": { method: "POST", path: "/api/v1/calendar/:year/preview" },
  "calendar.set": { method: "PUT", path: "/api/v1/calendar/:year" },

  "checkIns.create": { method: "POST", path: "/api/v1/check-ins" },
  "checkIns.mine": { method: "GET", path: "/api/v1/me/check-ins" },
  "checkIns.photos": { method: "GET", path: "/api/v1/check-ins/:checkInId/photos" },
  "checkIns.appeal": { method: "POST", path: "/api/v1/check-ins/:checkInId/appeal" },
  "checkIns.answer": { method: "POST", path: "/api/v1/check-ins/:checkInId/answer" },
  "checkIns.leave": { method: "POST", path: "/api/v1/check-ins/:checkInId/leaving" },
  "reviews.read": { method: "GET", path: "/api/v1/reviews/:checkInId" },
  "reviews.decide": { method: "POST", path: "/api/v1/reviews/:checkInId/decision" },

  "dayPlans.read": { method: "GET", path: "/api/v1/me/day-plans/:on" },
  "dayPlans.set": { method: "PUT", path: "/api/v1/me/day-plans/:on" },
  "visitQuestions.ask": { method: "POST", path: "/api/v1/customers/:customerId/questions" },
  "visitQuestions.read": { method: "GET", path: "/api/v1/visit-questions/:questionId" },
  "visitQuestions.answer": { method: "POST", path: "/api/v1/visit-questions/:questionId/answer" },
  "visitQuestions.withdraw": { method: "POST", path: "/api/v1/visit-questions/:questionId/withdrawal" },
  "visitQuestions.overrule": { method: "POST", path: "/api/v1/visit-questions/:questionId/reason" },
  "companions.find": { method: "GET", path: "/api/v1/me/colleagues" },
  "companions.name": { method: "POST", path: "/api/v1/visits/:visitId/companions" },
  "companions.remove": { method: "POST", path: "/api/v1/companions/:companionId/removal" },
  "companions.read": { method: "GET", path: "/api/v1/companions/:companionId" },
  "companions.answer": { method: "POST", path: "/api/v1/companions/:companionId/answer" },

  "customers.mine": { method: "GET", path: "/api/v1/me/customers" },
  "customers.find": { method: "GET", path: "/api/v1/customers" },
  "customers.list": { method: "GET", path: "/api/v1/customer-list" },
  "customers.similar": { method: "POST", path: "/api/v1/customer-duplicates" },
  "customers.create": { method: "POST", path: "/api/v1/customers" },
  "customers.read": { method: "GET", path: "/api/v1/customers/:customerId" },
  "customers.timeline": { method: "GET", path: "/api/v1/customers/:customerId/timeline" },
  "customers.addContact": { method: "POST", path: "/api/v1/customers/:customerId/contacts" },
  "customers.edit": { method: "PUT", path: "/api/v1/customers/:customerId" },
  "customers.mergePreview": { method: "GET", path: "/api/v1/customers/:customerId/merges/:otherId" },
  "customers.merge": { method: "POST", path: "/api/v1/customers/:customerId/merges" },
  "customers.undoMerge": { method: "POST", path: "/api/v1/customers/:customerId/merge-undo" },
  "customers.assign": { method: "PUT", path: "/api/v1/customers/:customerId/owners" },
  "customers.takers": { method: "POST", path: "/api/v1/customer-takers" },
  "customers.giveMany": { method: "POST", path: "/api/v1/customer-givings" },

  "demo.readClock": { method: "GET", path: "/api/v1/demo/clock" },
  "demo.setClock": { method: "POST", path: "/api/v1/demo/clock" },

  "exports.create": { method: "POST", path: "/api/v1/exports" },
  "exports.mine": { method: "GET", path: "/api/v1/me/exports" },
  "exports.read": { method: "GET", path: "/api/v1/exports/:exportId" },
  "exports.decide": { method: "POST", path: "/api/v1/exports/:exportId/decision" },
  "exports.withdraw": { method: "POST", path: "/api/v1/exports/:exportId/withdrawal" },
  "exports.link": { method: "GET", path: "/api/v1/exports/:exportId/link" },

  "files.put": { method: "PUT", path: "/api/v1/files/:fileId" },
  "files.read": { method: "GET", path: "/api/v1/files/:fileId/content" },

  "imports.create": { method: "POST", path: "/api/v1/imports" },
  "imports.template": { method: "GET", path: "/api/v1/imports/templates/:purpose" },
  "imports.mine": { method: "GET", path: "/api/v1/me/imports" },
  "imports.read": { method: "GET", path: "/api/v1/imports/:importId" },
  "imports.choose": { method: "POST", path: "/api/v1/imports/:importId/choices" },
  "imports.run": { method: "POST", path: "/api/v1/imports/:importId/run" },
  "openings.list": { method: "GET", path: "/api/v1/openings" },
  "openings.read": { method: "GET", path: "/api/v1/openings/:importId" },
  "openings.members": { method: "GET", path: "/api/v1/openings/:importId/members" },
  "openings.decide": { method: "POST", path: "/api/v1/openings/:importId/decision" },
  "openings.sayNone": { method: "POST", path: "/api/v1/openings/none" },
  "openings.mine": { method: "GET", path: "/api/v1/me/openings" },
  "imports.rows": { method: "GET", path: "/api/v1/imports/:importId/rows" },
  "imports.errorFile": { method: "GET", path: "/api/v1/imports/:importId/errors/link" },

  "followUps.record": { method: "POST", path: "/api/v1/follow-ups" },
  "followUps.read": { method: "GET", path: "/api/v1/follow-ups/:followUpId" },
  "followUps.correct": { method: "POST", path: "/api/v1/follow-ups/:followUpId/corrections" },

  "me.read": { method: "GET", path: "/api/v1/me" },
  "me.setLanguage": { method: "PUT", path: "/api/v1/me/language" },
  "me.setPublicPraise": { method: "PUT", path: "/api/v1/me/public-praise" },
  "me.setLookMessages": { method: "PUT", path: "/api/v1/me/look-messages" },
  "me.consent": { method: "POST", path: "/api/v1/me/consent" },

  "members.list": { method: "GET", path: "/api/v1/members" },
  "members.readDirectory": { method: "POST", path: "/api/v1/directory-readings" },
  "members.read": { method: "GET", path: "/api/v1/members/:memberId" },
  "members.setRecord": { method: "PUT", path: "/api/v1/members/:memberId/record" },

  "notices.list": { method: "GET", path: "/api/v1/me/notices" },
  "notices.markAllRead": { method: "POST", path: "/api/v1/me/notices-reading" },
  "notices.markRead": { method: "POST", path: "/api/v1/me/notices/:noticeId/reading" },

  "plans.firstPayingDay": { method: "GET", path: "/api/v1/first-paying-day" },
  "plans.setFirstPayingDay": { method: "PUT", path: "/api/v1/first-paying-day" },
  "plans.list": { method: "GET", path: "/api/v1/plans" },
  "plans.read": { method: "GET", path: "/api/v1/plans/:planId" },
  "plans.draft": { method: "PUT", path: "/api/v1/plans" },
  "plans.submit": { method: "POST", path: "/api/v1/plans/:planId/submission" },
  "plans.withdraw": { method: "POST", path: "/api/v1/plans/:planId/withdrawal" },
  "plans.sendBack": { method: "POST", path: "/api/v1/plans/:planId/return" },
  "plans.publish": { method: "POST", path: "/api/v1/plans/:planId/publication" },

  "praise.read": { method: "GET", path: "/api/v1/sales/:saleId/praise" },
  "praise.give": { method: "POST", path: "/api/v1/sales/:saleId/praise" },
  "praise.question": { method: "GET", path: "/api/v1/sales/:saleId/praise/question" },
  "praise.answer": { method: "POST", path: "/api/v1/sales/:saleId/praise/answer" },

  "devices.mine": { method: "GET", path: "/api/v1/me/devices" },
  "devices.remove": { method: "POST", path: "/api/v1/me/devices/:deviceId/removal" },
  "privacy.mine": { method: "GET", path: "/api/v1/me/privacy" },
  "privacy.looked": { method: "GET", path: "/api/v1/me/looks" },
  "privacy.export": { method: "GET", path: "/api/v1/me/export/:period" },
  "privacy.kept": { method: "GET", path: "/api/v1/leavers" },
  "privacy.leaver": { method: "GET", path: "/api/v1/leavers/:memberId" },
  "privacy.erase": { method: "POST", path: "/api/v1/leavers/:memberId/erasure" },
  "privacy.withdrawConsent": { method: "POST", path: "/api/v1/me/consent/withdrawal" },

  "audit.looks": { method: "GET", path: "/api/v1/audit/looks" },

  "refusals.list": { method: "GET", path: "/api/v1/refusals" },
  "refusals.read": { method: "GET", path: "/api/v1/refusals/:refusalId" },

  "reports.send": { method: "POST", path: "/api/v1/reports" },
  "reports.list": { method: "GET", path: "/api/v1/reports" },
  "reports.close": { method: "POST", path: "/api/v1/reports/:reportId/closing" },
  "reports.reopen": { method: "POST", path: "/api/v1/reports/:reportId/reopening" },

  "roles.overview": { method: "GET", path: "/api/v1/roles" },
  "roles.list": { method: "GET", path: "/api/v1/members/:memberId/roles" },
  "roles.grant": { method: "POST", path: "/api/v1/members/:memberId/roles" },
  "roles.revoke": { method: "POST", path: "/api/v1/members/:memberId/roles/revocation" },

  "sales.submit": { method: "POST", path: "/api/v1/sales" },
  "sales.preview": { method: "POST", path: "/api/v1/sale-previews" },
  "sales.list": { method: "GET", path: "/api/v1/sales" },
  "sales.read": { method: "GET", path: "/api/v1/sales/:saleId" },
  "sales.confirm": { method: "POST", path: "/api/v1/sales/:saleId/confirmation" },
  "sales.return": { method: "POST", path: "/api/v1/sales/:saleId/return" },
  "sales.resubmit": { method: "POST", path: "/api/v1/sales/:saleId/submission" },
  "sales.restore": { method: "POST", path: "/api/v1/sales/:saleId/restoration" },
  "sales.withdraw": { method: "POST", path: "/api/v1/sales/:saleId/withdrawal" },

  "search.find": { method: "GET", path: "/api/v1/search" },

  "stages.move": { method: "POST", path: "/api/v1/customers/:customerId/stage" },
  "stages.undo": { method: "POST", path: "/api/v1/stage-changes/:stageChangeId/undo" },

  "statements.mine": { method: "GET", path: "/api/v1/me/statements/:period" },
  "statements.line": { method: "GET", path: "/api/v1/me/statements/:period/lines/:lineId" },
  "statements.nextStep": { method: "GET", path: "/api/v1/me/statements/:period/next-step" },
  "statements.ofVisit": { method: "GET", path: "/api/v1/me/visits/:visitId/earnings" },
  "statements.receipt": { method: "GET", path: "/api/v1/me/statements/:period/receipt" },

  "today.read": { method: "GET", path: "/api/v1/me/today" },
  "todos.mine": { method: "GET", path: "/api/v1/me/todos" },
  "todos.approvals": { method: "GET", path: "/api/v1/me/todos/approvals" },

  "setup.ready": { method: "GET", path: "/api/v1/setup/readiness" },
  "setup.read": { method: "GET", path: "/api/v1/setup" },
  "setup.testRobot": { method: "POST", path: "/api/v1/setup/robots/:unitId/test" },

  "sites.add": { method: "POST", path: "/api/v1/customers/:customerId/sites" },
  "pins.list": { method: "GET", path: "/api/v1/pin-proposals" },
  "pins.decide": { method: "POST", path: "/api/v1/pin-proposals/decisions" },
  "pins.propose": { method: "POST", path: "/api/v1/customers/:customerId/sites/:siteId/pin-proposals" },
  "duplicates.list": { method: "GET", path: "/api/v1/duplicates" },
  "duplicates.decide": { method: "PUT", path: "/api/v1/duplicates/:pairId/decision" },
  "siteCodes.read": { method: "GET", path: "/api/v1/customers/:customerId/sites/:siteId/code" },
  "siteCodes.renew": { method: "POST", path: "/api/v1/customers/:customerId/sites/:siteId/code" },
  "siteCodes.sheet": { method: "GET", path: "/api/v1/customers/:customerId/sites/:siteId/code/sheet" },
  "sites.edit": { method: "PUT", path: "/api/v1/customers/:customerId/sites/:siteId" },

  "sync.send": { method: "POST", path: "/api/v1/sync" },

  "targets.list": { method: "GET", path: "/api/v1/targets" },
  "targets.level": { method: "GET", path: "/api/v1/targets/level" },
  "targets.carryOver": { method: "POST", path: "/api/v1/targets/carried" },
  "targets.set": { method: "PUT", path: "/api/v1/targets" },
  "targets.publish": { method: "POST", path: "/api/v1/targets/publication" },
  "targets.history": { method: "GET", path: "/api/v1/targets/:subjectId/:measure/:period/history" },

  "tasks.mine": { method: "GET", path: "/api/v1/me/tasks" },
  "tasks.read": { method: "GET", path: "/api/v1/tasks/:taskId" },
  "tasks.cancel": { method: "POST", path: "/api/v1/tasks/:taskId/cancellation" },

  "office.rows": { method: "GET", path: "/api/v1/office/:tab" },

  "teams.level": { method: "GET", path: "/api/v1/team-levels/:period" },
  "teams.member": { method: "GET", path: "/api/v1/teams/:unitId/members/:memberId/:period" },
  "teams.read": { method: "GET", path: "/api/v1/teams/:unitId/months/:period" },

  "visitTargets.read": { method: "GET", path: "/api/v1/visit-targets/:unitId" },
  "visitTargets.set": { method: "PUT", path: "/api/v1/visit-targets/:unitId" },

  "visitTypes.mine": { method: "GET", path: "/api/v1/me/visit-types" },
  "visitTypes.list": { method: "GET", path: "/api/v1/visit-types" },
  "visitTypes.save": { method: "PUT", path: "/api/v1/visit-types/:typeId" },

  "visits.record": { method: "POST", path: "/api/v1/visits" },
  "visits.week": { method: "GET", path: "/api/v1/me/visit-week" },
  "visits.correct": { method: "POST", path: "/api/v1/visits/:visitId/corrections" },
  "visits.settleNextStep": { method: "POST", path: "/api/v1/visits/:visitId/next-step" },
  "visits.read": { method: "GET", path: "/api/v1/visits/:visitId" },
} as const satisfies Record<string, { method: "GET" | "POST" | "PUT" | "DELETE"; path: string }>;

export type OperationId = keyof typeof operations;
