import type { z } from "zod";
import type { OperationId } from "@shared/api/operations";
import { absencesContracts } from "./absences";
import { auditContracts } from "./audit";
import { authContracts } from "./auth";
import { calendarContracts } from "./calendar";
import { checkInsContracts } from "./checkIns";
import { companionsContracts } from "./companions";
import { dayPlansContracts } from "./dayPlans";
import type { Contract } from "./contract";
import { customerGivingContracts } from "./customerGiving";
import { customerMergesContracts } from "./customerMerges";
import { customersContracts, sitesContracts } from "./customers";
import { demoContracts } from "./demo";
import { devicesContracts } from "./devices";
import { duplicatesContracts } from "./duplicates";
import { exportsContracts } from "./exports";
import { simulationsContracts } from "./simulations";
import { openingsContracts } from "./openings";
import { filesContracts } from "./files";
import { followUpsContracts } from "./followUps";
import { importsContracts } from "./imports";
import { meContracts } from "./me";
import { membersContracts } from "./members";
import { noticesContracts } from "./notices";
import { officeContracts } from "./office";
import { pinsContracts } from "./pins";
import { plansContracts } from "./plans";
import { praiseContracts } from "./praise";
import { privacyContracts } from "./privacy";
import { reviewsContracts } from "./reviews";
import { rolesContracts } from "./roles";
import { salesContracts } from "./sales";
import { setupContracts } from "./setup";
import { searchContracts } from "./search";
import { siteCodesContracts } from "./siteCodes";
import { stagesContracts } from "./stages";
import { statementsContracts } from "./statements";
import { syncContracts } from "./sync";
import { targetsContracts } from "./targets";
import { tableViewsContracts } from "./tableViews";
import { tasksContracts } from "./tasks";
import { teamsContracts } from "./teams";
import { todayContracts } from "./today";
import { refusalsContracts } from "./refusals";
import { reportsContracts } from "./reports";
import { todosContracts } from "./todos";
import { visitTargetsContracts } from "./visitTargets";
import { visitQuestionsContracts } from "./visitQuestions";
import { visitTypesContracts } from "./visitTypes";
import { visitsContracts } from "./visits";

export const contracts = {
  ...absencesContracts,
  ...auditContracts,
  ...authContracts,
  ...calendarContracts,
  ...checkInsContracts,
  ...companionsContracts,
  ...dayPlansContracts,
  ...visitQuestionsContracts,
  ...customersContracts,
  ...customerGivingContracts,
  ...customerMergesContracts,
  ...sitesContracts,
  ...demoContracts,
  ...devicesContracts,
  ...duplicatesContracts,
  ...exportsContracts,
  ...openingsContracts,
  ...simulationsContracts,
  ...filesContracts,
  ...followUpsContracts,
  ...importsContracts,
  ...meContracts,
  ...membersContracts,
  ...noticesContracts,
  ...officeContracts,
  ...pinsContracts,
  ...plansContracts,
  ...praiseContracts,
  ...privacyContracts,
  ...reviewsContracts,
  ...rolesContracts,
  ...salesContracts,
  ...setupContracts,
  ...searchContracts,
  ...siteCodesContracts,
  ...stagesContracts,
  ...statementsContracts,
  ...syncContracts,
  ...targetsContracts,
  ...tableViewsContracts,
  ...tasksContracts,
  ...teamsContracts,
  ...todayContracts,
  ...refusalsContracts,
  ...reportsContracts,
  ...todosContracts,
  ...visitsContracts,
  ...visitTargetsContracts,
  ...visitTypesContracts,
} satisfies Record<OperationId, Contract>;

type Contracts = typeof contracts;
type Part<Id extends OperationId, Name extends string> = Contracts[Id] extends {
  [N in Name]: infer Schema extends z.ZodType;
}
  ? z.infer<Schema>
  : Record<never, never>;

export type ParamsOf<Id extends OperationId> = Part<Id, "params">;
export type QueryOf<Id extends OperationId> = Part<Id, "query">;
export type BodyOf<Id extends OperationId> = Part<Id, "body">;
/** void where the operation answers 204 or redirects. */
export type AnswerOf<Id extends OperationId> = Contracts[Id] extends { answer: infer Schema extends z.ZodType }
  ? z.infer<Schema>
  : void;

export type { Contract } from "./contract";
export type {
  CheckInView,
  CustomerDetailView,
  CustomerView,
  DeviceView,
  DuplicateSideView,
  EarlierRecordView,
  ExportView,
  FollowUpView,
  FootstepView,
  FormulaPartView,
  LineSaleView,
  LineDoubtView,
  LostPayView,
  LineView,
  LookView,
  NoticeView,
  OfficeRowView,
  PinProposalView,
  PlanView,
  PraiseView,
  PublicPraise,
  ReviewView,
  SaleView,
  SaleWaits,
  SignalsView,
  SiteView,
  TargetVersionView,
  TaskView,
  TimelineItemView,
  TargetView,
  ReportView,
  TodoView,
  VisitTypeView,
  VisitView,
  ConfiguredVisitTypeView,
} from "./views";
