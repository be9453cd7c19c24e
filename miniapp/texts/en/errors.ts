import { saleAgeMaxDays } from "@shared/domain/sale";
import type { Texts } from "../texts";

export const errors: Texts["errors"] = {
  "apiKey.unknown":
    "This API key is unknown or has been revoked. Nothing was done. Ask an administrator for a new one.",
  "body.malformed":
    "The server could not read what was sent, so nothing was saved. Your input is still here. Go back and try again.",
  "body.tooLarge": "That is too long and was not stored. Your input is still here. Shorten it and submit again.",
  "checkIn.alreadyLeft":
    "You have checked out here already. This tap was not kept, and the time on site is as it was. Go back to Check in and have a look.",
  "checkIn.consentMissing":
    "The location notice is not accepted yet, so this did not count. Everything else works. Read it, then check in again.",
  "checkIn.leftTooLate":
    "The day of this check-in is over, so the check-out was not kept. The check-in and its visit are as they were, without a time on site. There is nothing more to do.",
  "checkIn.tooOld":
    "This check-in waited on the phone for longer than positions are kept, so it was not taken. Everything else is safe. Talk to your manager about it.",
  "checkIn.unknown":
    "This check-in was not found. It may belong to another identity; your pay is unchanged. Look at today's check-ins.",
  "clock.invalid": "The clock cannot go there. The demo's time is unchanged. Choose another time.",
  "command.reused":
    "Two different versions were sent as one submission; only the first counts. The later one was not saved. Go back and submit the newest version.",
  "conflict.busy":
    "Too many people were working on this at once, so it was not done. Nothing was counted twice. Try again in a few seconds.",
  "customer.maybeKnown":
    "This client may be known already. Nothing was added, and what you typed is still here. See whether it is the same one; if not, add it all the same.",
  "customer.merged":
    "One of them has become another client already. Nothing was merged or changed. Go back and look at the one that is left.",
  "customer.numberTaken":
    "Another client has this number already. Nothing was stored, and your input is still here. Find that client by the number: correct the number, or merge the two if they are the same.",
  "customer.shares":
    "The shares do not add up to exactly 1, or somebody is named twice. Nothing was stored. Correct the shares and submit again.",
  "customer.sharesWrong":
    "On the day it was signed, this client's shares do not add up to 100%, so nobody can say whose it is. Nothing was confirmed. Ask an administrator to correct the shares, then confirm again.",
  "customer.unknown":
    "This client was not found. It may no longer be yours, and nothing was stored. Choose another from the list.",
  "file.differs":
    "This photo, signature or recording belongs to something else already. Nothing was stored. Make another one and send it.",
  "file.unknown":
    "There is no such photo, signature or recording. It may not have arrived, or is kept no longer. Make another one and send it.",
  "file.unreadable":
    "This photo, signature or recording cannot be opened. It was not stored; your input is still here. Make another one and send it.",
  "followUp.correctionClosed":
    "The month of this follow-up has been cut off, so nothing was changed. The record is as it was, and what you typed is on this phone. Add it as another follow-up.",
  "followUp.unknown": "This follow-up was not found. Your other records are safe. Go back and look again.",
  "input.invalid":
    "One field is not right, so nothing was submitted. Your input is still here. Correct the marked field and submit again.",
  "login.codeInvalid": "WeCom's login code has expired. You are not signed in and nothing is lost. Tap Try again.",
  "login.notMember":
    "You are not on the company's list. You cannot enter yet. Ask an administrator to make Xiaoli visible to you.",
  "login.stateInvalid": "This login took too long or came from elsewhere. It was refused for safety. Tap Try again.",
  "login.unsure":
    "WeCom has your account under another name or number than before. Nobody enters by it until that is clear, so that nobody sees another's pay. Ask an administrator to confirm who you are.",
  "member.unknown":
    "This member was not found. They may have left; nothing was changed. Ask an administrator to sync the directory.",
  "method.notAllowed": "The server does not know this action. Nothing was changed. Update to the newest version.",
  "notice.unknown": "This message was not found. Your pay and records are unaffected. Pull down to refresh the list.",
  "origin.refused":
    "This page was not opened from the company's address, so nothing was done. Nothing changed. Open it from the WeCom workbench.",
  "period.invalid": "There is no data for this month. Your records are safe. Choose another month.",
  "pin.consentMissing":
    "The location notice is not accepted yet, so no pin was proposed from where you stand. The pin is as it was, and everything else works. Read the notice, then propose it again.",
  "praise.noGroup":
    "This team's group has no robot yet, so nothing was sent. Nothing has changed. Say thank you in private, or ask an administrator to set the robot up.",
  "praise.notAsked":
    "This has been answered already, or nobody is asking. Nothing has changed. Refresh to see how it stands.",
  "praise.notWanted":
    "Your colleague prefers not to be named in the group, so nothing was sent. Nothing has changed. Say thank you in private.",
  "rate.limited":
    "Too many attempts in a short time, so this was not done. Your input is still here. Wait a moment and try again.",
  "review.appealOver":
    "This check-in cannot be looked at again: a second person has, or seven days have gone by. Nothing was saved, and the decision stands. Speak to HR if you still disagree.",
  "review.closed":
    "This check-in has been settled; nobody has to decide any more. What you wrote was not kept. Go back to see what else waits.",
  "review.explainOver":
    "A check-in out of range can be explained for seven days, which are over. Nothing was saved, and it still does not count. Go there again: a check-in within range counts.",
  "review.photoMissing":
    "A check-in out of range is explained with a photo of the place. Nothing was sent, and what you wrote is still here. Take a photo and send it again.",
  "companion.closed": "This has been answered, or seven days have gone by. Nothing was changed. Go back to the list.",
  "companion.tooLate":
    "Colleagues can be named within seven days of the check-in, which are over. Nobody was added, and the visit stays as it is. Write it into the visit's record instead.",
  "companion.tooMany":
    "A visit names at most 10 colleagues, and 30 over time. Nobody was added. Choose fewer, or those named before.",
  "companion.unknown":
    "There is no such colleague, or they are not among those whom you can name. Nobody was added. Go back and choose again.",
  "review.own":
    "This is your own check-in, so you cannot decide on it. Nothing was changed. It waits for the leader above.",
  "review.unknown": "There is no such check-in in doubt. Nothing was changed. Go back and refresh.",
  "right.missing":
    "You cannot see this. Your own data is unaffected. An administrator can grant it; grants and looks are logged.",
  "route.unknown": "The server does not have this function. Nothing was changed. Update to the newest version.",
  "sale.confirmLarge":
    "This is more than the company's limit for one sale, or far more than this colleague usually sells. It is not confirmed yet. Check the amount; if it is right, confirm again: you are asked once.",
  "sale.amountLarge":
    "This amount is above the company's limit for one sale, or far above what you usually sell, and is not submitted yet. Your input is kept. Check it once more, then tap Yes, submit.",
  "sale.amountTooLarge":
    "This amount is above ten times the company's limit for one sale and cannot be submitted. Your input is kept. Look for a zero too many; if it is right, ask an administrator to raise the limit.",
  "sale.maybeRepeated":
    "You have recorded a sale of the same client, day and amount already. This one is not submitted yet, and your input is kept. If it is the same one, see that sale; else tap Two sales.",
  "sale.alreadyConfirmed":
    "This sale is confirmed already and is not counted again. It is in the earnings. Changes need a refund or a correction.",
  "sale.alreadySubmitted":
    "This sale has been sent already and waits for a decision. There is nothing to do again. You will be told.",
  "sale.alreadyReturned":
    "This sale has been returned and cannot be confirmed now. The rep will correct and resubmit it. You will be told.",
  "sale.inFuture":
    "The signing day is after today, so nothing was submitted. Your input is still here. Set it to today or earlier.",
  "sale.notConfirmed": "This order is not confirmed, so no praise was sent. Nothing has changed. Come back once it is.",
  "sale.notSubmitted":
    "This sale no longer waits for confirmation. It was not confirmed or booked just now. See on this page what has become of it.",
  "sale.ownConfirmation": "Nobody confirms their own sale. It still waits. Ask your manager or finance.",
  "sale.tooOld": `The signing day is more than ${saleAgeMaxDays} days ago, so nothing was submitted. Your input is still here. Finance can import it.`,
  "sale.unknown": "This sale was not found. It may have been withdrawn, or you cannot see it. Go back to the list.",
  "server.failed":
    "Something went wrong on the server. Your input is still here and nothing was counted twice. Try again later, or tell an administrator.",
  "server.unavailable": "The server is not available right now. Your input is still here. Try again in a while.",
  "session.missing": "You are not signed in. Your input is still here. After signing in you are back on this page.",
  "session.ended": "Your session has ended. Your input is still here. After signing in you are back on this page.",
  "session.otherMember":
    "Somebody else is signed in now. Nothing was submitted, and what was typed or waits is not lost. It goes on once the first person signs in here.",
  "site.pinConfirmed":
    "A leader has confirmed this place. Its pin stays and check-ins count as before. Ask a leader to move it.",
  "site.tooMany":
    "This client has too many places. The new one was not stored. Change one that nobody visits any more instead.",
  "site.unknown": "This place was not found. Nothing was stored. Choose again on the client's page.",
  "stage.changed":
    "Somebody has moved this client to another stage meanwhile, so yours was not changed. The client and your records are safe. Look at its stage now, then decide.",
  "stage.undoClosed":
    "The month of this change has been cut off, so it was not taken back. The client is at the stage where it was. Move it once more instead.",
  "stage.unknown": "This change of a stage was not found. Nothing was changed. Go back and look again.",
  stale:
    "Somebody has just changed this and yours is not saved yet. Your input is still here. Look at the newest version, then decide.",
  "statement.lineUnknown":
    "This line was not found. A recomputation may have merged it; the total is unchanged. See the newest lines under Earnings.",
  "task.tooMany":
    "Too much of what you asked for is still under way. This was not taken. Try again when some of it is done.",
  "unit.unknown": "This unit was not found. Nothing was changed. Choose again from the organisation.",
  "visit.alreadyRecorded":
    "This check-in has a record already and is not counted twice. The first one is kept. Open it to read it.",
  "visit.correctionClosed":
    "The month of this visit has been cut off, so nothing was changed. The record is as it was, and what you typed is on this phone. Add it to your next visit.",
  "visitQuestion.closed": "This has been answered, or a day has gone by. Nothing was changed. Go back to the list.",
  "visitQuestion.nobody": "Nobody but you works this client. Nothing was sent. You can just go.",
  "visitQuestion.unknown": "This question is not there. Nothing was changed. Go back to the list.",
  "visit.unknown": "This visit was not found. Your other records are safe. Go back and look again.",
  "visitType.last":
    "This is the last type of visits in use, so it stays in use. Everybody needs it to write records. Take another one into use first, then try again.",
  "visitType.outOfUse":
    "This type of visits is out of use. The record was not saved, and what you typed is still here. Choose another type and submit again.",
  "visitType.tooMany":
    "30 types of visits are in use already, so this one was not taken into use. The others are as they were. Take one out of use first.",
  "visitType.unknown":
    "There is no such type of visit. The record was not saved; what you filled in is still there. Choose another type and submit again.",
  "wecom.unavailable":
    "WeCom does not answer right now. You are not signed in and nothing is lost. Tap Try again in a while.",
  "address.notAllowed":
    "The mini-program has not been given the company's server address, so nothing was sent. What you typed is kept and your network is fine. Ask an administrator to add the address to the allowed domains, then try again.",
  foreign:
    "Not sent: something in between answered instead, most likely a Wi-Fi that needs a login. What you typed is kept and nothing was saved. Log in to the network or use mobile data, then try again.",
  outdated:
    "This version and the server do not match, so this does not count as sent. What you typed is kept. Please update: close Xiaoli and open it again.",
  network: "No connection. What you typed is kept. Try again when you are back online.",
};
