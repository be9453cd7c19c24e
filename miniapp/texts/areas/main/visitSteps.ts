import { ofMainPages } from "../../area";
import { visitSteps } from "../../zhCN/visitSteps";

export const visitStepsWords = ofMainPages({ visitSteps });
