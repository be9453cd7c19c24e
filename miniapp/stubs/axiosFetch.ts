/** Both targets send otherwise: browsers by XMLHttpRequest, the mini-program by its own request. */
export const getFetch = (): null => null;
export default null;
