import { ofMainPages } from "../../area";
import { me } from "../../zhCN/me";

export const meWords = ofMainPages({ me });
