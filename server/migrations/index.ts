import { auditActors } from "./0001-audit-actors";
import { checkInsAreCommands } from "./0002-check-ins-are-commands";
import { targetVersions } from "./0003-target-versions";
import { openingJournals } from "./0004-opening-journals";
import { customerService } from "./0005-customer-service";
import { eventsHaveSubscribers } from "./0006-events-have-subscribers";
import { planSteps } from "./0007-plan-steps";
import { incrementsPerMember } from "./0008-increments-per-member";
import { roleGrants } from "./0009-role-grants";
import { openPeriods } from "./0010-open-periods";
import { monthsInParts } from "./0011-months-in-parts";
import { customersAreFound } from "./0012-customers-are-found";
import { customersAreFoundByOneCharacter } from "./0013-customers-are-found-by-one-character";
import { coServiceIsDated } from "./0014-co-service-is-dated";
import { bodyHashesAreKeyed } from "./0015-body-hashes-are-keyed";
import { customersAreFoundByPlace } from "./0016-customers-are-found-by-place";
import { customersAreFoundByAllThatIsWritten } from "./0017-customers-are-found-by-all-that-is-written";
import { messagesKeepNoHash } from "./0018-messages-keep-no-hash";
import { positionsOfPinsGo } from "./0019-positions-of-pins-go";
import { customersAreFoundByAddress } from "./0020-customers-are-found-by-address";
import { messagesSayWhatIsNext } from "./0021-messages-say-what-is-next";
import { firstOrdersKnowTheirClient } from "./0022-first-orders-know-their-client";
import { membersAreFound } from "./0023-members-are-found";
import { yearsSayWhetherTheyAreWhole } from "./0024-years-say-whether-they-are-whole";
import { customersHaveAnOrder } from "./0025-customers-have-an-order";
import { rewardsInOrder } from "./0026-rewards-in-order";
import { longerPeriodsAreTold } from "./0027-longer-periods-are-told";
import { openingSumsAreStored } from "./0028-opening-sums-are-stored";
import { rewardsOnceInAllMonths } from "./0029-rewards-once-in-all-months";
import type { Migration } from "./migration";

/** All migrations, in the order of their numbers, which leave no gap: the last one is what this version needs. */
export const migrations: readonly Migration[] = [
  auditActors,
  checkInsAreCommands,
  targetVersions,
  openingJournals,
  customerService,
  eventsHaveSubscribers,
  planSteps,
  incrementsPerMember,
  roleGrants,
  openPeriods,
  monthsInParts,
  customersAreFound,
  customersAreFoundByOneCharacter,
  coServiceIsDated,
  bodyHashesAreKeyed,
  customersAreFoundByPlace,
  customersAreFoundByAllThatIsWritten,
  messagesKeepNoHash,
  positionsOfPinsGo,
  customersAreFoundByAddress,
  messagesSayWhatIsNext,
  firstOrdersKnowTheirClient,
  membersAreFound,
  yearsSayWhetherTheyAreWhole,
  customersHaveAnOrder,
  rewardsInOrder,
  longerPeriodsAreTold,
  openingSumsAreStored,
  rewardsOnceInAllMonths,
];
