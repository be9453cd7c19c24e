/** How this phone hands over what is kept of somebody: a mini-program opens no file of this kind for others. */
export const exportWay = process.env.TARO_ENV === "h5" ? ("file" as const) : ("clipboard" as const);
