/** WeCom's browser draws title and way back; any other leaves them to the page. */
export const insideWeCom = /wxwork/i.test(navigator.userAgent);
