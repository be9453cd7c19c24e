import { startTestApp } from "../../support/startTestApp";
import { resetDatabase } from "../../support/testDatabase";
import { syncDirectory } from "../../../server/features/members";
it("prof", async () => {
  const t = () => performance.now();
  let a = t(); await resetDatabase(); console.log("reset1", t() - a);
  a = t(); const app = await startTestApp({ people: false }); console.log("start", t() - a);
  a = t(); await app.deps.wecom.listUsers(); console.log("listUsers", t() - a);
  a = t(); await syncDirectory(app.deps); console.log("sync1", t() - a);
  a = t(); await syncDirectory(app.deps); console.log("sync2", t() - a);
  a = t(); await resetDatabase(); console.log("reset2", t() - a);
  a = t(); await startTestApp(); console.log("start2", t() - a);
  a = t(); await startTestApp(); console.log("start3", t() - a);
});
