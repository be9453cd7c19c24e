import { ofMainPages } from "../../area";
import { proof } from "../../zhCN/proof";

export const proofWords = ofMainPages({ proof });
