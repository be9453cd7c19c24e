import { ofMainPages } from "../../area";
import { auth } from "../../zhCN/auth";

export const authWords = ofMainPages({ auth });
