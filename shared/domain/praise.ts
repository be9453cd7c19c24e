/** So long a rep's answer to being praised in the group is waited for, in business time. After that the group does not hear it. */
export const praiseAnswerMs = 7 * 24 * 3_600_000;
