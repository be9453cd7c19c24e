export {
  bookedInOf,
  type CutOffMove,
  cutOffMoveOf,
  moveCutOff,
  openMonths,
  standingOf,
  standingsAround,
} from "./periods";
