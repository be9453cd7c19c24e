import { type OfficeTab, officeTabRoles } from "@shared/domain/office";
import type { MemberActor } from "../../http";

/** Whose work the tab is about. */
export const mayOpenTab = ({ roles }: Pick<MemberActor, "roles">, tab: OfficeTab): boolean =>
  officeTabRoles[tab].some((role) => roles.includes(role));
