import { ofMainPages } from "../../area";
import { earnings } from "../../zhCN/earnings";

export const earningsWords = ofMainPages({ earnings });
