import type { staffErrors as chinese } from "../zhCN/staffErrors";

export const staffErrors: typeof chinese = {
  "member.circle":
    "This would go round in a circle: that person reports to this one in the end. Nothing was stored, and your input is still here. Choose somebody else, or change that person's line first.",
  "member.numberTaken":
    "Another member has this employee number. Nothing was stored, and your input is still here. Check the number, or change the other one's first.",
  "role.byDirectory":
    "This colleague belongs to a team in the directory and is a rep already. Nothing was changed. To change the team, move them in WeCom's directory.",
  "role.giver":
    "You are an administrator through this colleague, so you cannot give them roles in return. Nothing was changed. Ask another administrator, or the colleague who runs the server.",
  "role.lastAdmin":
    "This is the last administrator without an end. Without one nobody could manage anything, so nothing was changed. Make somebody else administrator first.",
  "role.own": "Nobody changes their own roles. Nothing was changed. Ask another administrator.",
  "role.unit":
    "A manager is one of a unit, and the other roles are the whole company's. Nothing was changed. Correct the unit and submit again.",
};
