import { jobActor } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import { closeReport, openReports, type ReportRecord, reportIfAny } from "../features/reports";
// Loads every model, so that all indexes are built.
import "../routes";
import { type CommandParts, operatorCommand, startCommand } from "./operator/operatorCommand";

const usage = `Problems that people have reported and that wait for an administrator:

  npm run reports                        lists them, the oldest first
  npm run reports -- done ID [WORD ...]  marks one as done; who reported it hears so, with these words
`;

/** For whoever runs the server, also where there is no administrator yet. */
export const reportsCommand = operatorCommand({
  usage,
  failure: "The reports could not be read",
  needsPreparedDatabase: true,
  parse(args) {
    if (args.isEmpty) return null;
    args.oneOf("VERB", ["done"]);
    const reportId = args.word("ID");
    const answer = args.isEmpty ? null : args.many(() => args.word("WORD")).join(" ");
    return { reportId, answer };
  },
  async run(request, parts) {
    if (request === null) return list(parts);
    const { reportId, answer } = request;
    const { deps, say } = parts;
    const report = await reportIfAny(reportId);
    if (!report) throw new AppError("report.unknown", `there is no report ${reportId}; nothing was changed`);
    if (report.state === "done") {
      say(`${reportId} was done before; nothing has changed.`);
      return 0;
    }
    const body = { commandId: deps.newId(), revision: report.revision, answer };
    await closeReport(deps, { actor: jobActor("reports"), by: null, reportId, body });
    say(`${reportId} is done; ${report.memberName} is told.`);
    return 0;
  },
});

async function list({ say }: CommandParts): Promise<number> {
  const { reports, isWhole } = await openReports();
  if (reports.length === 0) say("Nothing waits for you.");
  for (const report of reports) say(linesOf(report));
  if (!isWhole) say("… and more, which come when some of these are done.");
  return 0;
}

function linesOf({ _id, memberName, reportedAt, reference, screen, program, saw, text }: ReportRecord): string {
  const where = [reference && `request ${reference}`, screen, program].filter(Boolean).join(", ");
  const said = [text, saw && `the screen said: ${saw}`].filter(Boolean).map((line) => `\n  ${line}`);
  return `${_id}\n  ${memberName}, ${reportedAt.toISOString()}: ${where}${said.join("")}`;
}

if (require.main === module) startCommand(reportsCommand);
