import { z } from "zod";

// What the product reads of WeCom's answers; other fields may come and go.

export const envelope = z.object({ errcode: z.number().int().optional(), errmsg: z.string().optional() });

export const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().int().positive() });

export const emptyAnswer = z.object({});

export const sessionAnswer = z.object({ corpid: z.string(), userid: z.string() });

/** Members have a userid, outsiders an openid. The old path spells it `UserId`. */
export const userInfoAnswer = z.object({ userid: z.string().optional(), UserId: z.string().optional() });

export const departmentsAnswer = z.object({
  department: z.array(
    z.object({
      id: z.number().int(),
      name: z.string().optional(),
      parentid: z.number().int().optional(),
      department_leader: z.array(z.string()).nullish(),
      order: z.number().optional(),
    }),
  ),
});

export const userAnswer = z.object({
  userid: z.string(),
  name: z.string().optional(),
  department: z.array(z.number().int()).nullish(),
  is_leader_in_dept: z.array(z.number().int()).nullish(),
  main_department: z.number().int().nullish(),
  direct_leader: z.array(z.string()).nullish(),
  position: z.string().nullish(),
  mobile: z.string().nullish(),
  status: z.number().int().nullish(),
});

export const usersAnswer = z.object({ userlist: z.array(userAnswer) });

export const sentAnswer = z.object({
  msgid: z.string().optional(),
  invaliduser: z.string().nullish(),
  response_code: z.string().nullish(),
});
