export { consumerGoods } from "./consumerGoods";
export { internetCompany } from "./internetCompany";
export { manufacturingGroup, manufacturingGroupLiteral } from "./manufacturingGroup";
export { commissionAndVisits, pharmaCompany, pharmaCompanyPerVisit } from "./pharmaCompany";
export { raisedReward } from "./raisedReward";
export { saasCompany } from "./saasCompany";
export { softwareCompany, softwareCompanyEqual, softwareCompanyLiteral } from "./softwareCompany";
export { commissionTiers, tutorialTiers } from "./tutorialTiers";
