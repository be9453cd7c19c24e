import { demoWorld, type World } from "../../wecom";
import { cities, femaleNames, maleNames, surnames } from "./names";
import { Chance } from "./random";
import type { Scale } from "./scale";

type Department = World["departments"][number];
type Member = World["members"][number];

/** Somebody who sells. */
export interface Rep {
  memberId: string;
  name: string;
  teamId: string;
  city: number;
  /** Of the small demo, whose March is written out. */
  isOfSmallDemo: boolean;
}

export interface Team {
  unitId: string;
  departmentId: number;
  leaderId: string;
  leaderName: string;
  reps: Rep[];
}

/** The people of the large demo as WeCom's directory has them, and as those who sell. The small demo's people are among them. */
export interface People {
  departments: Department[];
  members: Member[];
  teams: Team[];
}

const firstNewDepartment = 101;

export function largePeople(scale: Scale): People {
  const small = demoWorld([]);
  const naming = new Naming(scale.seed, small.members);
  const departments: Department[] = structuredClone(small.departments);
  const members: Member[] = structuredClone(small.members);
  const teams = [3, 4].map((departmentId) => smallTeam(small, departmentId));
  const smallReps = teams.reduce((sum, { reps }) => sum + reps.length, 0);
  const newTeams = scale.branches * scale.teamsPerBranch - teams.length;

  const hire = (departmentId: number, position: string): Member => {
    const member = naming.next(departmentId, position, members.length);
    members.push(member);
    return member;
  };
  let departmentId = firstNewDepartment;
  let placed = 0;
  const sizeOf = (index: number) => {
    const left = scale.reps - smallReps;
    return Math.floor((left * (index + 1)) / newTeams) - Math.floor((left * index) / newTeams);
  };
  cities.slice(1, scale.branches).forEach(({ branch }, offset) => {
    const branchId = departmentId++;
    const head = hire(branchId, "分公司总经理");
    departments.push({ id: branchId, name: branch, parentId: 1, leaders: [head.userid] });
    for (let number = 1; number <= scale.teamsPerBranch; number += 1) {
      const teamDepartment = departmentId++;
      const leader = hire(teamDepartment, "销售经理");
      const name = `${branch.slice(0, 2)}直销${number === 1 ? "一" : "二"}队`;
      departments.push({ id: teamDepartment, name, parentId: branchId, leaders: [leader.userid] });
      const unitId = `u${teamDepartment}`;
      const reps = Array.from({ length: sizeOf(placed) }, () => hire(teamDepartment, "销售代表")).map(
        (member): Rep => ({
          memberId: member.userid,
          name: member.name,
          teamId: unitId,
          city: offset + 1,
          isOfSmallDemo: false,
        }),
      );
      placed += 1;
      teams.push({ unitId, departmentId: teamDepartment, leaderId: leader.userid, leaderName: leader.name, reps });
    }
  });
  return { departments, members, teams };
}

function smallTeam({ departments, members }: World, departmentId: number): Team {
  const unitId = `u${departmentId}`;
  const leaderId = departments.find(({ id }) => id === departmentId)?.leaders[0];
  const own = members.filter(({ department }) => department.includes(departmentId));
  const leader = own.find(({ userid }) => userid === leaderId);
  if (!leader) throw new Error(`department ${departmentId} of the small demo has no leader`);
  const reps = own
    .filter((member) => member !== leader)
    .map(({ userid, name }): Rep => ({ memberId: userid, name, teamId: unitId, city: 0, isOfSmallDemo: true }));
  return { unitId, departmentId, leaderId: leader.userid, leaderName: leader.name, reps };
}

/** Names that nobody else has, and the ids that WeCom would make of them. */
class Naming {
  private readonly chance: Chance;
  private readonly taken: Set<string>;

  constructor(seed: string, known: readonly Member[]) {
    this.chance = new Chance(seed, "people");
    this.taken = new Set(known.flatMap(({ userid, name }) => [userid, name]));
  }

  next(departmentId: number, position: string, index: number): Member {
    const isWoman = this.chance.happens(0.45);
    for (;;) {
      const [surname, surnamePinyin] = this.chance.pick(surnames);
      const [given, givenPinyin] = this.chance.pick(isWoman ? femaleNames : maleNames);
      const name = `${surname}${given}`;
      if (this.taken.has(name)) continue;
      const userid = this.freeId(`${surnamePinyin}${givenPinyin}`);
      this.taken.add(name).add(userid);
      const mobile = `139${String(index + 1).padStart(8, "0")}`;
      return { userid, name, department: [departmentId], position, gender: isWoman ? "2" : "1", mobile, status: 1 };
    }
  }

  private freeId(pinyin: string): string {
    for (let number = 1; ; number += 1) {
      const userid = number === 1 ? pinyin : `${pinyin}${number}`;
      if (!this.taken.has(userid)) return userid;
    }
  }
}
