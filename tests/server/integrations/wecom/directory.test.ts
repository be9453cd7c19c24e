import { givenWecom } from "../../../support/givenWecom";

describe("the directory", () => {
  it("is read whole: departments from the top, and each member once with what they lead", async () => {
    const { client } = await givenWecom();
    const departments = await client.listDepartments();
    expect(departments.map((one) => one.name)).toEqual([
      "制造集团",
      "华南分公司",
      "财务部",
      "人力行政部",
      "华南直销一队",
      "华南直销二队",
    ]);
    expect(departments[4]).toMatchObject({ departmentId: 3, parentId: 2, leaderIds: ["chenhao"] });
    const users = await client.listUsers();
    expect(users).toHaveLength(12);
    expect(users.find((user) => user.memberId === "chenhao")).toEqual({
      memberId: "chenhao",
      name: "陈浩",
      mobile: null,
      departmentIds: [3],
      leadsDepartmentIds: [3],
      mainDepartmentId: 3,
      directLeaderIds: [],
      position: "销售经理",
      active: true,
    });
    expect(users.find((user) => user.memberId === "xiaowang")?.directLeaderIds).toEqual(["chenhao"]);
  });

  it("shows newcomers, movers and leavers", async () => {
    const { client, simulator } = await givenWecom();
    simulator.putMember({ userid: "newcomer", name: "新人", department: [3] });
    simulator.putMember({ userid: "xiaoli", department: [4] });
    simulator.putMember({ userid: "lisi", status: 2 });
    simulator.removeMember("sunwei");
    const users = await client.listUsers();
    const found = (memberId: string) => users.find((user) => user.memberId === memberId);
    expect(found("newcomer")?.name).toBe("新人");
    expect(found("xiaoli")?.departmentIds).toEqual([4]);
    expect(found("lisi")?.active).toBe(false);
    expect(found("sunwei")).toBeUndefined();
  });

  it("ends at an app's scope", async () => {
    const { raw, simulator } = await givenWecom();
    const secret = simulator.world.agents[1]?.secret;
    const departments = await raw("department/list", { secret });
    expect(departments.department).toMatchObject([{ id: 3 }]);
    const codeOf = async (api: string, query: string) => (await raw(api, { query, secret })).errcode;
    expect(await codeOf("user/get", "userid=xiaowang")).toBe(0);
    expect(await codeOf("user/get", "userid=linjing")).toBe(0);
    expect(await codeOf("user/get", "userid=zhangsan")).toBe(60011);
    expect(await codeOf("user/list", "department_id=4")).toBe(60011);
    expect(await codeOf("department/get", "id=1")).toBe(60011);
  });

  it("hides phone numbers and the like from apps made after June 2022", async () => {
    const { raw, simulator } = await givenWecom();
    const query = "userid=xiaowang";
    expect(await raw("user/get", { query })).not.toHaveProperty("mobile");
    expect(await raw("user/get", { query, secret: simulator.world.agents[1]?.secret })).toHaveProperty("mobile");
  });

  it("gives the address-book secret ids only, page by page", async () => {
    const { raw, simulator } = await givenWecom();
    const secret = simulator.world.contactsSecret;
    expect((await raw("user/list", { query: "department_id=3", secret })).errcode).toBe(48009);
    expect((await raw("department/simplelist", { secret })).department_id).toHaveLength(6);
    const first = await raw("user/list_id", { body: { limit: 10 }, secret });
    expect(first.dept_user).toHaveLength(10);
    const rest = await raw("user/list_id", { body: { limit: 10, cursor: first.next_cursor }, secret });
    expect(rest.dept_user).toHaveLength(2);
    expect(rest.next_cursor).toBe("");
    expect((await raw("user/list_id", { body: {} })).errcode).toBe(48002);
  });

  it.each([
    ["user/get", "userid=XiaoWang", 0],
    ["user/get", "", 41009],
    ["user/get", "userid=a%20b", 40003],
    ["user/get", "userid=nobody", 60111],
    ["user/simplelist", "department_id=3", 0],
    ["user/simplelist", "", 60123],
    ["department/get", "id=x", 60123],
    ["department/list", "id=99", 60003],
    ["agent/get", "agentid=1000002", 0],
    ["agent/get", "", 41011],
    ["agent/get", "agentid=x", 40056],
    ["agent/get", "agentid=1000003", 301002],
    ["get_api_domain_ip", "", 0],
    ["getcallbackip", "", 0],
  ])("%s?%s is answered %i", async (api, query, errcode) => {
    const { raw } = await givenWecom();
    expect((await raw(api, { query })).errcode).toBe(errcode);
  });
});

describe("what real SDKs send", () => {
  it.each([
    ["an empty first parameter", "department/list?&access_token=TOKEN"],
    ["an empty parameter in the middle", "user/simplelist?access_token=TOKEN&department_id=3&&fetch_child=0"],
    ["a slash at the end", "department/simplelist/?access_token=TOKEN"],
  ])("works with %s", async (_, path) => {
    const { simulator, tokenOf } = await givenWecom();
    const token = await tokenOf(simulator.world.agents[0]?.secret ?? "");
    const answer = await fetch(`${simulator.baseUrl}/cgi-bin/${path.replace("TOKEN", token)}`);
    expect(answer.headers.get("content-type")).toBe("application/json; charset=UTF-8");
    expect(await answer.json()).toMatchObject({ errcode: 0, errmsg: "ok" });
  });
});
