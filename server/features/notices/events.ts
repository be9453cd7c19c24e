import { defineEvent } from "../../outbox";

/** A stored notice waits to be sent. */
export interface NoticeSend {
  noticeId: string;
}

export const noticeSend = defineEvent<NoticeSend>("notice.send");

/** Notices of one kind to one group are gathered under this digest and go out together. */
export interface NoticeDigest {
  digestId: string;
  unitId: string;
}

export const noticeDigest = defineEvent<NoticeDigest>("notice.digest");
