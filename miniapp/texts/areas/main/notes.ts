import { ofMainPages } from "../../area";
import { notes } from "../../zhCN/notes";

export const notesWords = ofMainPages({ notes });
