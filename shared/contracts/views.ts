import type { z } from "zod";
import type { checkInView } from "./checkIns";
import type { customerView, siteView } from "./customers";
import type { noticeView } from "./notices";
import type { footstep, saleView } from "./sales";
import type { formulaPart, lineSale, lineView } from "./statements";
import type { visitView } from "./visits";

export type CheckInView = z.infer<typeof checkInView>;
export type CustomerView = z.infer<typeof customerView>;
export type FootstepView = z.infer<typeof footstep>;
export type FormulaPartView = z.infer<typeof formulaPart>;
export type LineSaleView = z.infer<typeof lineSale>;
export type LineView = z.infer<typeof lineView>;
export type NoticeView = z.infer<typeof noticeView>;
export type SaleView = z.infer<typeof saleView>;
export type SiteView = z.infer<typeof siteView>;
export type VisitView = z.infer<typeof visitView>;
