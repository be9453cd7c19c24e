/** Phones have no desktop frame. */
export const Desk = () => null;
