/** The client draws title and way back. */
export const insideWeCom = true;
